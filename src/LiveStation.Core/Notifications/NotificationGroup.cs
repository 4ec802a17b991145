using System.Text.Json;

namespace LiveStation;

/// <summary>A group of people who can be notified. Groups are kept in the console.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-managergrouplist</remarks>
public sealed class NotificationGroup : ServiceRecord
{
    /// <summary>Number of the group; 0 is that of everybody.</summary>
    public long? ManagerGroupNo { get; init; }

    /// <summary>Name.</summary>
    public string? GroupName { get; init; }

    private protected override string Summary => $"{GroupName} ({ManagerGroupNo})";

    internal static NotificationGroup Read(JsonElement element)
    {
        JsonFields fields = new(element);
        return new NotificationGroup { ManagerGroupNo = fields.Long("managerGroupNo"), GroupName = fields.Text("groupName"), Rest = fields.Rest };
    }
}
