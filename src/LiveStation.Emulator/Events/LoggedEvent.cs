using System;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>Something that happened.</summary>
internal sealed record LoggedEvent(long Id, DateTimeOffset Time, string ChannelId, string Code, string Description, string Level)
{
    /// <summary>Whether it belongs to the publish log: a channel went on air or off.</summary>
    public bool IsPublishing => Code is EventCodes.PublishStart or EventCodes.PublishEnd;

    /// <summary>Writes the fields of a list into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, LoggedEvent it)
    {
        json.WriteString("logLevel", it.Level);
        json.WriteString("eventCode", it.Code);
        json.WriteString("description", it.Description);
        json.WriteNumber("timestamp", it.Time.ToUnixTimeMilliseconds());
        json.WriteString("channelId", it.ChannelId);
    }

    /// <summary>Writes the fields of a callback, which has other names and no description.</summary>
    public void WriteCallback(Utf8JsonWriter json)
    {
        json.WriteNumber("id", Id);
        json.WriteString("logLevel", Level);
        json.WriteString("channelId", ChannelId);
        json.WriteString("event", Code);
        json.WriteNumber("timestamp", Time.ToUnixTimeMilliseconds());
    }
}
