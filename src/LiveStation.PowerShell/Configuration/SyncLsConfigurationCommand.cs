using System;
using System.Collections.Generic;
using System.Globalization;
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
    private const int Bar = 1;

    // A thing is made, then gets what its making could not give it; the third comparison finds nothing left.
    private const int MostRounds = 3;

    private readonly HashSet<(string, string)> _approved = [];
    private readonly Dictionary<(string, string), string> _made = [];
    private readonly HashSet<(string, string)> _done = [];
    private SecretSource? _secrets;
    private int _all;
    private bool _isShown;

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

    private protected override void Finish()
    {
        ConfigurationDocument document = ReadDocument();
        if (Compare(document) is not { } plan)
        {
            return;
        }

        Stop(plan.Faults, "Nothing was sent.");
        foreach (ConfigurationChange left in plan.Changes.Where(change => Prune && change.Action == ConfigurationAction.Leave))
        {
            WriteWarning($"{left.Kind} {left.Name}: {left.Hint}");
        }

        if (!IsApproved(plan))
        {
            return;
        }

        _secrets = new SecretSource(this, Vault);
        Ask(plan);
        for (int round = 1; ; round++)
        {
            Settle(plan);
            if (!Apply(plan))
            {
                break;
            }

            if (Compare(document) is not { } next)
            {
                return;
            }

            plan = next;
            Stop(plan.Faults, Progress());
            if (round == MostRounds)
            {
                TellNotKept(plan);
                break;
            }
        }

        if (_isShown)
        {
            WriteProgress(new ProgressRecord(Bar, "Applying the configuration", "done") { RecordType = ProgressRecordType.Completed });
        }

        WriteVerbose(Progress());
    }

    // All questions come before the first call. False where there is something to do and none of it is wanted.
    private bool IsApproved(ConfigurationPlan plan)
    {
        ConfigurationChange[] work = [.. plan.Changes.Where(static change => change.IsWork)];
        foreach (ConfigurationChange change in work)
        {
            string target = $"{change.Kind} {Text.Clean(change.Name)}{(change.Id is null || change.Id == change.Name ? "" : $" ({change.Id})")}";
            string action = change.Action switch
            {
                ConfigurationAction.Remove => "Remove for good",
                ConfigurationAction.Replace => "Remove for good and make anew",
                _ => change.Action.ToString(),
            };
            if (Approve(target, change.Difference is null ? action : $"{action}: {change.Difference}", Force))
            {
                _approved.Add(Key(change));
            }
        }

        _all = _approved.Count;
        return _all > 0 || work.Length == 0;
    }

    // Before anything is sent, so that a secret that is not there leaves nothing half done.
    private void Ask(ConfigurationPlan plan)
    {
        foreach (SecretReference reference in plan.Steps.Where(IsWanted).SelectMany(static step => step.Secrets))
        {
            try
            {
                _secrets!.Reveal(reference);
            }
            catch (LiveStationCredentialException e)
            {
                ThrowTerminatingError(ErrorRecords.Of(e, reference.Name));
            }
        }
    }

    /// <summary>Carries out what is wanted of a plan; false where that is nothing.</summary>
    private bool Apply(ConfigurationPlan plan)
    {
        ConfigurationStep[] steps = [.. plan.Steps.Where(IsWanted)];
        ConfigurationBuild build = new()
        {
            Zone = CurrentContext.Zone,
            IdOf = (section, name) => long.Parse((_made.TryGetValue((section, name), out string? id) ? id : plan.IdOf(section, name)) ?? throw Missing(name), CultureInfo.InvariantCulture),
            Reveal = _secrets!.Reveal,
        };
        for (int i = 0; i < steps.Length; i++)
        {
            ConfigurationStep step = steps[i];
            WriteProgress(new ProgressRecord(Bar, "Applying the configuration", $"{step.Kind} {step.Change.Kind} {step.Change.Name}") { PercentComplete = 100 * i / steps.Length });
            _isShown = true;
            try
            {
                if (Await(step.RunAsync(Client.Configuration, build, StopToken)) is { } made)
                {
                    _made[(step.Section.Name, step.Change.Name!)] = step.Section.IdOf(made);
                    Note(made);
                }
            }
            catch (LiveStationException e)
            {
                Halt(ErrorRecords.Of(e, step.Change.Name), step.Change);
            }

            // A change of several calls is done with the last of them.
            if (!steps.Skip(i + 1).Any(later => ReferenceEquals(later.Change, step.Change)) && _done.Add(Key(step.Change)))
            {
                Note(step.Change);
                WriteObject(step.Change);
            }
        }

        return steps.Length > 0;
    }

    private void Settle(ConfigurationPlan plan)
    {
        (ConfigurationSection Section, ServiceRecord Now, bool IsToGo)[] unsettled = [.. plan.Unsettled];
        int settled = 0;
        StateWait<ServiceRecord> wait = new(this)
        {
            Activity = "Waiting for the service to be through",
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StateOf = static record => SectionOf(record).StateOf(record),
            IsDone = record => Array.Exists(unsettled, one => one.Section.Holds(record) && one.Section.IdOf(one.Now) == one.Section.IdOf(record) && (one.IsToGo ? one.Section.IsSettled(record) : one.Section.IsMade(record))),
            IsFailed = static record => !SectionOf(record).IsOwn(record),
            NotFound = id => ErrorRecords.NotFound(id, "channel", "ChannelNotFound", "Run the same command again: it compares anew."),
            FailedAdvice = "Run the same command again: it compares anew.",
            TimeoutAdvice = "Run the same command again later: it goes on with what is left.",
            Ended = _ => settled++,
        };
        foreach ((ConfigurationSection section, ServiceRecord now, bool _) in unsettled)
        {
            string id = section.IdOf(now);
            wait.Add(id, async token => await section.GetAsync(Client.Configuration, id, token).ConfigureAwait(false));
        }

        if (wait.TryRun() is { } timedOut)
        {
            Halt(timedOut, null);
        }

        if (settled < unsettled.Length)
        {
            Halt(ErrorRecords.Of(new LiveStationWaitException("WaitFailedState", ErrorKind.OperationFailed, "What was waited for cannot be had.", "Look at the errors before this one."), null), null);
        }

        // Many calls are still to come.
        ExpectMany();
    }

    private void Halt(ErrorRecord error, ConfigurationChange? at)
    {
        string place = at is null ? "" : $"Stopped at {at.Kind} {Text.Clean(at.Name)}{(at.Action == ConfigurationAction.Change ? $" ({at.Difference})" : "")}. ";
        error.ErrorDetails = new ErrorDetails(Text.Line($"{place}{Progress()} {error.Exception.Message}"))
        {
            RecommendedAction = Text.Line($"{error.ErrorDetails.RecommendedAction} Then run the same command again: it compares anew and goes on with what is left."),
        };
        ThrowTerminatingError(error);
    }

    private static LiveStationArgumentException Missing(string name) =>
        new("ConfigurationNameUnknown", $"{Text.Clean(name)} is not there: it was to be made in this run, and was not approved.", "Approve what it stands on too.");

    // What was asked for, and is still otherwise.
    private void TellNotKept(ConfigurationPlan plan)
    {
        foreach (ConfigurationStep step in plan.Steps.Where(IsWanted))
        {
            WriteError(ErrorRecords.Of(
                new LiveStationWaitException("ConfigurationNotKept", ErrorKind.OperationFailed, $"{step.Change.Kind} {Text.Clean(step.Change.Name)} was sent as the document wants it, and the service still tells otherwise: {step.Change.Difference}.", "Compare again in a minute. Where it stays so, the service does not keep the value: take the field out of the document."),
                "ConfigurationNotKept",
                ErrorCategory.InvalidResult,
                step.Change.Name,
                "Compare again in a minute. Where it stays so, the service does not keep the value: take the field out of the document."));
        }
    }

    private string Progress() => string.Format(CultureInfo.InvariantCulture, _all == 0 ? "Nothing had to be changed." : "{0} of {1} changes were carried out.", _done.Count, _all);

    // What a new thing still lacks goes with the approval of its making.
    private bool IsWanted(ConfigurationStep step) => _approved.Contains(Key(step.Change));

    private static (string, string) Key(ConfigurationChange change) => (change.Kind!, change.Name!);

    private static ConfigurationSection SectionOf(ServiceRecord record) => ConfigurationSections.All.First(section => section.Holds(record));
}
