using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>The ten operations on VOD2LIVE channels.</summary>
internal sealed class VodChannelRoutes
{
    private readonly VodState _vod;

    private VodChannelRoutes(VodState vod) => _vod = vod;

    public static IReadOnlyList<Route> For(VodState vod)
    {
        VodChannelRoutes it = new(vod);
        return
        [
            new("POST", "/vod/channels", it.Create),
            new("GET", "/vod/channels", it.List),
            new("POST", "/vod/channels/cdnInfo", it.ChangeCdnOfMany),
            new("GET", "/vod/channels/{channelId}", it.Get),
            new("PUT", "/vod/channels/{channelId}", it.Update),
            new("DELETE", "/vod/channels/{channelId}", it.Delete),
            new("PUT", "/vod/channels/{channelId}/on", it.Enable),
            new("PUT", "/vod/channels/{channelId}/off", it.Disable),
            new("GET", "/vod/channels/{channelId}/serviceUrls", it.ListServiceUrls),
            new("POST", "/vod/channels/{channelId}/cdnInfo", it.ChangeCdn),
        ];
    }

    private Answer Create(Call call)
    {
        ChannelRequest request = ChannelRequest.Read(call.Body, call.Zone, _vod.Qualities);
        ChannelSettings settings = ChannelRules.CreateWithoutIngest(request);
        return One(call, _vod.Create(settings, request, call.Now));
    }

    private Answer List(Call call) =>
        Answers.Page(call, _vod.Channels, channel => new VodChannelJson(channel, call.Now), (json, channel) => channel.Write(json, call.Style, isListed: true));

    private Answer Get(Call call) => One(call, Find(call));

    private Answer Update(Call call)
    {
        VodChannel channel = FindKept(call);
        channel.Change(ChannelRules.UpdateWithoutIngest(ChannelRequest.Read(call.Body, call.Zone, _vod.Qualities), channel.Settings), call.Now);
        _vod.Tell(channel, ChannelNews.Changed, call.Now);
        return One(call, channel);
    }

    private Answer Delete(Call call)
    {
        VodChannel channel = Find(call);
        if (channel.StatusAt(call.Now) != ChannelStatus.Ready)
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
        VodChannel channel = FindKept(call);
        channel.Life.Unblock();
        return One(call, channel);
    }

    private Answer Disable(Call call)
    {
        VodChannel channel = FindKept(call);
        if (channel.StatusAt(call.Now) == ChannelStatus.Creating)
        {
            // No code is documented for this case.
            throw new Refusal(250005, "Channel");
        }

        channel.Life.Block(call.Now);
        return One(call, channel);
    }

    private Answer ListServiceUrls(Call call)
    {
        VodChannel channel = Find(call);
        string kind = call.Query("serviceUrlType") ?? throw new Refusal(250011, "serviceUrlType");
        if (kind is not ("GENERAL" or "THUMBNAIL"))
        {
            throw new Refusal(250002, "serviceUrlType");
        }

        if (!channel.Cdn.IsRunningAt(call.Now))
        {
            throw new Refusal(250124);
        }

        if (channel.StatusAt(call.Now) is not (VodStatus.Reserved or ChannelStatus.Publishing))
        {
            // The page says so without a code, and the text of the one for live channels (250125) says the opposite.
            throw new Refusal(250005, "Channel");
        }

        return kind == "GENERAL" ? ServiceUrls.Play(channel, "live", call.Host) : ServiceUrls.Thumbnails(channel, call.Host);
    }

    private Answer ChangeCdn(Call call) => CdnMove.One(call, Find(call), _vod.Pace, Moved);

    private Answer ChangeCdnOfMany(Call call) => CdnMove.Many(call, _vod.Channels.Require, _vod.Pace, Moved);

    private void Moved(VodChannel channel, DateTimeOffset now) => _vod.Tell(channel, ChannelNews.CdnMoved, now);

    private static Answer One(Call call, VodChannel channel)
    {
        VodChannelJson written = new(channel, call.Now);
        return Answers.One(json => written.Write(json, call.Style));
    }

    private VodChannel Find(Call call) => _vod.Channels.Require(call.Path("channelId"));

    // As for live channels, and as much of a guess.
    private VodChannel FindKept(Call call) => Find(call) is { Life.IsGone: false } channel ? channel : throw new Refusal(250123);
}
