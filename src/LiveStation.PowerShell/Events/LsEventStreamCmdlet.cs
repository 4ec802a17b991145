using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that writes events as they happen, each once, until it has enough.</summary>
public abstract class LsEventStreamCmdlet : LsAnyEventCmdlet, IEventWatcher
{
    // This machine's clock may be so far ahead of the service's without a call being refused for it.
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, EventFeed> _feeds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);
    private EventBookmark? _bookmark;
    private EventLedger? _ledger;
    private DateTimeOffset _begin;
    private bool _isFull;

    /// <summary>How long; without it for ever.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? For { get; set; }

    /// <summary>Ends after so many events were written.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int? Count { get; set; }

    /// <summary>A file that remembers what was written, so that the same command goes on there.</summary>
    [Parameter]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileCompleter))]
    public string? Bookmark { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (For <= TimeSpan.Zero)
        {
            RefuseParameters("InvalidSpan", "-For is how long to go on, and was given nothing. Nothing was asked.", "Write 90m, 12h or 30s; without -For it goes on until Ctrl+C.");
        }
    }

    void IEventWatcher.Lost(LiveStationException reason) => Post(() => WriteWarning($"Events cannot be read since {DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}, and are asked for on: what happens meanwhile comes when the service is back. {reason.Message}"));

    void IEventWatcher.Back(TimeSpan after) => Post(() => Say($"Events are read again, after {Span(after)}; what happened meanwhile follows."));

    void IEventWatcher.Missed(string? channelId, DateTime? from, DateTime to) => Post(() => WriteWarning(
        $"More happened{(channelId is null ? "" : " to " + Text.Clean(channelId))} than the service lists: events between {(from is null ? "the end of the last run" : Second(from.Value))} and {Second(to)} may be missing."));

    void IEventWatcher.Ended(LiveStationException reason, string? channelId) => Post(() => WriteFailure(reason, channelId));

    void IEventWatcher.Unconfirmed(int count, Event first) => Post(() => WriteWarning(
        $"The service does not list {(count == 1 ? "an event that a callback told of" : $"{count} events that callbacks told of")} more than two minutes ago, such as {first}. Somebody else may have posted that, or it is of another account."));

    void IEventWatcher.Refused(IReadOnlyDictionary<CallbackRefusal, int> refusals) => Post(() => TellRefused(refusals));

    void IEventWatcher.Unwritten(LiveStationException reason) => Post(() => WriteWarning($"{reason.Message} The events go on; after a restart those from now on come again. {reason.Recommendation}"));

    // The lists are asked when all of them are known: with the same one twice everything would come twice.
    private protected override void Ask(string[] ids, Func<LiveStationClient, string, IAsyncEnumerable<Event>> list)
    {
        foreach (string id in ids)
        {
            TurnTo(id);
            RequireOneContext();
            LiveStationClient client = Client;
            _feeds[id] = new EventFeed(id, () => list(client, id));
        }
    }

    private protected override void AskAll()
    {
        LiveStationClient client = Client;
        _feeds[""] = new EventFeed(null, () => client.Events.ListAsync(null, StopToken));
    }

    /// <summary>Whether anything was asked for: an empty pipeline is not all channels.</summary>
    private protected bool IsAsked => _feeds.Count > 0;

    /// <summary>Writes what happens until it is enough; <see cref="Begin"/> comes before.</summary>
    /// <param name="asks">Whether lists are asked.</param>
    /// <param name="inbox">Callbacks that come besides; null for none.</param>
    /// <param name="tellsUnconfirmed">Whether these are told before a list has them.</param>
    private protected void Run(bool asks, CallbackInbox? inbox = null, bool tellsUnconfirmed = true)
    {
        ExpectMany(_feeds.Count > 1);
        WriteAll(new EventFollower(asks ? _feeds.Values : [], _ledger!, this, Time) { Span = For, AtOnce = ThrottleLimit, Begin = _begin, Asking = GoOn, Inbox = inbox, TellsUnconfirmed = tellsUnconfirmed });
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _bookmark?.Dispose();
        }
    }

    // A poll every few seconds would say the same for ever, with other numbers.
    private protected override bool IsTold(ApiEvent apiEvent)
    {
        lock (_warnings)
        {
            return apiEvent.Level != ApiEventLevel.Warning || _warnings.Add(string.Concat(apiEvent.Message.Where(static c => !char.IsDigit(c))));
        }
    }

    /// <summary>Says refusals that nobody was told of yet.</summary>
    private protected void TellRefused(IReadOnlyDictionary<CallbackRefusal, int> refusals)
    {
        WriteVerbose($"Refused requests: {string.Join(", ", refusals.Select(static refusal => $"{refusal.Value.ToString(CultureInfo.InvariantCulture)} {CallbackRefusals.Words(refusal.Key)}"))}.");
        if (refusals.ContainsKey(CallbackRefusal.Full) && !_isFull)
        {
            _isFull = true;
            WriteWarning($"The pipeline does not keep up with the callbacks: {CallbackInbox.Capacity} wait for it, and more are refused with 503, so that the service may post them again. With -Reconcile none of them is lost.");
        }
    }

    /// <summary>From now on, or from where the bookmark was, nothing is missed.</summary>
    private protected void Begin()
    {
        _begin = Since?.ToUniversalTime() ?? CurrentContext.Now;
        DateTimeOffset since = Since is null ? _begin - Leeway : _begin;
        try
        {
            _bookmark = Bookmark is null ? null : EventBookmark.Open(OnDisk(Bookmark, nameof(Bookmark), "./evening.bookmark"));
            if (_bookmark?.Since is { } kept)
            {
                _begin = since = kept;
                WriteVerbose($"{Bookmark}: goes on from this bookmark, which knows {_bookmark.Told.Count} events.");
            }
            else if (_bookmark?.DamagedSince is { } written)
            {
                // With no better word the last time that it was written is one before which everything was noted.
                _begin = since = Since is null ? written - Leeway : since;
                WriteWarning($"{Bookmark}: this bookmark is damaged, and was put aside as {Text.Clean(_bookmark.KeptAs)}. It begins anew, with what happened since {Second(since.LocalDateTime)}; some of that may come again.");
            }

            _ledger = new EventLedger(Time, since, _bookmark);
        }
        catch (LiveStationSaveException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, Bookmark));
        }
    }

    private void WriteAll(EventFollower follower)
    {
        Pull<Event> pull = Start(follower.RunAsync(StopToken));
        int written = 0;
        try
        {
            while (written != Count && pull.Next())
            {
                Note(pull.Current);
                if (IsWanted(pull.Current) && IsAskedFor(pull.Current))
                {
                    Write(pull.Current, follower);
                    written++;
                }
            }
        }
        catch (LiveStationException e)
        {
            WriteFailure(e, null);
        }

        pull.End();
    }

    // Callbacks come from any channel that the address is set for.
    private bool IsAskedFor(Event item) => _feeds.ContainsKey("") || _feeds.ContainsKey(item.ChannelId ?? "");

    private void Write(Event item, EventFollower follower)
    {
        try
        {
            WriteObject(item);
        }
        catch (Exception e) when (e is FlowControlException || (e is PipelineStoppedException && !StopToken.IsCancellationRequested))
        {
            // break, and Select-Object -First: who says that it is enough has taken it. Ctrl+C in the middle says nothing.
            follower.Settle();
            throw;
        }

        follower.Settle();
    }

    private static string Second(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan span) => span.ToString(span.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
}
