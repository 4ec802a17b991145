using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>People who can be notified, and those who are.</summary>
internal sealed class NotificationManagerKind : Kind
{
    public override string Noun => "a person to notify";

    public override IReadOnlyList<Type> Records => [typeof(NotificationManager), typeof(NotificationRecipient)];

    public override string? IdName => nameof(NotificationManager.ManagerNo);

    public override string? NumberAdvice => "Get-LsNotificationManager shows the numbers of people.";

    public override IReadOnlyList<string> Marks => [nameof(NotificationManager.ManagerNo)];

    public override int Keep => 500;

    public override bool IsSeenIn(Type type) => type == typeof(NotificationManager);

    public override string Advice => "People go to Set-LsNotification -Recipient.";

    public override string? NameIn(object item) => ((NotificationManager)item).ManagerNo?.ToString(CultureInfo.InvariantCulture);

    // Never the address or the number: tool tips are seen by who looks over a shoulder.
    public override string Tip(object item) => ((NotificationManager)item).ManagerName ?? "";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Notifications.ListManagersAsync(0, cancellationToken);
}
