using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets what is being published to live channels: size, frame rate, bit rates.</summary>
[Cmdlet(VerbsCommon.Get, "LsStreamMetadata")]
[OutputType(typeof(StreamMetadata))]
public sealed class GetLsStreamMetadataCommand : LsChannelFanOutCmdlet<StreamMetadata>
{
    private protected override IEnumerable<IAsyncEnumerable<StreamMetadata>> Ask(string channelId)
    {
        LiveStationClient client = Client;
        yield return Once<StreamMetadata>(async token => await client.Channels.GetStreamMetadataAsync(channelId, token).ConfigureAwait(false), StopToken);
    }
}
