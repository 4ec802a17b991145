using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet about recordings: given as such, or named by their channel and their id.</summary>
public abstract class LsRecordingIdsCmdlet : LsCmdlet
{
    private protected const string IdSet = "Id";
    private protected const string ObjectSet = "Object";

    /// <summary>Channel of the recordings.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(RecordingKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Ids of recordings.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = IdSet)]
    [ArgumentCompleter(typeof(NameCompleter<RecordingKind>))]
    [ValidateNotNullOrEmpty]
    public long[] RecordId { get; set; } = [];

    /// <summary>Recordings, results of exporting them, or rows about them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [RecordingInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Recording[] InputObject { get; set; } = [];

    /// <summary>What the input names, by channel and id. A recording without its channel is an error of its own.</summary>
    private protected IEnumerable<(string ChannelId, long RecordId)> Named()
    {
        if (ParameterSetName == IdSet)
        {
            TurnTo(ChannelId);
            foreach (long recordId in RecordId)
            {
                yield return (ChannelId, recordId);
            }

            yield break;
        }

        foreach (Recording recording in InputObject)
        {
            TurnTo(recording);
            if (recording.ChannelId is { } channelId)
            {
                yield return (channelId, recording.RecordId);
            }
            else
            {
                WriteError(RecordingKind.ChannelMissing(recording.RecordId));
            }
        }
    }
}
