using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The addresses a channel is watched at, by kind.</summary>
internal static class ServiceUrls
{
    private static readonly int[] ThumbnailWidths = [100, 360, 720];

    private static readonly Dictionary<string, (Action<Channel> Check, Func<Channel, string?, Answer> List)> Kinds = new(StringComparer.Ordinal)
    {
        ["GENERAL"] = (static _ => { }, static (channel, host) => Play(channel, "live", host)),
        ["TIMEMACHINE"] = (RequireTimeMachine, static (channel, host) => Play(channel, "timemachine", host)),
        ["THUMBNAIL"] = (static _ => { }, Thumbnails),
    };

    /// <summary>The addresses of one kind, or the refusal.</summary>
    public static Answer List(Channel channel, string? kind, string? host, DateTimeOffset now)
    {
        if (kind is null)
        {
            throw new Refusal(250011, "serviceUrlType");
        }

        if (!Kinds.TryGetValue(kind, out (Action<Channel> Check, Func<Channel, string?, Answer> List) known))
        {
            throw new Refusal(250002, "serviceUrlType");
        }

        if (!channel.Cdn.IsRunningAt(now))
        {
            throw new Refusal(250124);
        }

        // On air counts as ready: the time machine needs a channel on air.
        if (!channel.Life.IsOnAir && channel.Life.StatusAt(now) != ChannelStatus.Ready)
        {
            throw new Refusal(250125);
        }

        known.Check(channel);
        return known.List(channel, host);
    }

    /// <summary>The addresses to play, one for each quality.</summary>
    public static Answer Play(IDelivered channel, string folder, string? host)
    {
        string root = $"{Edge.Root(channel.Cdn.Domain, host)}/{folder}/video/{channel.Id}/";
        return Answers.List(channel.Settings.QualitySet.Qualities, (json, quality) =>
        {
            json.WriteString("name", quality.Folder);
            json.WriteString("url", root + quality.Folder + "/playlist.m3u8");
            json.WriteString("resolution", quality.Resolution);
            json.WriteString("videoBitrate", quality.VideoBitrate.ToString(CultureInfo.InvariantCulture));
            json.WriteString("audioBitrate", quality.AudioBitrate.ToString(CultureInfo.InvariantCulture));
        });
    }

    /// <summary>The addresses of pictures.</summary>
    public static Answer Thumbnails(IDelivered channel, string? host)
    {
        string root = $"{Edge.Root(channel.Cdn.Domain, host)}/live/thumb/{channel.Id}/";
        return Answers.List(["thumbnail"], (json, name) =>
        {
            json.WriteString("name", name);
            json.WriteString("url", root + "0.jpg");
            json.WriteStartArray("resizedUrl");
            foreach (string width in ThumbnailWidths.Select(width => width.ToString(CultureInfo.InvariantCulture)))
            {
                json.WriteStartObject();
                json.WriteString("type", width + "px");
                json.WriteString("url", root + width + ".jpg");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void RequireTimeMachine(Channel channel)
    {
        if (!channel.Settings.UseDvr)
        {
            throw new Refusal(250121);
        }

        if (!channel.IsRecording)
        {
            throw new Refusal(250141);
        }
    }
}
