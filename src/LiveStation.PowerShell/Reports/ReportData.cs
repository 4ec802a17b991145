using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LiveStation.PowerShell;

/// <summary>
/// What stands in a report, as the page reads it. Rows are arrays: ten thousand recordings are to fit into a few megabytes. No text that
/// people wrote for people is in it: what an event says may be anything.
/// </summary>
internal sealed class ReportData
{
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // As Export-Csv has them. What can be set is in the data, the rest follows from it.
    private static readonly PropertyInfo[] Columns = typeof(Recording).GetProperties();
    private static readonly PropertyInfo[] Kept = [.. Columns.Where(static column => column.SetMethod is { IsPublic: true })];

    private readonly List<(ChannelHistory History, List<Recording> Recordings, List<Broadcast> Broadcasts, List<RecordingGap> Gaps, List<Event> Events)> _channels = [];
    private readonly DateTime _from;
    private readonly DateTime _to;

    /// <summary>Judges what was gathered.</summary>
    /// <param name="histories">The channels.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <param name="since">The begin, in UTC; null for that of the first thing.</param>
    /// <param name="until">The end, in UTC; null for now, or for that of the last thing where there is no begin either.</param>
    /// <param name="minimum">What is shorter is no gap.</param>
    public ReportData(IEnumerable<ChannelHistory> histories, DateTime now, DateTime? since, DateTime? until, TimeSpan minimum)
    {
        Made = now;
        List<DateTime> times = [];
        DateTime end = until < now ? until.Value : now;
        foreach (ChannelHistory history in histories)
        {
            IReadOnlyList<(RecordedTake Take, Stretch Made)> takes = history.Takes(now);
            List<Broadcast> broadcasts = [.. history.Broadcasts(takes, now).Where(broadcast => IsIn(broadcast.OnAir))];
            HashSet<long> outside = [.. takes.Where(take => !IsIn(take.Made)).Select(static take => take.Take.RecordId)];
            List<Recording> recordings = [.. history.Recordings.Where(recording => !outside.Contains(recording.RecordId))];
            List<RecordingGap> gaps = [.. history.Gaps(now, minimum).Where(gap => gap.Begin is null || IsIn(new Stretch(gap.Begin.Value.ToUniversalTime(), gap.End!.Value.ToUniversalTime())))];
            List<Event> events = [.. history.Events.Where(item => item.Timestamp is { } time && IsIn(new Stretch(time.ToUniversalTime(), time.ToUniversalTime())))];
            if (recordings.Count + broadcasts.Count + gaps.Count + events.Count > 0)
            {
                _channels.Add((history, recordings, broadcasts, gaps, events));
                times.AddRange(broadcasts.SelectMany(static broadcast => new[] { broadcast.OnAir.Begin, broadcast.OnAir.End }));
                times.AddRange(takes.Where(take => IsIn(take.Made)).SelectMany(static take => new[] { take.Made.Begin, take.Made.End }));
                times.AddRange(events.Select(static item => item.Timestamp!.Value.ToUniversalTime()));
            }
        }

        // The clock of the service may be ahead: what begins later than now is no reason to leave it out.
        _to = until is not null ? end : since is null && times.Count > 0 ? times.Max() : times.Append(end).Max();
        _from = since ?? (times.Count > 0 ? times.Min() : _to.AddDays(-1));
        _from = _from < _to ? _from : _to.AddMinutes(-1);

        bool IsIn(Stretch made) => (since is null || made.End >= since) && (until is null || made.Begin <= end);
    }

    public DateTime Made { get; }

    public int RecordingCount => _channels.Sum(static channel => channel.Recordings.Count);

    public int GapCount => _channels.Sum(static channel => channel.Gaps.Count);

    /// <summary>Writes it as JSON that may stand between tags.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="page">The language.</param>
    /// <param name="zone">The time zone of the page.</param>
    /// <param name="nameOf">What channels are called.</param>
    /// <param name="unread">Channels that could not be read.</param>
    /// <param name="isGiven">Whether it was made of what was given, and not of all that there is.</param>
    public void Write(Stream stream, ReportPage page, TimeZoneInfo zone, Func<string, string?> nameOf, IReadOnlyList<string> unread, bool isGiven)
    {
        // It leaves letters of all people as they are, and none of the characters that mean something to a browser.
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("lang", page.Language);
        json.WriteNumber("made", Milliseconds(Made));
        json.WriteNumber("from", Milliseconds(_from));
        json.WriteNumber("to", Milliseconds(_to));
        json.WriteString("zone", zone.Id);
        json.WriteBoolean("isGiven", isGiven);
        Rows(json, "offsets", ZoneOffsets.Of(zone, _from.AddDays(-2), Made.AddDays(60)), static (json, change) =>
        {
            json.WriteNumberValue(Milliseconds(change.From));
            json.WriteNumberValue((int)change.Offset.TotalMinutes);
        });
        json.WriteStartObject("texts");
        foreach (KeyValuePair<string, string> text in page.Texts)
        {
            json.WriteString(text.Key, text.Value);
        }

        json.WriteEndObject();
        Strings(json, "unread", unread.Select(id => Text.Clean(nameOf(id) ?? id)));
        Strings(json, "csv", Columns.Select(static column => column.Name));
        Strings(json, "columns", Kept.Select(static column => column.Name));
        Rows(json, "channels", _channels, (json, channel) =>
        {
            json.WriteStringValue(Text.Clean(channel.History.ChannelId));
            json.WriteStringValue(Text.Clean(nameOf(channel.History.ChannelId)));
        });
        Rows(json, "air", OfAll(static channel => channel.Broadcasts), static (json, one) =>
        {
            json.WriteNumberValue(one.Channel);
            json.WriteNumberValue(Milliseconds(one.Thing.OnAir.Begin));
            json.WriteNumberValue(Milliseconds(one.Thing.OnAir.End));
            json.WriteNumberValue(one.Thing.IsOngoing ? 1 : 0);
        });
        Rows(json, "gaps", OfAll(static channel => channel.Gaps), static (json, one) =>
        {
            RecordingGap gap = one.Thing;
            json.WriteNumberValue(one.Channel);
            foreach (object? value in new object?[] { gap.Kind, gap.Part, gap.Begin, gap.End, gap.Duration, gap.IsOngoing ? 1L : 0L, gap.RecordId, gap.OtherRecordId, gap.Status, gap.ShouldDeleteTime })
            {
                Value(json, value);
            }
        });
        Rows(json, "events", OfAll(static channel => channel.Events), static (json, one) =>
        {
            json.WriteNumberValue(one.Channel);
            Value(json, one.Thing.Timestamp);
            Value(json, one.Thing.LogLevel == LogLevel.Unknown ? one.Thing.LogLevelText : one.Thing.LogLevel.ToString());
            Value(json, one.Thing.EventCode == EventCode.Unknown ? one.Thing.EventCodeText : one.Thing.EventCode.ToString());
        });
        Rows(json, "recordings", OfAll(static channel => channel.Recordings), static (json, one) =>
        {
            foreach (PropertyInfo column in Kept)
            {
                Value(json, column.Name == nameof(Recording.ChannelId) ? (long)one.Channel : column.GetValue(one.Thing));
            }
        });
        json.WriteEndObject();
    }

    private IEnumerable<(int Channel, T Thing)> OfAll<T>(Func<(ChannelHistory History, List<Recording> Recordings, List<Broadcast> Broadcasts, List<RecordingGap> Gaps, List<Event> Events), List<T>> list) =>
        _channels.SelectMany((channel, i) => list(channel).Select(thing => (i, thing)));

    private static void Rows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T row in rows)
        {
            json.WriteStartArray();
            write(json, row);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case DateTime time:
                json.WriteNumberValue(Milliseconds(time));
                break;
            case TimeSpan span:
                json.WriteNumberValue((long)span.TotalMilliseconds);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number when !double.IsNaN(number) && !double.IsInfinity(number):
                json.WriteNumberValue(number);
                break;
            case Uri address:
                json.WriteStringValue(Text.Clean(Place(address)));
                break;
            default:
                json.WriteStringValue(Text.Clean(value.ToString()));
                break;
        }
    }

    // Who it lets in may stand behind the question mark, or before the host.
    private static string Place(Uri address) =>
        address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.SafeUnescaped) : address.OriginalString.Split('?', '#')[0];

    private static long Milliseconds(DateTime time) => (long)(time.ToUniversalTime() - Epoch).TotalMilliseconds;
}
