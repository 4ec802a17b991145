using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets the people who can be notified: of some groups, or all.</summary>
[Cmdlet(VerbsCommon.Get, "LsNotificationManager")]
[OutputType(typeof(NotificationManager))]
public sealed class GetLsNotificationManagerCommand : LsFanOutCmdlet<NotificationManager>
{
    /// <summary>Numbers of groups; without it the group of everybody.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [IdOf(typeof(NotificationGroupKind))]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<NotificationGroupKind>))]
    public string[] ManagerGroupNo { get; set; } = ["0"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string number in ManagerGroupNo)
        {
            TurnTo(number);
            Add(Client.Notifications.ListManagersAsync(long.Parse(number, CultureInfo.InvariantCulture), StopToken), number);
        }
    }
}
