using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that starts or stops the recording of channels, once each however often they are given.</summary>
public abstract class LsRecordingSwitchCmdlet : LsCmdlet
{
    private readonly HashSet<(LsContext, string)> _done = [];

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    private protected abstract string Action { get; }

    private protected abstract Task<IReadOnlyList<Recording>> CallAsync(LiveStationClient client, string channelId, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            if (_done.Add((CurrentContext, id)) && Approve(CurrentContext.Seen.Describe(id), Action) && Try((client, token) => CallAsync(client, id, token), id, out IReadOnlyList<Recording>? recordings))
            {
                WriteObject(Concerned(recordings!), enumerateCollection: true);
            }
        }
    }

    // The answer counts all recordings of the channel and may hold them all; those at work are the ones that the call is about.
    private static IEnumerable<Recording> Concerned(IReadOnlyList<Recording> recordings)
    {
        List<Recording> atWork = [.. recordings.Where(static recording => recording.Status is RecordStatus.Recording or RecordStatus.Processing)];
        return atWork.Count > 0 ? atWork : recordings;
    }
}
