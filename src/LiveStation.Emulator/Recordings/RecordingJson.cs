using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>Recordings as the API writes them: a map by record id.</summary>
internal static class RecordingJson
{
    /// <summary>The answer of recordingList, recordingStart and recordingStop.</summary>
    public static Answer List(IEnumerable<Recording> recordings, int total, AnswerStyle style) =>
        new(200, JsonBody.Of(
            static json =>
            {
                json.WriteStartObject("content");
                json.WriteStartObject("recordList");
            },
            recordings,
            (json, recording) => Write(json, recording, style),
            json =>
            {
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteNumber("total", total);
            }));

    /// <summary>The answer of recordingGet: the map without a name around it.</summary>
    public static Answer One(Recording recording, AnswerStyle style) =>
        Answers.One(json => Write(json, recording, style));

    /// <summary>The answer of recordingUpload.</summary>
    public static Answer Uploaded(IEnumerable<Recording> recordings, string bucketName, string accessControl, AnswerStyle style) =>
        new(200, JsonBody.Of(
            json =>
            {
                json.WriteStartObject("content");
                json.WriteString("bucketName", bucketName);
                json.WriteString("accessControl", accessControl);
                json.WriteStartObject("uploadedRecords");
            },
            recordings,
            (json, recording) =>
            {
                json.WriteStartObject(Key(recording));
                json.WriteString("recordFileName", recording.FileName);
                json.WriteString("recordType", recording.Type);
                json.WriteString("status", style.Status(recording.Status));
                json.WriteString("uploadPath", recording.UploadPath);
                json.WriteString("objectStorageUrl", recording.ObjectStorageUrl);
                style.WriteExtras(json);
                json.WriteEndObject();
            },
            static json =>
            {
                json.WriteEndObject();
                json.WriteEndObject();
            }));

    private static void Write(Utf8JsonWriter json, Recording recording, AnswerStyle style)
    {
        // The documented sample leaves duration and audio codec out for HLS.
        bool isFile = recording.Type != "HLS";
        json.WriteStartObject(Key(recording));
        json.WriteString("recordType", recording.Type);
        json.WriteString("channelId", recording.ChannelId);
        json.WriteString("status", style.Status(recording.Status));
        json.WriteNumber("recordSeq", recording.RecordSeq);
        json.WriteNumber("streamSeq", recording.StreamSeq);
        json.WriteNumber("recordBeginTime", recording.Begin.ToUnixTimeMilliseconds());
        json.WriteNumber("createdTime", recording.Created.ToUnixTimeMilliseconds());
        if (recording.ShouldDelete is DateTimeOffset shouldDelete)
        {
            json.WriteNumber("shouldDeleteTime", shouldDelete.ToUnixTimeMilliseconds());
        }

        json.WriteString("resolution", recording.Quality.Resolution);
        json.WriteString("fileName", recording.FileName);
        if (isFile)
        {
            json.WriteNumber("duration", (long)recording.Length.TotalMilliseconds);
        }

        json.WriteNumber("videoBitrate", recording.Quality.VideoBitrate);
        json.WriteNumber("audioBitrate", recording.Quality.AudioBitrate);
        json.WritePropertyName("videoFrameRate");
        json.WriteRawValue(recording.Quality.FrameRate.ToString("0.0##", CultureInfo.InvariantCulture));
        if (isFile)
        {
            json.WriteString("audioCodec", "aac");
        }

        json.WriteString("uploadPath", recording.UploadPath);
        json.WriteString("objectStorageUrl", recording.ObjectStorageUrl);
        style.WriteExtras(json);
        json.WriteEndObject();
    }

    private static string Key(Recording recording) => recording.Id.ToString(CultureInfo.InvariantCulture);
}
