using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The addresses a channel is watched at, by kind.</summary>
internal static class ServiceUrls
{
    private static readonly int[] ThumbnailWidths = [100, 360, 720];

    private static readonly Dictionary<string, (Action<Channel> Check, Func<Channel, Answer> List)> Kinds = new(StringComparer.Ordinal)
    {
        ["GENERAL"] = (static _ => { }, static channel => Play(channel, "live")),
        ["TIMEMACHINE"] = (RequireTimeMachine, static channel => Play(channel, "timemachine")),
        ["THUMBNAIL"] = (static _ => { }, Thumbnails),
    };

    /// <summary>The addresses of one kind, or the refusal.</summary>
    public static Answer List(Channel channel, string? kind, DateTimeOffset now)
    {
        if (kind is null)
        {
            throw new Refusal(250011, "serviceUrlType");
        }

        if (!Kinds.TryGetValue(kind, out (Action<Channel> Check, Func<Channel, Answer> List) known))
        {
            throw new Refusal(250002, "serviceUrlType");
        }

        if (!channel.Cdn.IsRunningAt(now))
        {
            throw new Refusal(250124);
        }

        // On air counts as ready: the time machine needs a channel on air.
        if (!channel.IsOnAir && channel.StatusAt(now) != ChannelStatus.Ready)
        {
            throw new Refusal(250125);
        }

        known.Check(channel);
        return known.List(channel);
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

    private static Answer Play(Channel channel, string folder)
    {
        string root = $"https://{channel.Cdn.Domain}/{folder}/video/{channel.Id}/";
        return List(channel.Settings.Quality.Renditions, (json, rendition) =>
        {
            json.WriteString("name", rendition.Name);
            json.WriteString("url", root + rendition.Name + "/playlist.m3u8");
            json.WriteString("resolution", rendition.Resolution);
            json.WriteString("videoBitrate", rendition.VideoBitrate.ToString(CultureInfo.InvariantCulture));
            json.WriteString("audioBitrate", rendition.AudioBitrate.ToString(CultureInfo.InvariantCulture));
        });
    }

    private static Answer Thumbnails(Channel channel)
    {
        string root = $"https://{channel.Cdn.Domain}/live/thumb/{channel.Id}/";
        return List(["thumbnail"], (json, name) =>
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

    private static Answer List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        new(200, JsonBody.Of(
            static json => json.WriteStartArray("content"),
            items,
            (json, item) =>
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            },
            static json => json.WriteEndArray()));
}
