namespace LiveStation;

/// <summary>Somebody who is told about a channel, and how. The mail address and the number are personal data, see <see cref="NotificationManager"/>.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-notification</remarks>
public sealed class NotificationRecipient : ServiceRecord
{
    /// <summary>Number of the person, see <see cref="NotificationManager.ManagerNo"/>.</summary>
    public long? ManagerNo { get; init; }

    /// <summary>How; the same for all recipients of a channel.</summary>
    public NotifyType NotifyType { get; init; }

    /// <summary>Mail address; personal. Needed for <see cref="NotifyType.Email"/>.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Mobile number; personal. Needed for <see cref="NotifyType.Sms"/>.</summary>
    public string? CellPhoneNo { get; init; }

    private protected override string Summary => $"{ManagerNo} ({NotifyType})";

    /// <summary>The address or number that its kind of notice needs.</summary>
    internal string? Destination => NotifyType == NotifyType.Email ? EmailAddress : CellPhoneNo;

    /// <summary>A person as a recipient.</summary>
    /// <param name="manager">Who.</param>
    /// <param name="notifyType">How they are told.</param>
    public static NotificationRecipient Of(NotificationManager manager, NotifyType notifyType) => new()
    {
        ManagerNo = manager.ManagerNo,
        NotifyType = notifyType,
        EmailAddress = manager.EmailAddress,
        CellPhoneNo = manager.CellPhoneNo,
    };

    /// <summary>The error that makes it none; null where it can be sent.</summary>
    internal LiveStationArgumentException? Fault =>
        ManagerNo is null ? new LiveStationArgumentException("ManagerNoMissing", "A recipient has no ManagerNo. Nothing was sent for it.", "Get-LsNotificationManager lists people with their numbers.")
        : NotifyType == NotifyType.Unknown ? new LiveStationArgumentException("NotifyTypeMissing", $"Manager {ManagerNo}: whether by mail or by text message was not said. Nothing was sent for it.", "Give -NotifyType Email or Sms.")
        : !string.IsNullOrWhiteSpace(Destination) ? null
        : NotifyType == NotifyType.Email ? new LiveStationArgumentException("EmailAddressMissing", $"Manager {ManagerNo} has no mail address, which -NotifyType Email needs. Nothing was sent for them.", "Add one in the console, give it with New-LsNotificationRecipient -EmailAddress, or use -NotifyType Sms.")
        : new LiveStationArgumentException("CellPhoneNoMissing", $"Manager {ManagerNo} has no mobile number, which -NotifyType Sms needs. Nothing was sent for them.", "Add one in the console, give it with New-LsNotificationRecipient -CellPhoneNo, or use -NotifyType Email.");
}
