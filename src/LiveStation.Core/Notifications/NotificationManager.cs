using System.Text.Json;

namespace LiveStation;

/// <summary>
/// A person who can be notified. The mail address and the number are personal data: whole in the property, masked in views, and
/// nowhere else.
/// </summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-managerlist</remarks>
public sealed class NotificationManager : ServiceRecord
{
    /// <summary>Number of the person.</summary>
    public long? ManagerNo { get; init; }

    /// <summary>Name.</summary>
    public string? ManagerName { get; init; }

    /// <summary>Mail address; personal.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>Mobile number; personal. A text: it begins with a zero.</summary>
    public string? CellPhoneNo { get; init; }

    /// <summary>The group that was asked for.</summary>
    public long? ManagerGroupNo { get; init; }

    private protected override string Summary => $"{ManagerName} ({ManagerNo})";

    internal static NotificationManager Read(JsonElement element, long managerGroupNo)
    {
        JsonFields fields = new(element);
        return new NotificationManager
        {
            ManagerNo = fields.Long("managerNo"),
            ManagerName = fields.Text("managerName"),
            EmailAddress = fields.Text("emailAddress"),
            CellPhoneNo = fields.Text("cellPhoneNo"),
            ManagerGroupNo = managerGroupNo,
            Rest = fields.Rest,
        };
    }
}
