using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>Snapshots and clips as the API writes them.</summary>
internal static class ShortClipJson
{
    public static Answer One(TakenSnapshot snapshot, DateTimeOffset now, AnswerStyle style)
    {
        string channelStatus = snapshot.Channel.Life.StatusAt(now);
        string url = now < snapshot.PlayableFrom ? "" : $"https://{snapshot.Channel.Cdn.Domain}/snapshot/{Text(snapshot.Id)}/playlist.m3u8";
        return Answers.One(json =>
        {
            json.WriteString("channelId", snapshot.Channel.Id);
            json.WriteString("channelStatus", style.Status(channelStatus));
            json.WriteStartObject("snapshot");
            json.WriteNumber("snapshotId", snapshot.Id);
            json.WriteString("snapshotUrl", url);
            json.WriteNumber("createdTime", snapshot.Created.ToUnixTimeMilliseconds());
            json.WriteNumber("expireTime", snapshot.Expires.ToUnixTimeMilliseconds());
            json.WriteNumber("duration", snapshot.Minutes);
            style.WriteExtras(json);
            json.WriteEndObject();
        });
    }

    /// <summary>The answer of shortClipGet. That of shortClipCreate is not known, and so the same.</summary>
    public static Answer One(ShortClip clip, AnswerStyle style) => Answers.One(json =>
    {
        json.WriteString("channelId", clip.Snapshot.Channel.Id);
        json.WriteString("snapshotId", Text(clip.Snapshot.Id));
        json.WriteStartObject("shortclip");
        Write(json, clip, style);
        if (clip.Status == ShortClipStatus.Completed)
        {
            json.WriteNumber("fileSize", (long)clip.Length.TotalMilliseconds * 256);
            json.WriteNumber("duration", (long)clip.Length.TotalMilliseconds);
        }

        json.WriteStartObject("output");
        json.WriteString("accessControl", clip.Request.AccessControl);
        json.WriteString("bucketName", clip.Request.BucketName);
        json.WriteString("filePath", clip.Request.FilePath);
        json.WriteString("fileName", Text(clip.Id) + ".mp4");
        json.WriteEndObject();
        style.WriteExtras(json);
        json.WriteEndObject();
    });

    /// <summary>The answer of shortClipList, whose entries tell less.</summary>
    public static Answer List(TakenSnapshot snapshot, IReadOnlyCollection<ShortClip> clips, AnswerStyle style) =>
        new(200, JsonBody.Of(
            json =>
            {
                json.WriteStartObject("content");
                json.WriteString("channelId", snapshot.Channel.Id);
                json.WriteNumber("snapshotId", snapshot.Id);
                json.WriteStartArray("shortClipList");
            },
            clips,
            (json, clip) =>
            {
                json.WriteStartObject();
                Write(json, clip, style);
                style.WriteExtras(json);
                json.WriteEndObject();
            },
            json =>
            {
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteNumber("total", clips.Count);
            }));

    private static void Write(Utf8JsonWriter json, ShortClip clip, AnswerStyle style)
    {
        json.WriteNumber("id", clip.Id);
        json.WriteString("status", style.Status(clip.Status));
        json.WriteNumber("createdTime", clip.Created.ToUnixTimeMilliseconds());
        json.WriteNumber("updatedTime", clip.Updated.ToUnixTimeMilliseconds());
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
