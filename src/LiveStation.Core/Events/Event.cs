using System;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// Something that happened to a channel, as the event lists, the publish logs and the bodies of callbacks tell it. What is left out
/// there is <see langword="null"/>.
/// </summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-eventlist</remarks>
public sealed class Event : ServiceRecord
{
    private TimeSpan? _duration;
    private volatile EventStatus _status;
    private volatile string? _description;

    /// <summary>When it happened; local time.</summary>
    public DateTime? Timestamp { get; init; }

    /// <summary>How grave it is.</summary>
    public LogLevel LogLevel { get; init; }

    /// <summary>What happened.</summary>
    public EventCode EventCode { get; init; }

    /// <summary>Id of the channel: a live, a re-stream or a VOD2LIVE channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>What the service says about it; callbacks say nothing.</summary>
    public string? Description
    {
        get => _description;
        init => _description = value;
    }

    /// <summary>
    /// How long had lasted what ended here, where the same list tells of its beginning: from PUBLISH_START to PUBLISH_END, for example.
    /// Reckoned from the times of both; the service sends no such field. <see langword="null"/> for all else.
    /// </summary>
    public TimeSpan? Duration
    {
        get => _duration;
        init => _duration = value;
    }

    /// <summary>
    /// Whether the service lists it, or only a callback told of it so far. What <c>Receive-LsCallback -Reconcile</c> wrote as unconfirmed
    /// becomes confirmed where it stands, with its description, as soon as the service lists it.
    /// </summary>
    public EventStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Number of the event; in callbacks only. A text, because an older page of the API calls it one.</summary>
    public string? EventId { get; init; }

    /// <summary>The code as the service wrote it.</summary>
    public string? EventCodeText { get; init; }

    /// <summary>The level as the service wrote it.</summary>
    public string? LogLevelText { get; init; }

    private protected override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm:ss} {1} {2} {3}", Timestamp, LogLevelText, EventCodeText, ChannelId).Trim();

    /// <summary>Reads the body that Live Station posts to a callback address.</summary>
    /// <param name="body">The body.</param>
    /// <returns>The event.</returns>
    /// <exception cref="FormatException">It is no JSON object that names an event. Callbacks carry no signature: anybody may post anything.</exception>
    /// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbacksetting</remarks>
    public static Event Parse(string body) => Read(body, out FormatException? fault) ?? throw fault!;

    /// <summary>Reads the body that Live Station posts to a callback address, without an exception where it is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="result">The event; <see langword="null"/> where the body is none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? body, out Event? result) => (result = Read(body, out _)) is not null;

    /// <summary>Reads an entry of a list.</summary>
    /// <param name="element">The entry.</param>
    /// <param name="channelId">The channel whose list it is: older answers do not name it. Null for a list of all channels.</param>
    internal static Event Read(JsonElement element, string? channelId)
    {
        JsonFields fields = new(element);
        string? level = fields.Enum(out LogLevel logLevel, "logLevel");
        string? code = fields.Enum(out EventCode eventCode, "eventCode", "event");
        return new Event
        {
            Timestamp = fields.Time("timestamp"),
            LogLevel = logLevel,
            LogLevelText = level,
            EventCode = eventCode,
            EventCodeText = code,
            ChannelId = fields.Text("channelId") ?? channelId,
            Description = fields.Text("description"),
            EventId = fields.Text("id"),
            Status = EventStatus.Confirmed,
            Rest = fields.Rest,
        };
    }

    /// <summary>Notes how long had lasted what ended here, while nobody has the event yet.</summary>
    internal void Lasted(TimeSpan span) => _duration = span;

    /// <summary>Notes that the service lists it.</summary>
    /// <param name="listed">As it is listed.</param>
    internal void Confirm(Event listed)
    {
        _description ??= listed.Description;
        _status = EventStatus.Confirmed;
    }

    private static Event? Read(string? body, out FormatException? fault)
    {
        try
        {
            // The elements outlive the document in the additional fields.
            using JsonDocument document = JsonDocument.Parse(body ?? "");
            Event read = Read(document.RootElement.Clone(), null);
            read._status = EventStatus.Unconfirmed;
            fault = read.EventCodeText is null ? new FormatException("The body names no event.") : null;
            return fault is null ? read : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            fault = new FormatException("The body of the callback is no JSON of an event.", e);
            return null;
        }
    }
}
