using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The twelve operations on channels.</summary>
internal sealed class ChannelRoutes
{
    private readonly ChannelState _channels;
    private readonly QualityState _qualities;
    private readonly Pace _pace;

    private ChannelRoutes(ChannelState channels, QualityState qualities, Pace pace)
    {
        _channels = channels;
        _qualities = qualities;
        _pace = pace;
    }

    public static IReadOnlyList<Route> For(ChannelState channels, QualityState qualities, Pace pace)
    {
        ChannelRoutes it = new(channels, qualities, pace);
        return
        [
            new("POST", "/channels", it.Create),
            new("GET", "/channels", it.List),
            new("POST", "/channels/cdnInfo", it.ChangeCdnOfMany),
            new("GET", "/channels/{channelId}", it.Get),
            new("PUT", "/channels/{channelId}", it.Update),
            new("DELETE", "/channels/{channelId}", it.Delete),
            new("PUT", "/channels/{channelId}/on", it.Enable),
            new("PUT", "/channels/{channelId}/off", it.Disable),
            new("GET", "/channels/{channelId}/serviceUrls", it.ListServiceUrls),
            new("GET", "/channels/{channelId}/streamMetadata", it.GetStreamMetadata),
            new("PUT", "/channels/{channelId}/switch-stream", it.SwitchStream),
            new("POST", "/channels/{channelId}/cdnInfo", it.ChangeCdn),
        ];
    }

    private Answer Create(Call call)
    {
        ChannelRequest request = ChannelRequest.Read(call.Body, call.Zone, _qualities);
        ChannelSettings settings = ChannelRules.Create(request);
        return One(call, _channels.Create(settings, request, call.Now));
    }

    private Answer List(Call call)
    {
        string? status = call.Query("channelStatus");
        string id = call.Query("id") ?? "";
        string name = call.Query("channelName") ?? "";
        if (status is not null && !ChannelStatus.All.Contains(status))
        {
            throw new Refusal(250002, "channelStatus");
        }

        List<Channel> matching = _channels.All
            .Where(channel => status is null || channel.Life.StatusAt(call.Now) == status)
            .Where(channel => channel.Id.Contains(id))
            .Where(channel => channel.Settings.Name.Contains(name))
            .ToList();
        return Answers.Page(call, matching, channel => new ChannelJson(channel, call.Now), (json, channel) => channel.Write(json, call.Style));
    }

    private Answer Get(Call call)
    {
        Channel channel = Find(call);
        bool isOnBackupStream = channel.IsOnBackupStream;
        return One(call, channel, json => json.WriteBoolean("isPublishingBackUp", isOnBackupStream));
    }

    private Answer Update(Call call)
    {
        Channel channel = FindKept(call);
        channel.Settings = ChannelRules.Update(ChannelRequest.Read(call.Body, call.Zone, _qualities), channel.Settings);
        _channels.Tell(channel, ChannelNews.Changed, call.Now);
        return One(call, channel);
    }

    private Answer Delete(Call call)
    {
        Channel channel = Find(call);
        if (channel.Life.StatusAt(call.Now) != ChannelStatus.Ready)
        {
            throw new Refusal(250114);
        }

        if (!channel.Cdn.IsRunningAt(call.Now))
        {
            throw new Refusal(250109);
        }

        channel.Life.Delete(call.Now, ChannelStatus.Deleted);
        return One(call, channel);
    }

    private Answer Enable(Call call)
    {
        Channel channel = FindKept(call);
        channel.Life.Unblock();
        return One(call, channel);
    }

    private Answer Disable(Call call)
    {
        Channel channel = FindKept(call);
        if (channel.Life.StatusAt(call.Now) == ChannelStatus.Creating)
        {
            // No code is documented for this case.
            throw new Refusal(250005, "Channel");
        }

        channel.Life.Block(call.Now);
        return One(call, channel);
    }

    private Answer ListServiceUrls(Call call) => ServiceUrls.List(Find(call), call.Query("serviceUrlType"), call.Host, call.Now);

    private Answer GetStreamMetadata(Call call)
    {
        Channel channel = RequireOnAir(Find(call));
        Quality quality = channel.Settings.QualitySet.Best;
        IncomingStream incoming = channel.Incoming ?? new(quality.VideoBitrate, quality.FrameRate);
        return Answers.One(json =>
        {
            json.WriteStartObject("video");
            json.WriteNumber("width", quality.Width);
            json.WriteNumber("height", quality.Height);
            json.WriteNumber("fps", incoming.Fps);
            json.WriteNumber("bitrate", incoming.Bitrate);
            json.WriteEndObject();
            json.WriteStartObject("audio");
            json.WriteNumber("bitrate", quality.AudioBitrate);
            json.WriteEndObject();
        });
    }

    private Answer SwitchStream(Call call)
    {
        Channel channel = RequireOnAir(Find(call));
        if (!channel.Settings.IsStreamFailOver)
        {
            // No code is documented for this case.
            throw new Refusal(250005, "Backup stream");
        }

        channel.SwitchStream();
        _channels.Tell(channel, ChannelNews.StreamSwitched, call.Now);
        return One(call, channel);
    }

    private Answer ChangeCdn(Call call) => CdnMove.One(call, Find(call), _pace, Tell);

    private Answer ChangeCdnOfMany(Call call) => CdnMove.Many(call, _channels.All.Require, _pace, Tell);

    private void Tell(Channel channel, DateTimeOffset now) => _channels.Tell(channel, ChannelNews.CdnMoved, now);

    private Channel Find(Call call) => _channels.All.Require(call.Path("channelId"));

    // A deleted channel stays in the lists with its state, which can be filtered for, and can be read; to a change it is not there.
    // How long it stays, and what a change says, is documented nowhere: a guess.
    private Channel FindKept(Call call) => Find(call) is { Life.IsGone: false } channel ? channel : throw new Refusal(250123);

    private static Channel RequireOnAir(Channel channel) => channel.Life.IsOnAir ? channel : throw new Refusal(250101);

    private static Answer One(Call call, Channel channel, Action<Utf8JsonWriter>? beside = null)
    {
        ChannelJson written = new(channel, call.Now);
        return Answers.One(json => written.Write(json, call.Style), beside);
    }
}
