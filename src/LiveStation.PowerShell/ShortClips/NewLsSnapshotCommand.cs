using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Makes snapshots of channels that are being recorded, to cut short clips from.</summary>
[Cmdlet(VerbsCommon.New, "LsSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class NewLsSnapshotCommand : LsActionCmdlet<Snapshot>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>How far back from now, in whole minutes; without it everything since the recording began, at most four hours.</summary>
    [Parameter(Position = 1)]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(MinutesCompleter))]
    public TimeSpan? LimitedDuration { get; set; }

    private protected override IReadOnlyList<string> Ids => ChannelId;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            ShortClipOperations.CheckSnapshot("-LimitedDuration", LimitedDuration);
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }
    }

    private protected override string Plan(string id) => LimitedDuration is { } span
        ? string.Format(CultureInfo.InvariantCulture, "Make a snapshot of the last {0:0} min", span.TotalMinutes)
        : "Make a snapshot of the recording so far";

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override Task<Snapshot> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.ShortClips.CreateSnapshotAsync(id, LimitedDuration, cancellationToken);

    private protected override void Done(Snapshot answer) => WriteObject(answer);
}
