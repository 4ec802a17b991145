using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>How the views write values. Takes objects, because a copy from a job brings them as text.</summary>
public static class Shown
{
    /// <summary>What a property holds: numbers, times and marks as they are, for the shell to write; everything else as one line of clean text.</summary>
    public static object? Value(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        ValueType plain => plain,
        Uri address => Line(address.OriginalString),
        PSCustomObject => Line(value!.ToString()),
        object other => Line(other.ToString()),
    };

    /// <summary>The message of an exception.</summary>
    public static string Message(object? value) =>
        value is null ? "" : Line(PSObject.AsPSObject(value).Properties["Message"]?.Value?.ToString());

    /// <summary>A time in the operator's zone: to the minute for this year's broadcasts, the date alone for older ones.</summary>
    public static string Time(object? value)
    {
        if (!Is(value, out DateTime time))
        {
            return "";
        }

        return time.ToLocalTime().ToString(IsRecent(time) ? "MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A time in the operator's zone to the second, for logs.</summary>
    public static string Second(object? value) => !Is(value, out DateTime time) ? ""
        : IsRecent(time) ? time.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : Time(value);

    /// <summary>A mail address, of which little may be seen.</summary>
    public static string Email(object? value) => Line(Personal.Email(value?.ToString()));

    /// <summary>A telephone number, of which little may be seen.</summary>
    public static string Phone(object? value) => Line(Personal.Phone(value?.ToString()));

    /// <summary>A span as hours, minutes and seconds.</summary>
    public static string Span(object? value) => Is(value, out TimeSpan span)
        ? string.Format(CultureInfo.InvariantCulture, "{0}{1}:{2:00}:{3:00}", span < TimeSpan.Zero ? "-" : "", Math.Floor(span.Duration().TotalHours), span.Duration().Minutes, span.Duration().Seconds)
        : "";

    /// <summary>A point in a stream: as a span, with fractions of a second where it has some.</summary>
    public static string Point(object? value) => Is(value, out TimeSpan point)
        ? point.ToString("g", CultureInfo.InvariantCulture)
        : "";

    /// <summary>What is left before a recording is lost: nothing for one that is safe or gone.</summary>
    public static string Left(object? value) =>
        !Is(value, out TimeSpan left) ? ""
        : left <= TimeSpan.Zero ? "expired"
        : left.TotalDays >= 1 ? string.Format(CultureInfo.InvariantCulture, "{0}d {1:00}h", left.Days, left.Hours)
        : string.Format(CultureInfo.InvariantCulture, "{0}h {1:00}m", left.Hours, left.Minutes);

    /// <summary>A state or kind; the service's own text where this version does not know it, nothing where the service says nothing.</summary>
    public static string Known(object? value, object? text) =>
        value?.ToString() is { } known && known != "Unknown" ? Line(known) : Line(text?.ToString());

    /// <summary>What is said about an event, or else that nobody but a callback told of it.</summary>
    public static string Told(object? value, object? status) =>
        Line(value?.ToString()) is { Length: > 0 } said ? said : status?.ToString() == nameof(EventStatus.Unconfirmed) ? "unconfirmed" : "";

    /// <summary>What a text lists, a line each: the shell would break a word where a column ends.</summary>
    public static string Parts(object? value) => Line(value?.ToString()).Replace(", ", "\n");

    /// <summary>The same for what semicolons part.</summary>
    public static string Clauses(object? value) => Line(value?.ToString()).Replace("; ", "\n");

    /// <summary>A mark for yes.</summary>
    public static string Mark(object? value) => value is true ? "yes" : "";

    /// <summary>How a check went, by a word first and a colour beside it.</summary>
    public static string Verdict(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        true => Paint.View("ok", Tone.Good),
        false => Paint.View("FAILED", Tone.Bad),
        _ => "-",
    };

    /// <summary>What was found, and below it what to do about it; in lines that end between words, for the shell breaks a word where a column ends.</summary>
    public static string Advised(object? value, object? advice) => string.Join(
        "\n",
        new[] { Line(value?.ToString()), Line(advice?.ToString()) is { Length: > 0 } what ? "> " + what : "" }.Where(static part => part.Length > 0).SelectMany(static part => ConsoleText.Wrap(part, AdviceWidth)));

    /// <summary>A thing by its name, with its id.</summary>
    public static string Named(object? name, object? id) => string.IsNullOrEmpty(id?.ToString()) ? "all of the account" : string.IsNullOrEmpty(name?.ToString()) ? Line(id?.ToString()) : $"{Line(name!.ToString())} ({Line(id?.ToString())})";

    /// <summary>The things of a list, a line each.</summary>
    public static string Lines(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => "",
        IEnumerable list and not string => string.Join("\n", list.Cast<object>().Select(static item => Line(item?.ToString()))),
        object other => Line(other.ToString()),
    };

    /// <summary>A time of today.</summary>
    public static string Clock(object? value) => Is(value, out DateTime time) ? time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>A span in milliseconds.</summary>
    public static string Milliseconds(object? value) =>
        Is(value, out TimeSpan span) ? span.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms" : "";

    /// <summary>A clock's offset in words.</summary>
    public static string Offset(object? value) =>
        !Is(value, out TimeSpan span) ? ""
        : span.Duration() < TimeSpan.FromSeconds(2) ? "none"
        : $"{Span(span.Duration())} {(span > TimeSpan.Zero ? "behind" : "ahead of")} the service";

    // What is left of 80 columns beside a name and a mark.
    private const int AdviceWidth = 59;

    private static bool IsRecent(DateTime time) => (DateTime.UtcNow - time.ToUniversalTime()).Duration() < TimeSpan.FromDays(300);

    private static string Line(string? text) => Text.Line(text);

    private static bool Is<T>(object? value, out T result)
        where T : struct
    {
        if (value is not null && LanguagePrimitives.TryConvertTo(value, out result))
        {
            return true;
        }

        result = default;
        return false;
    }
}
