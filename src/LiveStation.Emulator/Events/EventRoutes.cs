using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The operations on events and callback addresses.</summary>
internal sealed class EventRoutes
{
    private readonly EventState _events;
    private readonly ChannelState _channels;

    private EventRoutes(EventState events, ChannelState channels)
    {
        _events = events;
        _channels = channels;
    }

    public static IReadOnlyList<Route> For(EventState events, ChannelState channels)
    {
        EventRoutes it = new(events, channels);
        return
        [
            new("GET", "/events", it.List),
            new("GET", "/events/callbackEndpoint", it.GetCallback),
            new("POST", "/events/callbackEndpoint", it.SetCallback),
            new("GET", "/channels/{channelId}/events", it.ListOfChannel),
            new("GET", "/channels/{channelId}/publish-log", it.ListPublishLog),
            new("POST", "/channels/{channelId}/callbackEndpoint", it.SetCallbackOfChannel),
        ];
    }

    // Whether an unknown channel is refused here is not documented; nothing happened to it in any case.
    private Answer List(Call call)
    {
        string? id = call.Query("channelId");
        return Answer(_events.List(happened => id is null || happened.ChannelId == id));
    }

    private Answer ListOfChannel(Call call)
    {
        string id = _channels.All.Require(call.Path("channelId")).Id;
        return Answer(_events.List(happened => happened.ChannelId == id));
    }

    private Answer ListPublishLog(Call call)
    {
        string id = _channels.All.Require(call.Path("channelId")).Id;
        return Answer(_events.List(happened => happened.ChannelId == id && happened.IsPublishing));
    }

    private Answer GetCallback(Call call) => One(_events.DefaultAddress, _events.DefaultSince);

    private Answer SetCallback(Call call)
    {
        _events.SetDefault(Address(call.Body, "callbackUrl"), call.Now);
        return One(_events.DefaultAddress, _events.DefaultSince);
    }

    private Answer SetCallbackOfChannel(Call call)
    {
        // To a change a deleted channel is not there, as in the other operations.
        Channel channel = _channels.All.Require(call.Path("channelId")) is { Life.IsGone: false } kept ? kept : throw new Refusal(250123);
        channel.CallbackEndpoint = Address(call.Body, "callbackEndpoint");
        _events.ExpectCallbacks();
        ChannelJson written = new(channel, call.Now);
        bool isOnBackupStream = channel.IsOnBackupStream;
        return Answers.One(json => written.Write(json, call.Style), json => json.WriteBoolean("isPublishingBackUp", isOnBackupStream));
    }

    private static string Address(Fields body, string name)
    {
        string text = body.Text(name) ?? throw new Refusal(250011, name);
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? text : throw new Refusal(250022);
    }

    private static Answer Answer(IReadOnlyList<LoggedEvent> events) => Answers.List(events, LoggedEvent.Write, events.Count);

    private static Answer One(string address, DateTimeOffset? since) => Answers.One((Utf8JsonWriter json) =>
    {
        if (address.Length > 0)
        {
            json.WriteString("callbackUrl", address);
            json.WriteNumber("updateTime", since!.Value.ToUnixTimeMilliseconds());
        }
    });
}
