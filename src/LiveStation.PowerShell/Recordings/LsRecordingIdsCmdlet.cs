using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet about recordings that are named by their channel and their id.</summary>
public abstract class LsRecordingIdsCmdlet : LsCmdlet
{
    /// <summary>Channel of the recordings.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ChannelId]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Ids of recordings.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RecordIdCompleter))]
    [ValidateNotNullOrEmpty]
    public long[] RecordId { get; set; } = [];
}
