using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that starts or stops the recording of channels.</summary>
public abstract class LsRecordingSwitchCmdlet : LsActionCmdlet<IReadOnlyList<Recording>>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override void Done(IReadOnlyList<Recording> answer) => WriteObject(Concerned(answer), enumerateCollection: true);

    // The answer counts all recordings of the channel and may hold them all; those at work are the ones that the call is about.
    private static IEnumerable<Recording> Concerned(IReadOnlyList<Recording> recordings)
    {
        List<Recording> atWork = [.. recordings.Where(static recording => recording.Status is RecordStatus.Recording or RecordStatus.Processing)];
        return atWork.Count > 0 ? atWork : recordings;
    }
}
