using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Shows what applying a configuration would do to an account. Sends nothing but reads.</summary>
[Cmdlet(VerbsData.Compare, "LsConfiguration")]
[OutputType(typeof(ConfigurationChange))]
[OutputType(typeof(bool))]
public sealed class CompareLsConfigurationCommand : LsConfigurationCmdlet
{
    /// <summary>Also write what is as the document wants it.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <summary>Write true where there is nothing to do, and false otherwise; nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Pass over fields that this version does not know.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Compare(ReadDocument()) is not { } plan)
        {
            return;
        }

        if (Quiet)
        {
            WriteObject(plan.IsEmpty && plan.Faults.Count == 0);
            return;
        }

        foreach (ConfigurationChange change in plan.Changes.Where(change => IncludeEqual || change.Action != ConfigurationAction.Equal))
        {
            Note(change);
            WriteObject(change);
        }

        Stop([.. plan.Faults.Where(static fault => !fault.IsOfApplying)], "Nothing was sent.");
    }
}
