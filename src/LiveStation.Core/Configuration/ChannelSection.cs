using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Live channels.</summary>
internal sealed class ChannelSection : ConfigurationSection<Channel>
{
    private const string LowLatency = "LL_HLS";

    private static readonly (string, Func<object?, bool>) WithDvr = ("useDvr", static value => value is true);
    private static readonly (string, Func<object?, bool>) WithRecords = ("recordSaveType", static value => value is not "NO_RECORD");
    private static readonly (string, Func<object?, bool>) WithUploads = ("recordSaveType", static value => value is "AUTO_UPLOAD");

    public override string Name => "channels";

    public override string Kind => "Channel";

    public override string Noun => "live channel";

    public override string Summary => "Live channels, with their callbacks and notices.";

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("channelName", FieldType.Text, FieldCall.Update, "Name, 3 to 20 characters.", static it => it.ChannelName) with { IsRequired = true, Length = (3, 20) },
        Row("qualitySet", FieldType.Name, default, "Name of the quality set, own or built in.", static it => it.QualitySetName) with { IsRequired = true, RefersTo = "qualitySets", Setting = nameof(ChannelSettings.QualitySetId) },
        Row<EnvType>("envType", FieldCall.Update, "Environment tag.", static it => Known(it.EnvType, it.EnvTypeText)),
        Row<OutputProtocol>("outputProtocol", FieldCall.Update, "Packaging; low latency can be neither switched on nor off later.", static it => Known(it.OutputProtocol, it.OutputProtocolText)) with { IsFixed = static (now, wanted) => (string)wanted == LowLatency != (((Channel)now).OutputProtocol == OutputProtocol.LlHls) },
        Row<IngestProtocol>("ingestProtocol", default, "How the encoder sends.", static it => Known(it.IngestProtocol, it.IngestProtocolText)),
        Row("isStreamFailOver", FieldType.Flag, default, "Whether a backup stream may be published.", static it => it.IsStreamFailOver) with { Setting = nameof(ChannelSettings.StreamFailOver) },
        Row("useDvr", FieldType.Flag, FieldCall.Update, "Whether viewers can rewind (time machine).", static it => it.UseDvr),
        Row("timemachineMin", FieldType.Whole, FieldCall.Update, "How far, in minutes.", static it => it.UseDvr == true ? it.TimemachineMin : null) with { Needs = WithDvr },
        Row("immediateOnAir", FieldType.Flag, FieldCall.Update, "Whether a recording starts together with publishing.", static it => it.ImmediateOnAir) with { Needs = WithDvr },
        Row<RecordSaveType>("recordSaveType", FieldCall.Update, "What happens to recordings.", static it => Known(it.RecordType, it.Record?.TypeText)),
        Row<RecordFormat>("recordFormat", FieldCall.Update, "Kind of file.", static it => it.RecordType == RecordSaveType.NoRecord ? null : Known(it.RecordFormat, it.Record?.FormatText)) with { Needs = WithRecords },
        Row("bucketName", FieldType.Text, FieldCall.Update, "Bucket for automatic uploads.", static it => Uploads(it) ? it.BucketName : null) with { Needs = WithUploads },
        Row("filePath", FieldType.Text, FieldCall.Update, "Folder in the bucket, beginning with a slash.", static it => Uploads(it) ? it.FilePath : null) with { Needs = WithUploads },
        Row<AccessControl>("accessControl", FieldCall.Update, "Who may read what is written there.", static it => Uploads(it) ? Known(it.AccessControl, it.Record?.AccessControlText) : null) with { Needs = WithUploads },
        .. DeliveryFields.Of(static it => ((Channel)it).Cdn, static it => ((Channel)it).Drm),
        Row("callbackEndpoint", FieldType.Address, FieldCall.Callback, "Where the service posts events of this channel.", static it => CallbackSection.Written(it.RevealCallbackEndpoint(), it.ChannelName)) with { TakesSecret = true },
        Row("alertOn", FieldType.Flag, FieldCall.Notification, "Whether notices are sent.", static it => it.AlertOn),
        Row("alertChangeStatus", FieldType.Flag, FieldCall.Notification, "Notices about the state of the channel.", static it => it.AlertOptions?.AlertChangeStatus),
        Row("alertVodUploadFail", FieldType.Flag, FieldCall.Notification, "Notices about failed uploads.", static it => it.AlertOptions?.AlertVodUploadFail),
        Row("alertReStreamFail", FieldType.Flag, FieldCall.Notification, "Notices about failed relays.", static it => it.AlertOptions?.AlertReStreamFail),
        Row("alertShortClipFail", FieldType.Flag, FieldCall.Notification, "Notices about failed short clips.", static it => it.AlertOptions?.AlertShortClipFail),
        Row("alertStreamFailOver", FieldType.Flag, FieldCall.Notification, "Notices about a switch to the backup stream.", static it => it.AlertOptions?.AlertStreamFailOver),
        Row("alertGeneralChannelError", FieldType.Flag, FieldCall.Notification, "Notices about failed publishing.", static it => it.AlertOptions?.AlertGeneralChannelError),
        new("recipients", FieldType.Parts, "Who gets the notices. The service never tells them: they are sent along whenever notices change, and not compared.")
        {
            Call = FieldCall.Notification,
            IsCompared = false,
            Parts =
            [
                new("managerNo", FieldType.Whole, "Number of the person, from Get-LsNotificationManager.") { IsRequired = true },
                new("notifyType", FieldType.Choice, "By mail or by text message; the same for all of a channel.") { IsRequired = true, Choice = WireEnum.Of(typeof(NotifyType)) },
            ],
        },
    ];

    public override IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken) =>
        service.Channels.ListAsync(name is null ? null : new ChannelFilter { ChannelName = name }, cancellationToken);

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => await service.Channels.GetAsync(id, cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => ((Channel)record).ChannelName ?? "";

    public override string IdOf(ServiceRecord record) => ((Channel)record).ChannelId ?? "";

    public override bool IsOwn(ServiceRecord record) => ((Channel)record).ChannelStatus is not (ChannelStatus.Deleted or ChannelStatus.ForceDeleted);

    public override bool IsOnAir(ServiceRecord record) => ((Channel)record).ChannelStatus == ChannelStatus.Publishing;

    public override bool IsBlocked(ServiceRecord record) => ((Channel)record).ChannelStatus is ChannelStatus.Block or ChannelStatus.ForceBlock;

    public override string StateOf(ServiceRecord record) => ((Channel)record).ChannelStatusText ?? "";

    public override bool IsMade(ServiceRecord record) => ((Channel)record).ChannelStatus != ChannelStatus.Creating;

    public override bool IsSettled(ServiceRecord record) => IsMade(record) && ((Channel)record).CdnStatus is not (CdnStatus.Creating or CdnStatus.Changing or CdnStatus.Publishing);

    public override IEnumerable<(string Section, string Id)> StandsOn(ServiceRecord record) => [("qualitySets", ((Channel)record).QualitySetId?.ToString(CultureInfo.InvariantCulture) ?? "")];

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build) => Settings(wanted, build).Check(build.Zone);

    public override void CheckChange(ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build)
    {
        Channel channel = (Channel)now;
        switch (call)
        {
            case FieldCall.Update:
                Build<ChannelChange>(wanted, build).Check(channel);
                break;
            case FieldCall.Cdn:
                DeliveryFields.Move(wanted, channel.Cdn, wanted.Name);
                break;
            case FieldCall.Notification when Notices(wanted, channel, []).Fault is { } fault:
                throw new LiveStationArgumentException(
                    fault.ErrorId,
                    $"{Text.Clean(wanted.Name)}: notices are to change, and the service wants the recipients each time, which it never tells.",
                    "Add recipients to the channel in the document, as in \"recipients\": [ { \"managerNo\": 17, \"notifyType\": \"EMAIL\" } ], or set alertOn to false.");
        }
    }

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.Channels.CreateAsync(Settings(wanted, build), cancellationToken).ConfigureAwait(false);

    public override async Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken)
    {
        Channel channel = (Channel)now;
        string id = IdOf(now);
        switch (call)
        {
            case FieldCall.Update:
                // Read anew: what goes back unchanged must be as it is now.
                await service.Channels.UpdateAsync(id, Build<ChannelChange>(wanted, build), cancellationToken).ConfigureAwait(false);
                break;
            case FieldCall.Cdn:
                (long instanceNo, long profileId) = DeliveryFields.Move(wanted, channel.Cdn, wanted.Name);
                await ConfigurationService.MovedAsync(service.Channels.SetCdnAsync([id], instanceNo, profileId, cancellationToken)).ConfigureAwait(false);
                break;
            case FieldCall.Callback:
                await service.Callbacks.SetForChannelAsync(id, CallbackSection.Address(wanted, "callbackEndpoint", build), cancellationToken).ConfigureAwait(false);
                break;
            default:
                List<NotificationManager> people = wanted.Has("recipients") ? await service.PeopleAsync(cancellationToken).ConfigureAwait(false) : [];
                await service.Notifications.SetAsync(id, Notices(wanted, channel, people), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    public override Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => service.Channels.DeleteAsync(id, cancellationToken);

    /// <summary>What a new channel is to be.</summary>
    internal ChannelSettings Settings(ConfigurationItem wanted, ConfigurationBuild build)
    {
        ChannelSettings settings = Build<ChannelSettings>(wanted, build);
        settings = settings with { EnvType = settings.EnvType ?? EnvType.Real, OutputProtocol = settings.OutputProtocol ?? OutputProtocol.Hls };
        (bool createCdn, CdnType type, CdnRegionType? region) = DeliveryFields.Defaults(wanted, settings, build.Zone);
        return settings with { CreateCdn = createCdn, CdnType = type, CdnRegionType = region };
    }

    private NotificationSettings Notices(ConfigurationItem wanted, Channel now, List<NotificationManager> people)
    {
        NotificationSettings settings = Build<NotificationSettings>(wanted, new ConfigurationBuild { Zone = default, IdOf = static (_, _) => 0 });
        IEnumerable<ConfigurationItem> recipients = (IReadOnlyList<ConfigurationItem>?)wanted["recipients"] ?? [];
        return settings.Over(now.AlertOptions) with
        {
            AlertOn = (bool?)wanted["alertOn"] ?? now.AlertOn ?? true,
            Recipients = [.. recipients.Select(recipient => Recipient(recipient, people))],
        };
    }

    // Before people are known the number stands for the address, so that the rules can be looked at.
    private NotificationRecipient Recipient(ConfigurationItem part, List<NotificationManager> people)
    {
        long number = (long)part["managerNo"]!;
        NotifyType type = (NotifyType)Field("recipients").Parts[1].Choice!.Read((string)part["notifyType"]!)!;
        return people.Count == 0
            ? new NotificationRecipient { ManagerNo = number, NotifyType = type, EmailAddress = part.Name + number, CellPhoneNo = part.Name + number }
            : people.Find(person => person.ManagerNo == number) is { } known ? NotificationRecipient.Of(known, type)
            : throw new LiveStationArgumentException("ManagerNotFound", ErrorKind.NotFound, $"Nobody of this account has the number {number}, to whom notices are to go.", "Run Get-LsNotificationManager to see people and their numbers.");
    }

    private static bool Uploads(Channel channel) => channel.RecordType == RecordSaveType.AutoUpload;
}
