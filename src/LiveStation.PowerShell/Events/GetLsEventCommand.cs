using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets what happened: to all channels, or to some.</summary>
[Cmdlet(VerbsCommon.Get, "LsEvent", DefaultParameterSetName = AllSet)]
[OutputType(typeof(Event))]
public sealed class GetLsEventCommand : LsEventCmdlet
{
    private const string AllSet = "All";

    private protected override IAsyncEnumerable<Event> OfChannel(LiveStationClient client, string channelId) => client.Events.ListOfChannelAsync(channelId, StopToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (ParameterSetName == AllSet)
        {
            Add(Client.Events.ListAsync(null, StopToken), null);
        }
    }
}
