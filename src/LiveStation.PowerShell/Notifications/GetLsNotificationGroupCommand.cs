using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Gets the groups of people who can be notified.</summary>
[Cmdlet(VerbsCommon.Get, "LsNotificationGroup", DefaultParameterSetName = ListSet)]
[OutputType(typeof(NotificationGroup))]
public sealed class GetLsNotificationGroupCommand : LsListCmdlet<NotificationGroup>
{
    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [Alias("GroupName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LabelCompleter<NotificationGroupKind>))]
    public override string[] Name { get; set; } = [];

    private protected override (string Noun, string NotFoundId) Words => ("notification group", "NotificationGroupNotFound");

    private protected override Type? Listed => typeof(NotificationGroupKind);

    private protected override string? NameOf(NotificationGroup item) => item.GroupName;

    private protected override IAsyncEnumerable<NotificationGroup> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Notifications.ListGroupsAsync(cancellationToken);
}
