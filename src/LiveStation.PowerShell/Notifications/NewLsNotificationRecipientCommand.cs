using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a recipient for Set-LsNotification; sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "LsNotificationRecipient")]
[OutputType(typeof(NotificationRecipient))]
public sealed class NewLsNotificationRecipientCommand : PlainCmdlet
{
    /// <summary>Number of the person.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [IdOf(typeof(NotificationManagerKind))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<NotificationManagerKind>))]
    public string ManagerNo { get; set; } = "";

    /// <summary>How they are told.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [ValidateRange(LiveStation.NotifyType.Email, LiveStation.NotifyType.Sms)]
    public NotifyType NotifyType { get; set; }

    /// <summary>Mail address; needed for Email.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? EmailAddress { get; set; }

    /// <summary>Mobile number; needed for Sms.</summary>
    [Parameter]
    [PhoneNumber]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? CellPhoneNo { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NotificationRecipient recipient = new() { ManagerNo = long.Parse(ManagerNo, CultureInfo.InvariantCulture), NotifyType = NotifyType, EmailAddress = EmailAddress, CellPhoneNo = CellPhoneNo };
        if (recipient.Fault is { } fault)
        {
            ThrowTerminatingError(ErrorRecords.Of(fault, ManagerNo));
        }

        WriteObject(recipient);
    }
}
