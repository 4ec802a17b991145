using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that does one thing to each of some things, and writes them only where it is told to.</summary>
/// <typeparam name="T">The things.</typeparam>
public abstract class LsPassThruCmdlet<T> : LsActionCmdlet<T>
{
    /// <summary>Also write each thing as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Done(T answer)
    {
        if (PassThru)
        {
            WriteObject(answer);
        }
    }
}
