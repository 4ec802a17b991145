using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Writes what happens, as it happens: to all channels, or to some.</summary>
[Cmdlet(VerbsCommon.Watch, "LsEvent", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Event))]
public sealed class WatchLsEventCommand : LsEventStreamCmdlet
{
    private protected override void Finish()
    {
        if (IsAsked)
        {
            Begin();
            Run(asks: true);
        }
    }
}
