using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that ends something of a channel: asks first, and takes no recordings for channels.</summary>
public abstract class LsChannelEndCmdlet : LsChannelActionCmdlet
{
    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Bound from recordings only, which are refused: who pipes them here means Remove-LsRecording, and would lose the channel.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    public long[]? RecordId { get; set; }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (RecordId is null)
        {
            base.ProcessRecord();
            return;
        }

        foreach (string id in ChannelId)
        {
            WriteError(ErrorRecords.Of(
                new PSArgumentException($"A recording of {id} was given, and this is about the whole channel. Nothing was sent."),
                "RecordingRefused",
                ErrorCategory.InvalidArgument,
                id,
                "Use Remove-LsRecording for recordings; for their channels pipe the ids: | ForEach-Object ChannelId."));
        }
    }
}
