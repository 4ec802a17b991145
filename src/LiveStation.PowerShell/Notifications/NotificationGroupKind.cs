using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Groups of people who can be notified.</summary>
internal sealed class NotificationGroupKind : Kind
{
    public override string Noun => "a notification group";

    public override IReadOnlyList<Type> Records => [typeof(NotificationGroup)];

    public override string? IdName => nameof(NotificationGroup.ManagerGroupNo);

    public override string? NumberAdvice => "Get-LsNotificationGroup shows the numbers of groups, and finds one by its name: Get-LsNotificationGroup testgroup | Get-LsNotificationManager.";

    public override IReadOnlyList<string> Marks => [nameof(NotificationGroup.GroupName)];

    public override int Keep => 200;

    public override string Advice => "Get-LsNotificationManager lists the people of a group; these can be given to Set-LsNotification.";

    public override string? NameIn(object item) => ((NotificationGroup)item).ManagerGroupNo?.ToString(CultureInfo.InvariantCulture);

    public override string? LabelOf(object item) => ((NotificationGroup)item).GroupName;

    public override string Tip(object item) => ((NotificationGroup)item).GroupName ?? "";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Notifications.ListGroupsAsync(cancellationToken);
}
