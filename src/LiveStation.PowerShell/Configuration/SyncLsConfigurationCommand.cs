using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Makes an account what a configuration says. It stops at an error, says what was done, and goes on from there when it is run
/// again: it keeps no state of its own, and each run begins with a comparison.
/// </summary>
[Cmdlet(VerbsData.Sync, "LsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConfigurationChange))]
public sealed class SyncLsConfigurationCommand : LsConfigurationCmdlet
{
    /// <summary>Remove what cannot be changed, and make it anew.</summary>
    [Parameter]
    public SwitchParameter Replace { get; set; }

    /// <summary>The vault that secrets are read from; without it the environment, and then the vaults of the session.</summary>
    [Parameter]
    [TextOnly]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Vault { get; set; }

    /// <summary>How long to wait for the service to be through with things, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Do not ask, and pass over fields that this version does not know.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool Replaces => Replace;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ConfigurationDocument document = ReadDocument();
        if (Compare(document) is not { } plan)
        {
            return;
        }

        if (!IsPreview)
        {
            Stop(plan.Faults, "Nothing was sent.");
        }

        foreach (ConfigurationChange left in plan.Changes.Where(change => Prune && change.Action == ConfigurationAction.Leave))
        {
            WriteWarning($"{left.Kind} {left.Name}: {left.Hint}");
        }

        SecretSource secrets = new(this, Vault);
        ConfigurationRun run = new(this, CurrentContext.Zone, TimeoutSec)
        {
            Service = Client.Configuration,
            Approve = (target, action) => Approve(target, action, Force),
            Reveal = secrets.Reveal,
            Compare = progress => Again(document, progress),
            Done = WriteObject,
        };
        if (plan.Faults.Count == 0)
        {
            run.Run(plan);
            return;
        }

        // A preview shows all of it, and after that what stands in the way.
        run.IsApproved(plan);
        Stop(plan.Faults, "Nothing can be sent as it is.");
    }

    private ConfigurationPlan? Again(ConfigurationDocument document, string progress)
    {
        ConfigurationPlan? plan = Compare(document);
        Stop(plan?.Faults ?? [], progress);
        return plan;
    }
}
