using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets when channels went on air and off.</summary>
[Cmdlet(VerbsCommon.Get, "LsPublishLog", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Event))]
public sealed class GetLsPublishLogCommand : LsEventCmdlet
{
    private protected override IAsyncEnumerable<Event> OfChannel(LiveStationClient client, string channelId) => client.Events.ListPublishLogAsync(channelId, StopToken);

    private protected override IAsyncEnumerable<Event> OfRestream(LiveStationClient client, string channelId) => client.Events.ListRestreamPublishLogAsync(channelId, StopToken);
}
