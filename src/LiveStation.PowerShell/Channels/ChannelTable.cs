using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>The table of channels that stays in place: lines for a size of the screen. Pure, and right at any width: what does not fit goes, the least important first.</summary>
internal sealed class ChannelTable
{
    private const int Gap = 1;
    private const int MarkWidth = 2;
    private const int NarrowestName = 10;
    private const int WidestName = 30;
    private const int NarrowestNote = 19;
    private const int WidestNote = 60;

    // Title, header and the line at the foot.
    private const int Frame = 3;

    // In the order of the screen; what has a smaller rank goes first where the screen is narrow.
    private static readonly Column[] Columns =
    [
        new("State", 10, 5, static (row, _) => (row.ChannelStatus == ChannelStatus.Unknown ? Clean(row.ChannelStatusText) : row.ChannelStatus.ToString(), row.ChannelStatus == ChannelStatus.Publishing ? Tone.Good : Tone.Plain)),
        new("On air", 6, 3, static (row, now) => (Age(row.OnAirSince, now), Tone.Plain)) { IsRight = true },
        new("Mbit/s", 9, 4, static (row, _) => (Of(row.VideoBitrate / 1e6, row.AskedBitrate / 1e6), Judged(row, row.VideoBitrate < row.AskedBitrate))) { IsRight = true },
        new("Fps", 7, 1, static (row, _) => (Of(row.VideoFps, row.AskedFps), Judged(row, row.VideoFps < row.AskedFps))) { IsRight = true },
        new("Rec", 5, 2, static (row, now) => (row.IsRecording == true ? row.RecordingSince is null ? "yes" : Age(row.RecordingSince, now) : "", Tone.Plain)) { IsRight = true },
    ];

    private readonly IReadOnlyList<WatchedChannel> _rows;
    private readonly DateTime _now;
    private readonly string _foot;
    private readonly bool _isDown;

    /// <summary>A table of what was seen.</summary>
    /// <param name="rows">The channels.</param>
    /// <param name="now">When that was; local time.</param>
    /// <param name="foot">What stands below.</param>
    /// <param name="isDown">Whether that is a failure.</param>
    public ChannelTable(IReadOnlyList<WatchedChannel> rows, DateTime now, string foot, bool isDown)
    {
        _rows = rows;
        _now = now;
        _foot = foot;
        _isDown = isDown;
    }

    /// <summary>The lines for a screen.</summary>
    public IReadOnlyList<ScreenLine> Draw((int Width, int Height) size)
    {
        List<ScreenLine> lines = [Title(size.Width)];
        (Column[] columns, int name, int note) = Fit(size.Width);
        lines.Add(new ScreenLine((Head(columns, name, note), Tone.Head)));
        int room = Math.Max(0, size.Height - Frame);
        IReadOnlyList<WatchedChannel> rows = Choose(room);
        lines.AddRange(rows.Select(row => Row(row, columns, name, note)));
        if (rows.Count < _rows.Count && room > 0)
        {
            lines.Add(Rest(rows, size.Width));
        }

        // At the foot of the screen, whatever its height.
        while (lines.Count < size.Height - 1)
        {
            lines.Add(new ScreenLine());
        }

        lines.Add(new ScreenLine((ConsoleText.Fit(_foot, size.Width), _isDown ? Tone.Bad : Tone.Faint)));
        return lines;
    }

    private ScreenLine Title(int width)
    {
        int onAir = _rows.Count(static row => row.ChannelStatus == ChannelStatus.Publishing);
        int wrong = _rows.Count(static row => row.Trouble is not null);
        string left = string.Format(CultureInfo.InvariantCulture, "Live Station  {0} of {1} on air", onAir, _rows.Count);
        string trouble = wrong > 0 ? string.Format(CultureInfo.InvariantCulture, "  ! {0} to look at", wrong) : "";
        string clock = _now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        int room = width - ConsoleText.Width(left) - ConsoleText.Width(trouble) - clock.Length;
        return room >= Gap
            ? new ScreenLine((left, Tone.Head), (trouble, Tone.Bad), (new string(' ', room) + clock, Tone.Faint))
            : new ScreenLine((ConsoleText.Fit(left + trouble, width), Tone.Head));
    }

    private static string Head(Column[] columns, int name, int note) =>
        new string(' ', MarkWidth) + ConsoleText.Fit("Channel", name) + string.Concat(columns.Select(static column => " " + ConsoleText.Fit(column.Head, column.Width, column.IsRight))) + (note > 0 ? " " + ConsoleText.Fit("", note) : "");

    private ScreenLine Row(WatchedChannel row, Column[] columns, int name, int note)
    {
        bool isWrong = row.Trouble is not null;
        List<(string, Tone)> pieces = [(isWrong ? "! " : "  ", Tone.Bad), (ConsoleText.Fit(Clean(row.ChannelName ?? row.ChannelId), name), isWrong ? Tone.Bad : Tone.Plain)];
        foreach (Column column in columns)
        {
            (string text, Tone tone) = column.Show(row, _now);
            pieces.Add((" " + ConsoleText.Fit(text, column.Width, column.IsRight), tone));
        }

        if (note > 0)
        {
            string last = row.LastEvent is null ? "" : string.Format(CultureInfo.InvariantCulture, "{0:HH:mm} {1}", row.LastEventTime, Clean(row.LastEvent));
            string trouble = Clean(row.Trouble);
            int left = note - ConsoleText.Width(trouble) - (2 * Gap);
            pieces.Add((isWrong ? " " + ConsoleText.Fit(trouble, Math.Min(note, ConsoleText.Width(trouble))) : "", Tone.Bad));
            pieces.Add((!isWrong ? " " + ConsoleText.Fit(last, note) : left >= NarrowestNote ? "  " + ConsoleText.Fit(last, left) : new string(' ', Math.Max(0, left + (2 * Gap))), Tone.Faint));
        }

        return new ScreenLine([.. pieces]);
    }

    // What is wrong and what is on air is never what is left out, as long as there is room for any; and nothing changes its place.
    private IReadOnlyList<WatchedChannel> Choose(int room) => _rows.Count <= room
        ? _rows
        : [.. _rows
            .Select(static (row, place) => (Row: row, Place: place))
            .OrderByDescending(static it => it.Row.Trouble is not null)
            .ThenByDescending(static it => it.Row.ChannelStatus == ChannelStatus.Publishing)
            .Take(Math.Max(0, room - 1))
            .OrderBy(static it => it.Place)
            .Select(static it => it.Row)];

    private ScreenLine Rest(IReadOnlyList<WatchedChannel> shown, int width)
    {
        int wrong = _rows.Count(static row => row.Trouble is not null) - shown.Count(static row => row.Trouble is not null);
        string text = string.Format(CultureInfo.InvariantCulture, "  and {0} more{1}", _rows.Count - shown.Count, wrong > 0 ? $", {wrong} of them to look at" : "");
        return new ScreenLine((ConsoleText.Fit(text, width), wrong > 0 ? Tone.Bad : Tone.Faint));
    }

    private static (Column[] Columns, int Name, int Note) Fit(int width)
    {
        List<Column> columns = [.. Columns];
        while (columns.Count > 0 && Taken(columns) + NarrowestName + Gap + NarrowestNote > width)
        {
            columns.Remove(columns.OrderBy(static column => column.Rank).First());
        }

        int left = width - Taken(columns);
        if (left < NarrowestName + Gap + 1)
        {
            return ([.. columns], Math.Max(0, left), 0);
        }

        int note = Math.Max(Math.Min(NarrowestNote, left - Gap - 1), Math.Min(WidestNote, left - Gap - WidestName));
        return ([.. columns], Math.Min(WidestName, left - Gap - note), note);
    }

    private static int Taken(IEnumerable<Column> columns) => MarkWidth + columns.Sum(static column => Gap + column.Width);

    // Hours and minutes: a table that ticks every second would be sent again every second.
    private static string Age(DateTime? since, DateTime now)
    {
        if (since is not { } start)
        {
            return "";
        }

        TimeSpan age = now.ToUniversalTime() - start.ToUniversalTime();
        return age < TimeSpan.Zero ? "0:00" : string.Format(CultureInfo.InvariantCulture, "{0}:{1:00}", (int)age.TotalHours, age.Minutes);
    }

    private static string Of(double? now, double? asked) => now is null ? "" : string.Format(CultureInfo.InvariantCulture, asked is null ? "{0:0.##}" : "{0:0.##}/{1:0.##}", now, asked);

    private static Tone Judged(WatchedChannel row, bool isLess) => row.IsWeak && isLess ? Tone.Bad : Tone.Plain;

    private static string Clean(string? text) => Text.Line(text);

    private sealed record Column(string Head, int Width, int Rank, Func<WatchedChannel, DateTime, (string Text, Tone Tone)> Show)
    {
        public bool IsRight { get; init; }
    }
}
