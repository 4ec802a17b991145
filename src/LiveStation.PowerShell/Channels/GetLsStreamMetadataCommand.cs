using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets what is being published to live channels: size, frame rate, bit rates.</summary>
[Cmdlet(VerbsCommon.Get, "LsStreamMetadata")]
[OutputType(typeof(StreamMetadata))]
public sealed class GetLsStreamMetadataCommand : LsFanOutCmdlet<StreamMetadata>
{
    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ChannelId]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            Add(Once<StreamMetadata>(async token => await Client.Channels.GetStreamMetadataAsync(id, token).ConfigureAwait(false)), id);
        }
    }
}
