using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes the segments of quality sets. Broadcasts that use them are interrupted and restarted.</summary>
[Cmdlet(VerbsCommon.Set, "LsQualitySet", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(QualitySet))]
public sealed class SetLsQualitySetCommand : LsActionCmdlet<QualitySet>
{
    private QualitySet? _now;

    /// <summary>Ids of quality sets; nothing else than a quality set is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(QualitySetKind))]
    [ArgumentCompleter(typeof(NameCompleter<QualitySetKind>))]
    [ValidateNotNull]
    public string[] QualitySetId { get; set; } = [];

    /// <summary>Length of a segment.</summary>
    [Parameter]
    [TimeSpanWithUnit(TakesMilliseconds = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public TimeSpan? SegmentDuration { get; set; }

    /// <summary>Segments in the playlist.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? SegmentCount { get; set; }

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Also write the quality set as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<string> Ids => QualitySetId;

    private protected override bool IsForced => Force;

    private QualitySetChange Change => new() { SegmentDuration = SegmentDuration, SegmentCount = SegmentCount };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Change.IsEmpty)
        {
            RefuseParameters("NothingToChange", "No setting was named, so there is nothing to change.", "Name -SegmentDuration, -SegmentCount or both; nothing else of a quality set can be changed.");
        }
    }

    // The set is read first: the service wants both settings each time, and the question is to name the channels that are hit.
    private protected override string? Plan(string id)
    {
        if (!Try((client, token) => client.Qualities.GetSetAsync(Number(id), token), id, out _now))
        {
            return null;
        }

        try
        {
            return $"Set {Change.Check(_now!)}; {_now!.Consequence}";
        }
        catch (LiveStationArgumentException e)
        {
            WriteFailure(e, id);
            return null;
        }
    }

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<QualitySetKind>(id);

    private protected override Task<QualitySet> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Qualities.UpdateSetAsync(Number(id), _now!, Change, cancellationToken);

    private protected override void Done(QualitySet answer)
    {
        if (PassThru)
        {
            WriteObject(answer);
        }
    }

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
