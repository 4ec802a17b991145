using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Sets what live channels send notices about, and to whom. Switches that are not named stay as the channel has them.</summary>
[Cmdlet(VerbsCommon.Set, "LsNotification", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class SetLsNotificationCommand : LsCmdlet
{
    // In the order of the input, each once.
    private readonly List<string> _channels = [];
    private readonly List<NotificationRecipient> _recipients = [];
    private object? _from;

    /// <summary>Ids of live channels; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(NotificationManagerKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Who is told: recipients, or people with -NotifyType. They take the place of those before.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [RecipientInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public NotificationRecipient[] Recipient { get; set; } = [];

    /// <summary>How people are told of whom this was not said.</summary>
    [Parameter]
    [ValidateRange(LiveStation.NotifyType.Email, LiveStation.NotifyType.Sms)]
    public NotifyType? NotifyType { get; set; }

    /// <summary>Whether notices are sent at all.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool AlertOn { get; set; } = true;

    /// <summary>The state of the channel changed.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertChangeStatus { get; set; }

    /// <summary>The upload of a recording failed.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertVodUploadFail { get; set; }

    /// <summary>The relay to a platform failed.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertReStreamFail { get; set; }

    /// <summary>A short clip failed.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertShortClipFail { get; set; }

    /// <summary>The main stream was switched.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertStreamFailOver { get; set; }

    /// <summary>Publishing failed.</summary>
    [Parameter]
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? AlertGeneralChannelError { get; set; }

    /// <summary>Also write the channels as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId.Where(id => !_channels.Contains(id)))
        {
            From(Origins.Of(id));
            _channels.Add(id);
        }

        foreach (NotificationRecipient recipient in Recipient.Where(recipient => !_recipients.Contains(recipient)))
        {
            From(recipient.Origin);
            _recipients.Add(recipient);
        }
    }

    private protected override void Finish()
    {
        TurnTo(_from);
        NotificationSettings wanted = new()
        {
            AlertOn = AlertOn,
            AlertChangeStatus = AlertChangeStatus,
            AlertVodUploadFail = AlertVodUploadFail,
            AlertReStreamFail = AlertReStreamFail,
            AlertShortClipFail = AlertShortClipFail,
            AlertStreamFailOver = AlertStreamFailOver,
            AlertGeneralChannelError = AlertGeneralChannelError,
            Recipients = [.. _recipients.Select(Settle).Where(IsGood)],
        };
        if (wanted.Fault is { } fault)
        {
            ThrowTerminatingError(ErrorRecords.Of(fault, null));
        }

        foreach (string id in _channels)
        {
            Set(id, wanted);
        }
    }

    // The channel is read first: whether the service keeps a switch that is left out is not documented.
    private void Set(string id, NotificationSettings wanted)
    {
        if (!Try((client, token) => client.Channels.GetAsync(id, token), id, out Channel? now))
        {
            return;
        }

        NotificationSettings settings = wanted.Over(now!.AlertOptions);
        if (Approve(CurrentContext.Seen.Describe<ChannelKind>(id), Plan(settings))
            && Try((client, token) => SendAsync(client, id, settings, token), id, out bool _)
            && PassThru
            && Try((client, token) => client.Channels.GetAsync(id, token), id, out Channel? after))
        {
            WriteObject(after);
        }
    }

    private static async Task<bool> SendAsync(LiveStationClient client, string id, NotificationSettings settings, CancellationToken cancellationToken)
    {
        await client.Notifications.SetAsync(id, settings, cancellationToken).ConfigureAwait(false);
        return true;
    }

    // By number: no address stands in a question.
    private static string Plan(NotificationSettings settings) => !settings.AlertOn
        ? "Switch notices off"
        : $"Send notices by {(settings.Recipients[0].NotifyType == LiveStation.NotifyType.Email ? "mail" : "text message")} to {string.Join(", ", settings.Recipients.Select(static recipient => recipient.ManagerNo))} about: {settings.Switches}";

    private NotificationRecipient Settle(NotificationRecipient recipient) => recipient.NotifyType != LiveStation.NotifyType.Unknown || NotifyType is null ? recipient : new()
    {
        ManagerNo = recipient.ManagerNo,
        NotifyType = NotifyType.Value,
        EmailAddress = recipient.EmailAddress,
        CellPhoneNo = recipient.CellPhoneNo,
    };

    private bool IsGood(NotificationRecipient recipient)
    {
        if (recipient.Fault is { } fault)
        {
            WriteFailure(fault, recipient.ManagerNo);
            return false;
        }

        return true;
    }

    // Numbers of people mean nothing in another account than the one they were read from. What was typed goes where the objects came from.
    private void From(object? origin)
    {
        if (origin is LsContext)
        {
            TurnTo(origin);
            RequireOneContext();
            _from = origin;
        }
    }
}
