using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that calls the service: knows the context in force, and turns failures into error records.</summary>
public abstract class LsCmdlet : AsyncCmdlet
{
    private const int PauseBar = 2;
    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(2);

    private bool _isPauseShown;
    private LsContext? _inForce;
    private LsContext? _gathering;
    private object? _origin;
    private readonly Dictionary<LsContext, AccountCalls> _calls = [];
    private bool? _areMany;

    /// <summary>The context to use; without it the connected one, or else the one that the environment or the vendor CLI's file gives.</summary>
    [Parameter(ValueFromPipeline = true)]
    [Given]
    [LivingContext]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public LsContext? Context { get; set; }

    /// <summary>The client of the context in force, telling its events to this cmdlet's streams.</summary>
    /// <exception cref="PipelineStoppedException">There is no context: a terminating error was written.</exception>
    private protected LiveStationClient Client => Calls.Client;

    private AccountCalls Calls
    {
        get
        {
            // Each object of a pipeline may bring a context of its own.
            LsContext context = CurrentContext;
            if (!_calls.TryGetValue(context, out AccountCalls? calls))
            {
                WriteVerbose($"{context.Endpoint}, access key {Text.Clean(context.AccessKeyId)} from {Text.Clean(context.CredentialSource)}{(context.Proxy is { } proxy ? ", through " + proxy : "")}");
                _calls.Add(context, calls = new AccountCalls(context, Tell) { AreMany = _areMany ??= IsGivenSeveral });
            }

            return calls;
        }
    }

    private bool IsGivenSeveral => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.Values.Any(static value => value is object[] { Length: > 1 } or long[] { Length: > 1 });

    /// <summary>Says whether there is more than one call to make; the input tells it where nothing else does.</summary>
    internal void ExpectMany(bool areMany = true)
    {
        _areMany = areMany;
        foreach (AccountCalls calls in _calls.Values)
        {
            calls.AreMany = areMany;
        }
    }

    /// <summary>Calls again after the gateway let nothing through.</summary>
    internal void GoOn()
    {
        foreach (AccountCalls calls in _calls.Values)
        {
            calls.GoOn();
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        Finish();
        TellGivenUp();
    }

    /// <summary>What is left to do after the last object of the input.</summary>
    private protected virtual void Finish()
    {
    }

    /// <summary>Tells, in one error for each account, which calls were given up because the gateway lets nothing through.</summary>
    private protected void TellGivenUp()
    {
        foreach (AccountCalls calls in _calls.Values)
        {
            if (calls.TakeError() is { } error)
            {
                WriteError(error);
            }
        }
    }

    /// <summary>The context in force for the object at hand: the named one, or the one that it came from, or the connected one.</summary>
    private protected LsContext CurrentContext => Context ?? _origin as LsContext ?? (_inForce ??= InForce());

    /// <summary>Turns to an id, which may know the context that it came from.</summary>
    private protected void TurnTo(string id) => _origin = Origins.Of(id);

    /// <summary>The same for an object.</summary>
    private protected void TurnTo(ServiceRecord record) => _origin = record.Origin;

    /// <summary>Turns to an origin that was kept; gives the one before.</summary>
    private protected object? TurnTo(object? origin)
    {
        (object? before, _origin) = (_origin, origin);
        return before;
    }

    /// <summary>The origin of the object at hand.</summary>
    private protected object? CurrentOrigin => _origin;

    /// <summary>For what gathers its input and calls at the end: everything must be meant for one account, or the last one would get it all.</summary>
    private protected void RequireOneContext()
    {
        _gathering ??= CurrentContext;
        if (_gathering != CurrentContext)
        {
            RefuseParameters("SeveralContexts", "This command gathers its input for one account, and was given several contexts. Nothing was sent.", "Run it once for each context, with -Context.");
        }
    }

    private LsContext InForce()
    {
        LsContext? context = null;
        try
        {
            context = ContextStore.Current(WriteWarning);
        }
        catch (LiveStationException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }

        if (context is null)
        {
            ThrowTerminatingError(ErrorRecords.NotConnected());
        }

        return context!;
    }

    /// <summary>Writes what a sequence yields and passes the filter; a failure is one error about <paramref name="target"/>, after the objects that came before it.</summary>
    private protected Drained Drain<T>(Pull<T> pull, object? target, Func<T, bool> filter)
    {
        Drained drained = Drained.Nothing;
        try
        {
            while (pull.Next())
            {
                if (drained == Drained.Nothing)
                {
                    // The rest of a list is work that was begun.
                    drained = Drained.Objects;
                    ExpectMany();
                }

                Note(pull.Current);
                if (filter(pull.Current))
                {
                    WriteObject(pull.Current);
                }
            }
        }
        catch (LiveStationException e)
        {
            drained = Drained.Failed;
            WriteFailure(e, target);
        }

        pull.End();
        return drained;
    }

    /// <summary>Goes through sequences in their order, with so many of them under way.</summary>
    /// <param name="about">What each is about.</param>
    /// <param name="limit">How many at once.</param>
    /// <param name="begin">Gives the sequence; null where there is nothing to ask.</param>
    /// <param name="drain">Takes what it yields, and gives what is to be gone on with.</param>
    private protected IEnumerable<TResult> SideBySide<TAbout, T, TResult>(IEnumerable<TAbout> about, int limit, Func<TAbout, IAsyncEnumerable<T>?> begin, Func<TAbout, Pull<T>?, IEnumerable<TResult>> drain)
    {
        Queue<(TAbout About, Pull<T>? Pull)> line = new();
        foreach (TAbout one in about)
        {
            line.Enqueue((one, begin(one) is { } sequence ? Start(sequence) : null));
            while (line.Count >= limit)
            {
                foreach (TResult result in Next())
                {
                    yield return result;
                }
            }
        }

        while (line.Count > 0)
        {
            foreach (TResult result in Next())
            {
                yield return result;
            }
        }

        IEnumerable<TResult> Next()
        {
            (TAbout one, Pull<T>? pull) = line.Dequeue();
            return drain(one, pull);
        }
    }

    /// <summary>How a sequence went.</summary>
    private protected enum Drained
    {
        Nothing,
        Objects,
        Failed,
    }

    /// <summary>Makes one call; a failure is one error about <paramref name="target"/>.</summary>
    /// <returns>Whether it went well.</returns>
    private protected bool Try<T>(Func<LiveStationClient, CancellationToken, Task<T>> call, object? target, out T? result)
    {
        try
        {
            result = Await(call(Client, StopToken));
            Note(result);
            return true;
        }
        catch (LiveStationException e)
        {
            WriteFailure(e, target);
            result = default;
            return false;
        }
    }

    /// <summary>Writes a failure; one that makes every further call useless, such as a refused key, ends the command.</summary>
    internal void WriteFailure(LiveStationException failure, object? target)
    {
        if (Calls.Keep(failure, target is null ? [] : [target.ToString()!]))
        {
            return;
        }

        ErrorRecord error = ErrorRecords.Of(failure, target);
        if (failure.Kind == ErrorKind.NotFound && Context is null && _origin == Origins.Copy)
        {
            error.ErrorDetails.RecommendedAction = "The object is a copy, from a job, a file or Select-Object, and does not know the account that it came from: if that is another one, give it with -Context. " + error.ErrorDetails.RecommendedAction;
        }

        WriteFailure(error);
    }

    /// <summary>Writes the failure of one call for several things.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="names">What the call was about.</param>
    /// <param name="noun">What these are, in the plural.</param>
    private protected void WriteFailure(LiveStationException failure, IReadOnlyList<string> names, string noun)
    {
        if (!Calls.Keep(failure, names))
        {
            WriteFailure(ErrorRecords.OfBulk(failure, names, noun));
        }
    }

    /// <summary>Writes that a list could not be read to its end, so that what stands on the rest of it was not looked at.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="listed">How many came before.</param>
    /// <param name="noun">What these are, in the plural.</param>
    private protected void WriteBrokenList(LiveStationException failure, int listed, string noun)
    {
        string sentence = ErrorRecords.BrokenList(failure, listed, noun);
        if (!Calls.Keep(failure, [], sentence))
        {
            WriteFailure(ErrorRecords.OfBrokenList(failure, sentence));
        }
    }

    private void WriteFailure(ErrorRecord error)
    {
        if (error.Exception is LiveStationException { Kind: ErrorKind.Authentication or ErrorKind.Credential } failure)
        {
            if (failure.Kind == ErrorKind.Authentication)
            {
                // Who has several accounts looks at the wrong one first.
                error.ErrorDetails = new ErrorDetails(Text.Line($"{error.ErrorDetails.Message} The access key is {CurrentContext.AccessKeyId}, from {CurrentContext.CredentialSource}.")) { RecommendedAction = error.ErrorDetails.RecommendedAction };
            }

            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    /// <summary>Cancelled when the cmdlet is stopped.</summary>
    internal CancellationToken Token => StopToken;

    /// <summary>Waits for a result on the pipeline thread.</summary>
    internal T AwaitResult<T>(Task<T> work) => Await(work);

    /// <summary>Remembers names for tab completion.</summary>
    internal void Note(object? item)
    {
        LsContext context = CurrentContext;
        Origins.Mark(item, context);
        context.Seen.Note(item);
        foreach (ServiceRecord part in (item as ServiceRecord)?.Parts ?? [])
        {
            Note(part);
        }
    }

    /// <summary>The clock of the context in force.</summary>
    internal TimeProvider Time => CurrentContext.Options.TimeProvider;

    /// <summary>Waits a while; Ctrl+C ends it at once.</summary>
    internal void Pause(TimeSpan span) => Await(Delay(span, Time, StopToken));

    private static async Task<bool> Delay(TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.Delay(span, time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Asks before a change, as -WhatIf, -Confirm and the preferences say; with force only -WhatIf and an explicit -Confirm count.</summary>
    private protected bool Approve(string target, string action, bool force = false)
    {
        if (force && !IsPreview && !IsSet("Confirm", null))
        {
            WriteVerbose($"{target}: {action}");
            return true;
        }

        return ShouldProcess(target, action);
    }

    /// <summary>Stops with an error about how parameters go together.</summary>
    private protected void RefuseParameters(string errorId, string message, string recommendation) =>
        ThrowTerminatingError(ErrorRecords.Of(new PSArgumentException(Text.Line(message)), errorId, ErrorCategory.InvalidArgument, null, recommendation));

    /// <summary>The full path of a file or a folder on a disk; ends the command where it is of something else.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="parameter">By which parameter.</param>
    /// <param name="example">What it could be.</param>
    private protected string OnDisk(string path, string parameter, string example)
    {
        string where = "";
        try
        {
            string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name == "FileSystem")
            {
                return System.IO.Path.GetFullPath(full);
            }

            where = ", but one of " + provider.Name;
        }
        catch (SessionStateException)
        {
            // A drive or a provider that is not there.
        }

        RefuseParameters("PathNotInFileSystem", $"-{parameter} '{Text.Clean(path)}' is no place on a disk{where}. Nothing was sent.", $"Give one, for example {example}.");
        return "";
    }

    /// <summary>Ends the command where something speaks against a path.</summary>
    private protected void Require(LiveStationSaveException? refusal, string path)
    {
        if (refusal is not null)
        {
            ThrowTerminatingError(ErrorRecords.Of(refusal, path));
        }
    }

    /// <summary>Gives a file as the shell's own cmdlets do, with what its table wants to know.</summary>
    private protected void WriteFile(string path)
    {
        foreach (PSObject file in InvokeProvider.Item.Get(["Microsoft.PowerShell.Core\\FileSystem::" + path], force: true, literalPath: true))
        {
            WriteObject(file);
        }
    }

    /// <summary>A bad row of a file is one error, and the rows after it go on; on the command line it ends the command.</summary>
    private protected void Refuse(LiveStationArgumentException refusal, object? target)
    {
        ErrorRecord error = ErrorRecords.Of(refusal, target);
        if (!MyInvocation.ExpectingInput)
        {
            ThrowTerminatingError(error);
        }

        WriteError(error);
    }

    /// <summary>A number of a row: 0 is how the service writes that there is none, and what an empty cell becomes.</summary>
    private protected static long? Cell(long? number) => number > 0 ? number : null;

    /// <summary>A text of a row: an empty cell is none.</summary>
    private protected static string? Cell(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Whether it is only to be said what would be done.</summary>
    private protected bool IsPreview => IsSet("WhatIf", "WhatIfPreference");

    private bool IsSet(string parameter, string? preference) =>
        MyInvocation.BoundParameters.TryGetValue(parameter, out object? value) ? ((SwitchParameter)value).IsPresent
        : preference is not null && LanguagePrimitives.IsTrue(GetVariableValue(preference));

    /// <summary>A single call as a sequence of one, or of none where it yields null.</summary>
    private protected static async IAsyncEnumerable<T> Once<T>(Func<CancellationToken, Task<T?>> call, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        if (await call(cancellationToken).ConfigureAwait(false) is { } result)
        {
            yield return result;
        }
    }

    // A silence that somebody would take for a hang is said, until something happens again.
    private void ShowPause(ApiEvent apiEvent)
    {
        if (apiEvent.Pause is { } pause && pause > LongSilence)
        {
            _isPauseShown = true;
            WriteProgress(new ProgressRecord(PauseBar, "Waiting before the next attempt", apiEvent.Message) { SecondsRemaining = (int)Math.Ceiling(pause.TotalSeconds) });
        }
        else if (_isPauseShown && apiEvent.Level == ApiEventLevel.Verbose)
        {
            _isPauseShown = false;
            WriteProgress(new ProgressRecord(PauseBar, "Waiting before the next attempt", "over") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <summary>Whether something that happened on the way is said. From any thread.</summary>
    private protected virtual bool IsTold(ApiEvent apiEvent) => true;

    private void Tell(ApiEvent apiEvent)
    {
        if (!IsTold(apiEvent))
        {
            return;
        }

        Post(() => ShowPause(apiEvent));
        Post(apiEvent.Level switch
        {
            ApiEventLevel.Warning => () => WriteWarning(apiEvent.Message),
            ApiEventLevel.Verbose => () => WriteVerbose(apiEvent.Message),
            _ => () => WriteDebug(apiEvent.Message),
        });
    }
}
