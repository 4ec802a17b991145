using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets what happened: to all channels, or to some.</summary>
[Cmdlet(VerbsCommon.Get, "LsEvent", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Event))]
public sealed class GetLsEventCommand : LsAnyEventCmdlet
{
    private protected override void AskAll() => Add(Client.Events.ListAsync(null, StopToken), null);
}
