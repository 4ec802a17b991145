using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>VOD2LIVE channels. What they play, and when, is no configuration.</summary>
internal sealed class VodChannelSection : ConfigurationSection<VodChannel>
{
    private const string LowLatency = "LL_HLS";

    public override string Name => "vodChannels";

    public override string Kind => "VodChannel";

    public override string Noun => "VOD2LIVE channel";

    public override string Summary => "VOD2LIVE channels, without their schedules.";

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("channelName", FieldType.Text, FieldCall.Update, "Name, 3 to 20 characters.", static it => it.ChannelName) with { IsRequired = true, Length = (3, 20) },
        Row("qualitySet", FieldType.Name, default, "Name of the quality set, own or built in.", static it => it.QualitySetName) with { IsRequired = true, RefersTo = "qualitySets", Setting = nameof(VodChannelSettings.QualitySetId) },
        Row<EnvType>("envType", FieldCall.Update, "Environment tag.", static it => Known(it.EnvType, it.EnvTypeText)),
        Row<OutputProtocol>("outputProtocol", FieldCall.Update, "Packaging; low latency can be neither switched on nor off later.", static it => Known(it.OutputProtocol, it.OutputProtocolText)) with { IsFixed = static (now, wanted) => (string)wanted == LowLatency != (((VodChannel)now).OutputProtocol == OutputProtocol.LlHls) },
        .. DeliveryFields.Of(static it => ((VodChannel)it).Cdn, static it => ((VodChannel)it).Drm),
        Row("callbackEndpoint", FieldType.Address, FieldCall.Callback, "Where the service posts events of this channel.", static it => CallbackSection.Written(it.RevealCallbackEndpoint(), it.ChannelName)) with { TakesSecret = true },
    ];

    public override IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken) => service.VodChannels.ListAsync(cancellationToken);

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => await service.VodChannels.GetAsync(id, cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => ((VodChannel)record).ChannelName ?? "";

    public override string IdOf(ServiceRecord record) => ((VodChannel)record).ChannelId ?? "";

    public override bool IsOwn(ServiceRecord record) => ((VodChannel)record).ChannelStatus is not (VodChannelStatus.Deleted or VodChannelStatus.ForceDeleted);

    public override bool IsOnAir(ServiceRecord record) => ((VodChannel)record).ChannelStatus is VodChannelStatus.Publishing or VodChannelStatus.Reserved;

    public override bool IsBlocked(ServiceRecord record) => ((VodChannel)record).ChannelStatus is VodChannelStatus.Block or VodChannelStatus.ForceBlock;

    public override string StateOf(ServiceRecord record) => ((VodChannel)record).ChannelStatusText ?? "";

    public override bool IsMade(ServiceRecord record) => ((VodChannel)record).ChannelStatus != VodChannelStatus.Creating;

    public override bool IsSettled(ServiceRecord record) => IsMade(record) && ((VodChannel)record).CdnStatus is not (CdnStatus.Creating or CdnStatus.Changing or CdnStatus.Publishing);

    public override IEnumerable<(string Section, string Id)> StandsOn(ServiceRecord record) => [("qualitySets", ((VodChannel)record).QualitySetId?.ToString(CultureInfo.InvariantCulture) ?? "")];

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build) => Settings(wanted, build).Check(build.Zone);

    public override void CheckChange(ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build)
    {
        if (call == FieldCall.Update)
        {
            Build<VodChannelChange>(wanted, build).Check((VodChannel)now);
        }
        else if (call == FieldCall.Cdn)
        {
            DeliveryFields.Move(wanted, ((VodChannel)now).Cdn, wanted.Name);
        }
    }

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.VodChannels.CreateAsync(Settings(wanted, build), cancellationToken).ConfigureAwait(false);

    public override async Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken)
    {
        string id = IdOf(now);
        switch (call)
        {
            case FieldCall.Update:
                await service.VodChannels.UpdateAsync(id, Build<VodChannelChange>(wanted, build), cancellationToken).ConfigureAwait(false);
                break;
            case FieldCall.Cdn:
                (long instanceNo, long profileId) = DeliveryFields.Move(wanted, ((VodChannel)now).Cdn, wanted.Name);
                await ConfigurationService.MovedAsync(service.VodChannels.SetCdnAsync([id], instanceNo, profileId, cancellationToken)).ConfigureAwait(false);
                break;
            default:
                await service.Callbacks.SetForVodChannelAsync(id, CallbackSection.Address(wanted, "callbackEndpoint", build), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    public override Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => service.VodChannels.DeleteAsync(id, cancellationToken);

    private VodChannelSettings Settings(ConfigurationItem wanted, ConfigurationBuild build)
    {
        VodChannelSettings settings = Build<VodChannelSettings>(wanted, build);
        settings = settings with { EnvType = settings.EnvType ?? EnvType.Real, OutputProtocol = settings.OutputProtocol ?? OutputProtocol.Hls };
        (bool createCdn, CdnType type, CdnRegionType? region) = DeliveryFields.Defaults(wanted, settings, build.Zone);
        return settings with { CreateCdn = createCdn, CdnType = type, CdnRegionType = region };
    }
}
