using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Carries out a plan: asks, resolves secrets, sends, waits, and compares again until nothing is left.</summary>
/// <param name="cmdlet">Who runs it.</param>
/// <param name="zone">The zone of the account.</param>
/// <param name="timeoutSec">How long the service may take to be through with things.</param>
internal sealed class ConfigurationRun(LsCmdlet cmdlet, Zone zone, int timeoutSec)
{
    private const int Bar = 1;

    // A thing is made, then gets what its making could not give it; the third comparison finds nothing left.
    private const int MostRounds = 3;

    private readonly HashSet<(string, string)> _approved = [];
    private readonly Dictionary<(string, string), string> _made = [];
    private readonly HashSet<(string, string)> _done = [];
    private int _all;
    private bool _isShown;

    /// <summary>The account.</summary>
    public required ConfigurationService Service { get; init; }

    /// <summary>Asks about a change.</summary>
    public required Func<string, string, bool> Approve { get; init; }

    /// <summary>Gives a secret.</summary>
    public required Func<SecretReference, string> Reveal { get; init; }

    /// <summary>Compares anew, and ends the command where something stands in the way; null where the account could not be read.</summary>
    public required Func<string, ConfigurationPlan?> Compare { get; init; }

    /// <summary>Told of each change when it is done.</summary>
    public required Action<ConfigurationChange> Done { get; init; }

    /// <summary>The ids of what was made, by section and name.</summary>
    public IReadOnlyDictionary<(string Section, string Name), string> Made => _made;

    /// <summary>Carries it out.</summary>
    /// <returns>False where it was not wanted, or not brought to its end.</returns>
    public bool Run(ConfigurationPlan plan)
    {
        if (!IsApproved(plan))
        {
            return false;
        }

        Ask(plan);
        for (int round = 1; ; round++)
        {
            Settle(plan);
            if (!Apply(plan))
            {
                break;
            }

            if (Compare(Progress()) is not { } next)
            {
                return false;
            }

            plan = next;
            if (round == MostRounds)
            {
                TellNotKept(plan);
                break;
            }
        }

        if (_isShown)
        {
            cmdlet.WriteProgress(new ProgressRecord(Bar, "Applying the configuration", "done") { RecordType = ProgressRecordType.Completed });
        }

        cmdlet.WriteVerbose(Progress());
        return true;
    }

    /// <summary>Asks about each change, before the first call; false where there is something to do and none of it is wanted.</summary>
    public bool IsApproved(ConfigurationPlan plan)
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
            if (Approve(target, $"{action}{(change.Difference is null ? "" : ": " + change.Difference)}{Lost(change)}"))
            {
                _approved.Add(Key(change));
            }
        }

        _all = _approved.Count;
        return _all > 0 || work.Length == 0;
    }

    // What is asked for by its channel is out of reach without it.
    private static string Lost(ConfigurationChange change) =>
        change is { Kind: "Channel", Action: ConfigurationAction.Remove or ConfigurationAction.Replace } ? "; its recordings that are in no bucket yet can no longer be exported" : "";

    // Before anything is sent, so that a secret that is not there leaves nothing half done.
    private void Ask(ConfigurationPlan plan)
    {
        foreach (SecretReference reference in plan.Steps.Where(IsWanted).SelectMany(static step => step.Secrets))
        {
            try
            {
                Reveal(reference);
            }
            catch (LiveStationCredentialException e)
            {
                cmdlet.ThrowTerminatingError(ErrorRecords.Of(e, reference.Name));
            }
        }
    }

    /// <summary>Carries out what is wanted of a plan; false where that is nothing.</summary>
    private bool Apply(ConfigurationPlan plan)
    {
        ConfigurationStep[] steps = [.. plan.Steps.Where(IsWanted)];
        ConfigurationBuild build = new()
        {
            Zone = zone,
            IdOf = (section, name) => long.Parse((_made.TryGetValue((section, name), out string? id) ? id : plan.IdOf(section, name)) ?? throw Missing(name), CultureInfo.InvariantCulture),
            Reveal = Reveal,
        };
        for (int i = 0; i < steps.Length; i++)
        {
            ConfigurationStep step = steps[i];
            cmdlet.WriteProgress(new ProgressRecord(Bar, "Applying the configuration", $"{step.Kind} {step.Change.Kind} {step.Change.Name}") { PercentComplete = 100 * i / steps.Length });
            _isShown = true;
            try
            {
                if (cmdlet.AwaitResult(step.RunAsync(Service, build, cmdlet.Token)) is { } made)
                {
                    _made[(step.Section.Name, step.Change.Name!)] = step.Section.IdOf(made);
                    cmdlet.Note(made);
                }
            }
            catch (LiveStationException e)
            {
                Halt(ErrorRecords.Of(e, step.Change.Name), step.Change);
            }

            // A change of several calls is done with the last of them.
            if (!steps.Skip(i + 1).Any(later => ReferenceEquals(later.Change, step.Change)) && _done.Add(Key(step.Change)))
            {
                cmdlet.Note(step.Change);
                Done(step.Change);
            }
        }

        return steps.Length > 0;
    }

    private void Settle(ConfigurationPlan plan)
    {
        (ConfigurationSection Section, ServiceRecord Now, bool IsToGo)[] unsettled = [.. plan.Unsettled];
        int settled = 0;
        StateWait<ServiceRecord> wait = new(cmdlet)
        {
            Goal = "the service to be through",
            Timeout = TimeSpan.FromSeconds(timeoutSec),
            StateOf = static record => SectionOf(record).StateOf(record),
            IsDone = record => Array.Exists(unsettled, one => one.Section.Holds(record) && one.Section.IdOf(one.Now) == one.Section.IdOf(record) && (one.IsToGo ? one.Section.IsSettled(record) : one.Section.IsMade(record))),
            IsFailed = static record => !SectionOf(record).IsOwn(record),
            FailedAdvice = "Run the same command again: it compares anew.",
            TimeoutAdvice = "Run the same command again later: it goes on with what is left.",
            Ended = _ => settled++,
        };
        foreach ((ConfigurationSection section, ServiceRecord now, bool _) in unsettled)
        {
            string id = section.IdOf(now);
            wait.Add(id, async token => await section.GetAsync(Service, id, token).ConfigureAwait(false));
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
        cmdlet.ExpectMany();
    }

    private void Halt(ErrorRecord error, ConfigurationChange? at)
    {
        string place = at is null ? "" : $"Stopped at {at.Kind} {Text.Clean(at.Name)}{(at.Action == ConfigurationAction.Change ? $" ({at.Difference})" : "")}. ";
        error.ErrorDetails = new ErrorDetails(Text.Line($"{place}{Progress()} {error.Exception.Message}"))
        {
            RecommendedAction = Text.Line($"{error.ErrorDetails.RecommendedAction} Then run the same command again: it compares anew and goes on with what is left."),
        };
        cmdlet.ThrowTerminatingError(error);
    }

    private static LiveStationArgumentException Missing(string name) =>
        new("ConfigurationNameUnknown", $"{Text.Clean(name)} is not there: it was to be made in this run, and was not approved.", "Approve what it stands on too.");

    // What was asked for, and is still otherwise.
    private void TellNotKept(ConfigurationPlan plan)
    {
        foreach (ConfigurationStep step in plan.Steps.Where(IsWanted))
        {
            cmdlet.WriteError(ErrorRecords.Of(
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
