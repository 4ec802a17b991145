using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a quality set of the qualities that are given or piped in.</summary>
[Cmdlet(VerbsCommon.New, "LsQualitySet", SupportsShouldProcess = true)]
[OutputType(typeof(QualitySet))]
public sealed class NewLsQualitySetCommand : LsCmdlet
{
    private readonly List<long> _ids = [];

    /// <summary>Name, 3 to 20 characters.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [NameRule("quality set", "Latin letters, digits and hyphens")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string Name { get; set; } = "";

    /// <summary>Ids of qualities, one to four.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(QualityKind))]
    [ArgumentCompleter(typeof(NameCompleter<QualityKind>))]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public string[] QualityId { get; set; } = [];

    /// <summary>Length of a segment.</summary>
    [Parameter]
    [TimeSpanWithUnit(TakesMilliseconds = true)]
    [ArgumentCompleter(typeof(SegmentCompleter))]
    public TimeSpan? SegmentDuration { get; set; }

    /// <summary>Segments in the playlist.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? SegmentCount { get; set; }

    /// <summary>Make it for low latency (LL-HLS).</summary>
    [Parameter]
    public SwitchParameter IsEnabledUll { get; set; }

    /// <summary>Put timed metadata in, by which a player knows them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? TimedMetadataHeader { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in QualityId)
        {
            TurnTo(id);
            RequireOneContext();
            long number = long.Parse(id, CultureInfo.InvariantCulture);
            if (!_ids.Contains(number))
            {
                _ids.Add(number);
            }
        }
    }

    private protected override void Finish()
    {
        QualitySetSettings settings = new()
        {
            Name = Name,
            QualityIds = _ids,
            IsEnabledUll = IsEnabledUll,
            SegmentDuration = SegmentDuration,
            SegmentCount = SegmentCount,
            TimedMetadataHeader = TimedMetadataHeader,
        };
        string words = "";
        try
        {
            words = settings.Check();
        }
        catch (LiveStationArgumentException e)
        {
            // There is one set to make, wherever its qualities come from.
            ThrowTerminatingError(ErrorRecords.Of(e, Name));
        }

        if (Approve(Name, "Make a quality set: " + words) && Try((client, token) => client.Qualities.CreateSetAsync(settings, token), Name, out QualitySet? made))
        {
            WriteObject(made);
        }
    }
}
