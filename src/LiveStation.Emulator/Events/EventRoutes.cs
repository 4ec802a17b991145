using System;
using System.Collections.Generic;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The operations on events and callback addresses.</summary>
internal sealed class EventRoutes
{
    private readonly EventState _events;
    private readonly ChannelState _channels;
    private readonly RestreamState _restream;
    private readonly VodState _vod;

    private EventRoutes(EventState events, ChannelState channels, RestreamState restream, VodState vod)
    {
        _events = events;
        _channels = channels;
        _restream = restream;
        _vod = vod;
    }

    public static IReadOnlyList<Route> For(EventState events, ChannelState channels, RestreamState restream, VodState vod)
    {
        EventRoutes it = new(events, channels, restream, vod);
        return
        [
            new("GET", "/events", it.List),
            new("GET", "/events/callbackEndpoint", it.GetCallback),
            new("POST", "/events/callbackEndpoint", it.SetCallback),
            new("GET", "/channels/{channelId}/events", call => it.ListOf(channels.All.Require(call.Path("channelId")).Id)),
            new("GET", "/channels/{channelId}/publish-log", call => it.ListPublishLog(channels.All.Require(call.Path("channelId")).Id)),
            new("POST", "/channels/{channelId}/callbackEndpoint", it.SetCallbackOfChannel),
            new("GET", "/re-stream/channels/{channelId}/events", call => it.ListOf(restream.All.Require(call.Path("channelId")).Id)),
            new("GET", "/re-stream/channels/{channelId}/publish-log", call => it.ListPublishLog(restream.All.Require(call.Path("channelId")).Id)),
            new("POST", "/re-stream/channels/{channelId}/callbackEndpoint", it.SetCallbackOfRestream),
            new("POST", "/vod/channels/{channelId}/callbackEndpoint", it.SetCallbackOfVodChannel),
        ];
    }

    // Whether an unknown channel is refused here is not documented; nothing happened to it in any case.
    private Answer List(Call call)
    {
        string? id = call.Query("channelId");
        return Answer(_events.List(happened => id is null || happened.ChannelId == id));
    }

    private Answer ListOf(string channelId) => Answer(_events.List(happened => happened.ChannelId == channelId));

    private Answer ListPublishLog(string channelId) => Answer(_events.List(happened => happened.ChannelId == channelId && happened.IsPublishing));

    private Answer GetCallback(Call call) => One(_events.DefaultAddress, _events.DefaultSince);

    private Answer SetCallback(Call call)
    {
        _events.SetDefault(Address(call.Body, "callbackUrl"), call.Now);
        return One(_events.DefaultAddress, _events.DefaultSince);
    }

    private Answer SetCallbackOfChannel(Call call)
    {
        Channel channel = _channels.All.Require(call.Path("channelId"));
        channel.CallbackEndpoint = Own(call, channel.Life);
        ChannelJson written = new(channel, call.Now);
        bool isOnBackupStream = channel.IsOnBackupStream;
        return Answers.One(json => written.Write(json, call.Style), json => json.WriteBoolean("isPublishingBackUp", isOnBackupStream));
    }

    private Answer SetCallbackOfRestream(Call call)
    {
        RestreamChannel channel = _restream.All.Require(call.Path("channelId"));
        channel.CallbackEndpoint = Own(call, channel.Life);
        RestreamJson written = new(channel, call.Now);
        return Answers.One(json => written.Write(json, call.Style, withTargets: false));
    }

    private Answer SetCallbackOfVodChannel(Call call)
    {
        VodChannel channel = _vod.Channels.Require(call.Path("channelId"));
        channel.CallbackEndpoint = Own(call, channel.Life);
        VodChannelJson written = new(channel, call.Now);
        return Answers.One(json => written.Write(json, call.Style));
    }

    // To a change a deleted channel is not there, as in the other operations.
    private string Own(Call call, ChannelLife life)
    {
        if (life.IsGone)
        {
            throw new Refusal(250123);
        }

        string address = Address(call.Body, "callbackEndpoint");
        _events.ExpectCallbacks();
        return address;
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
