using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Watches live channels: a table that stays in place in a terminal, an object for each change elsewhere.</summary>
[Cmdlet(VerbsCommon.Watch, "LsChannel")]
[OutputType(typeof(WatchedChannel))]
public sealed class WatchLsChannelCommand : LsCmdlet
{
    // How soon a key or a resized window is noticed.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Consoles = ["ConsoleHost", "Visual Studio Code Host"];

    private readonly List<string> _ids = [];
    private readonly Dictionary<string, WatchedChannel> _told = new(StringComparer.Ordinal);
    private IReadOnlyList<WatchedChannel> _rows = [];
    private bool _isGivenIds;
    private DateTimeOffset? _downSince;

    /// <summary>Ids of channels; without it every channel of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>How long between two looks, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int RefreshSec { get; set; } = 5;

    /// <summary>How long to watch; for ever when not given.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? For { get; set; }

    /// <summary>Write objects in a terminal too.</summary>
    [Parameter]
    public SwitchParameter AsObject { get; set; }

    private bool IsTerminal =>
        !AsObject
        && MyInvocation.PipelinePosition == MyInvocation.PipelineLength
        && (CurrentContext.Terminal is not null || (Consoles.Contains(Host.Name) && Host.UI.SupportsVirtualTerminal && !Console.IsOutputRedirected));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ChannelId is not { } ids)
        {
            return;
        }

        _isGivenIds = true;
        foreach (string id in ids)
        {
            TurnTo(id);
            RequireOneContext();
            if (!_ids.Contains(id))
            {
                _ids.Add(id);
            }
        }
    }

    private protected override void Finish()
    {
        bool isOfAll = !_isGivenIds && !MyInvocation.ExpectingInput;
        if (!isOfAll && _ids.Count == 0)
        {
            return;
        }

        ChannelWatcher watcher = new(isOfAll ? null : _ids, Time);
        if (!IsTerminal)
        {
            Watch(watcher, null);
            return;
        }

        using LiveScreen screen = new(CurrentContext.Terminal ?? new SystemTerminal(WantsColour()));
        Watch(watcher, screen);
    }

    private void Watch(ChannelWatcher watcher, LiveScreen? screen)
    {
        long begun = Time.GetTimestamp();
        ExpectMany();
        do
        {
            if (!Look(watcher, screen))
            {
                return;
            }

            Show(screen);
        }
        while (!(Time.GetElapsedTime(begun) >= For) && Wait(Task.Delay(Shorter(TimeSpan.FromSeconds(RefreshSec), For - Time.GetElapsedTime(begun)), Time, StopToken), screen));
    }

    // A service that is away for a while is no reason to leave the table that says so.
    private bool Look(ChannelWatcher watcher, LiveScreen? screen)
    {
        GoOn();
        Task<IReadOnlyList<WatchedChannel>> look = watcher.LookAsync(screen is null ? Client : CurrentContext.Client.ForMany(), StopToken);
        if (!Wait(look, screen))
        {
            return false;
        }

        try
        {
            _rows = AwaitResult(look);
            Back(screen);
            return true;
        }
        catch (LiveStationException e) when (e.MayPass)
        {
            Lost(e, screen);
            return true;
        }
        catch (LiveStationException e)
        {
            screen?.Dispose();
            WriteFailure(e, _ids.Count == 1 ? _ids[0] : null);
            return false;
        }
    }

    private void Lost(LiveStationException reason, LiveScreen? screen)
    {
        if (_downSince is null)
        {
            _downSince = Time.GetUtcNow();
            if (screen is null)
            {
                WriteWarning($"Channels cannot be seen since {Clock(_downSince.Value)}, and are looked at on. {reason.Message}");
            }
        }
    }

    private void Back(LiveScreen? screen)
    {
        if (_downSince is { } since)
        {
            _downSince = null;
            if (screen is null)
            {
                WriteWarning($"Channels are seen again, at {Clock(Time.GetUtcNow())}; they were not since {Clock(since)}.");
            }
        }
    }

    private void Show(LiveScreen? screen)
    {
        if (screen is null)
        {
            Tell();
            return;
        }

        string foot = _downSince is { } since
            ? $"No answer since {Clock(since)}: what is shown is from before. q leaves."
            : string.Format(CultureInfo.InvariantCulture, "q leaves; looked at every {0} s", RefreshSec);
        ChannelTable table = new(_rows, Time.GetUtcNow().LocalDateTime, foot, _downSince is not null);
        screen.Show(table.Draw);
    }

    private void Tell()
    {
        foreach (WatchedChannel row in _downSince is null ? _rows : [])
        {
            string id = row.ChannelId!;
            if (row.IsNewsAfter(_told.TryGetValue(id, out WatchedChannel? before) ? before : null))
            {
                _told[id] = row;
                Note(row);
                WriteObject(row);
            }
        }
    }

    /// <summary>Waits for work; with a screen it looks at the keys meanwhile. False where somebody leaves.</summary>
    private bool Wait(Task work, LiveScreen? screen)
    {
        while (!work.IsCompleted)
        {
            if (screen?.Tick() == false)
            {
                return false;
            }

            Await(screen is null ? Task.WhenAny(work) : Task.WhenAny(work, Task.Delay(Beat, StopToken)));
        }

        return true;
    }

    // As the shell itself decides, which knows NO_COLOR; Windows PowerShell does not.
    private bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && (GetVariableValue("PSStyle") is not { } style || PSObject.AsPSObject(style).Properties["OutputRendering"]?.Value?.ToString() != "PlainText");

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    private static string Clock(DateTimeOffset time) => time.LocalDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
