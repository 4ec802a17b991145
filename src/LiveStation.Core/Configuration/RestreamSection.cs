using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Re-streams. No operation changes one but for its callback; addresses and keys of a target are changed with their own cmdlet and never compared.</summary>
internal sealed class RestreamSection : ConfigurationSection<RestreamChannel>
{
    public override string Name => "restreams";

    public override string Kind => "Restream";

    public override string Noun => "re-stream";

    public override string Summary => "Re-streams. Addresses, keys and logins of their targets are hidden, and so not compared.";

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("channelName", FieldType.Text, default, "Name, 3 to 20 characters.", static it => it.ChannelName) with { IsRequired = true, Length = (3, 20) },
        Row<EnvType>("envType", default, "Environment tag.", static it => Known(it.EnvType, it.EnvTypeText)),
        Row<PlanType>("planType", default, "Plan: one to three targets, or up to five.", static it => Known(it.PlanType, it.PlanTypeText)),
        Row("restream", FieldType.Parts, default, "The targets.", Targets) with
        {
            IsRequired = true,
            Parts =
            [
                new("targetName", FieldType.Text, "Platform, for example YOUTUBE; CUSTOM for one that the service does not list.") { IsRequired = true },
                new("rtmpUrl", FieldType.Text, "Address to publish to at the platform.") { IsRequired = true, TakesSecret = true, IsCompared = false },
                new("streamKey", FieldType.Secret, "Stream key at the platform.") { IsRequired = true, TakesSecret = true, IsCompared = false },
                new("id", FieldType.Text, "RTMP user, where the platform wants a login.") { TakesSecret = true, IsCompared = false },
                new("password", FieldType.Secret, "RTMP password.") { TakesSecret = true, IsCompared = false },
            ],
        },
        Row("callbackEndpoint", FieldType.Address, FieldCall.Callback, "Where the service posts events of this re-stream.", static it => CallbackSection.Written(it.RevealCallbackEndpoint(), it.ChannelName)) with { TakesSecret = true },
    ];

    public override IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken) => service.Restream.ListAsync(cancellationToken);

    public override Task<ServiceRecord> WholeAsync(ConfigurationService service, ServiceRecord record, CancellationToken cancellationToken) => GetAsync(service, IdOf(record), cancellationToken);

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => await service.Restream.GetAsync(id, cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => ((RestreamChannel)record).ChannelName ?? "";

    public override string IdOf(ServiceRecord record) => ((RestreamChannel)record).ChannelId ?? "";

    public override bool IsOwn(ServiceRecord record) => ((RestreamChannel)record).ChannelStatus is not (ChannelStatus.Deleted or ChannelStatus.ForceDeleted);

    public override bool IsOnAir(ServiceRecord record) => record is RestreamChannel { ChannelStatus: ChannelStatus.Publishing } or RestreamChannel { IsPublishing: true };

    public override bool IsBlocked(ServiceRecord record) => ((RestreamChannel)record).ChannelStatus is ChannelStatus.Block or ChannelStatus.ForceBlock;

    public override string StateOf(ServiceRecord record) => ((RestreamChannel)record).ChannelStatusText ?? "";

    public override bool IsMade(ServiceRecord record) => ((RestreamChannel)record).ChannelStatus != ChannelStatus.Creating;

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build) => Settings(wanted, build).Check();

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.Restream.CreateAsync(Settings(wanted, build), cancellationToken).ConfigureAwait(false);

    public override Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        service.Callbacks.SetForRestreamAsync(IdOf(now), CallbackSection.Address(wanted, "callbackEndpoint", build), cancellationToken);

    public override Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => service.Restream.DeleteAsync(id, cancellationToken);

    private RestreamSettings Settings(ConfigurationItem wanted, ConfigurationBuild build) => Build<RestreamSettings>(wanted, build) with
    {
        Restream = [.. ((IReadOnlyList<ConfigurationItem>)wanted["restream"]!).Select(target => new RestreamTarget
        {
            TargetName = (string?)target["targetName"],
            RtmpUrl = HiddenText.Of(build.Text(target["rtmpUrl"])),
            StreamKey = StreamKey.Of(build.Text(target["streamKey"])),
            Id = HiddenText.Of(build.Text(target["id"])),
            Password = HiddenText.Of(build.Text(target["password"])),
        })],
    };

    // Names of secrets are made of those of the re-stream, the target and the field; one platform may be a target twice.
    private static IReadOnlyList<ConfigurationItem>? Targets(RestreamChannel channel)
    {
        Dictionary<string, int> seen = [];
        List<ConfigurationItem> targets = [];
        foreach (RestreamTarget target in channel.Restream)
        {
            string name = target.TargetName ?? "";
            int times = seen[name] = seen.TryGetValue(name, out int before) ? before + 1 : 1;
            string prefix = times == 1 ? $"{channel.ChannelName}-{name}" : string.Format(CultureInfo.InvariantCulture, "{0}-{1}-{2}", channel.ChannelName, name, times);
            ConfigurationItem item = new();
            item.Set("targetName", target.TargetName);
            item.Set("rtmpUrl", new SecretReference($"{prefix}-rtmpUrl"));
            item.Set("streamKey", new SecretReference($"{prefix}-streamKey"));
            item.Set("id", target.Id is null ? null : new SecretReference($"{prefix}-id"));
            item.Set("password", target.Id is null ? null : new SecretReference($"{prefix}-password"));
            targets.Add(item);
        }

        return targets.Count == 0 ? null : targets;
    }
}
