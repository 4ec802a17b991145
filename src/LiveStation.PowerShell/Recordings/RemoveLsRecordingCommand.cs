using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Deletes temporary recordings, in few calls for each channel. Copies in a bucket stay.</summary>
[Cmdlet(VerbsCommon.Remove, "LsRecording", DefaultParameterSetName = IdSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveLsRecordingCommand : LsRecordingIdsCmdlet
{
    private readonly Dictionary<string, List<long>> _approved = [];
    private readonly HashSet<(string, long)> _asked = [];

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((string channelId, long recordId) in Named())
        {
            RequireOneContext();
            if (!_asked.Add((channelId, recordId)) || !Approve(RecordingKind.Describe(CurrentContext.Seen, channelId, recordId), "Delete the temporary recording for good", Force))
            {
                continue;
            }

            if (!_approved.TryGetValue(channelId, out List<long>? ids))
            {
                _approved.Add(channelId, ids = []);
            }

            ids.Add(recordId);
        }
    }

    private protected override void Finish()
    {
        foreach (KeyValuePair<string, List<long>> channel in _approved.ToArray())
        {
            Pull<BulkOutcome<long, bool>> outcomes = Start(Client.Recordings.DeleteAsync(channel.Key, channel.Value, StopToken));
            while (outcomes.Next())
            {
                if (outcomes.Current.Failure is { } failure)
                {
                    WriteFailure(failure, [.. outcomes.Current.Ids.Select(recordId => RecordingWait.Name(channel.Key, recordId))], "recordings");
                }
            }
        }
    }
}
