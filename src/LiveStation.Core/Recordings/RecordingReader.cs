using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace LiveStation;

/// <summary>Reads recordings out of JSON tokens. By hand: a source-generated record for each entry took 3.9 times a bare walk of the tokens.</summary>
internal sealed class RecordingReader
{
    private readonly string _channelId;
    private readonly byte[] _channelIdUtf8;

    // Entries of a list repeat these from one to the next.
    private string? _resolution;
    private string? _audioCodec;

    /// <summary>Makes a reader for one answer.</summary>
    /// <param name="channelId">The channel that was asked: stands in where an entry names none.</param>
    public RecordingReader(string channelId)
    {
        _channelId = channelId;
        _channelIdUtf8 = Encoding.UTF8.GetBytes(channelId);
    }

    private enum Field
    {
        Other = 0,
        Id,
        RecordType,
        ChannelId,
        Status,
        RecordSeq,
        StreamSeq,
        RecordBeginTime,
        CreatedTime,
        ShouldDeleteTime,
        Resolution,
        FileName,
        Duration,
        VideoBitrate,
        VideoFrameRate,
        AudioBitrate,
        AudioCodec,
        UploadPath,
        ObjectStorageUrl,
    }

    /// <summary>Reads the fields of one entry, standing on the brace that opens it.</summary>
    /// <param name="reader">The tokens.</param>
    /// <param name="recordId">Its key in the map.</param>
    /// <param name="recording">The recording.</param>
    /// <returns>Whether the whole entry was there.</returns>
    public bool TryRead(ref Utf8JsonReader reader, long recordId, out Recording? recording)
    {
        recording = null;
        string? channelId = null, statusText = null, typeText = null, resolution = null, fileName = null, audioCodec = null, uploadPath = null;
        RecordStatus status = default;
        RecordType type = default;
        long? recordSeq = null, streamSeq = null, begin = null, created = null, delete = null, duration = null, videoBitrate = null, audioBitrate = null, ignored = null;
        double? frameRate = null;
        Uri? url = null;
        Dictionary<string, JsonElement>? rest = null;

        while (true)
        {
            if (!reader.Read())
            {
                return false;
            }

            if (reader.TokenType == JsonTokenType.EndObject)
            {
                break;
            }

            Field field = FieldOf(ref reader, out string? name);
            if (!reader.Read())
            {
                return false;
            }

            if (IsAbsent(ref reader) && field != Field.Other)
            {
                continue;
            }

            bool read = field switch
            {
                Field.Id => Int64(ref reader, ref ignored),
                Field.RecordType => Enum(ref reader, ref typeText, ref type),
                Field.ChannelId => ChannelId(ref reader, ref channelId),
                Field.Status => Enum(ref reader, ref statusText, ref status),
                Field.RecordSeq => Int64(ref reader, ref recordSeq),
                Field.StreamSeq => Int64(ref reader, ref streamSeq),
                Field.RecordBeginTime => Time(ref reader, ref begin),
                Field.CreatedTime => Time(ref reader, ref created),
                Field.ShouldDeleteTime => Time(ref reader, ref delete),
                Field.Resolution => Repeated(ref reader, ref resolution, ref _resolution),
                Field.FileName => String(ref reader, ref fileName),
                Field.Duration => Span(ref reader, ref duration),
                Field.VideoBitrate => Int64(ref reader, ref videoBitrate),
                Field.VideoFrameRate => Double(ref reader, ref frameRate),
                Field.AudioBitrate => Int64(ref reader, ref audioBitrate),
                Field.AudioCodec => Repeated(ref reader, ref audioCodec, ref _audioCodec),
                Field.UploadPath => String(ref reader, ref uploadPath),
                Field.ObjectStorageUrl => Address(ref reader, ref url),
                _ => false,
            };
            if (!read)
            {
                // Unknown, or not of its type: kept as it came.
                if (!JsonElement.TryParseValue(ref reader, out JsonElement? value))
                {
                    return false;
                }

                (rest ??= [])[name ?? NameOf(field)] = value.Value;
            }
        }

        recording = new Recording
        {
            RecordId = recordId,
            ChannelId = channelId ?? _channelId,
            RecordType = type,
            RecordTypeText = typeText,
            Status = status,
            StatusText = statusText,
            RecordSeq = recordSeq,
            StreamSeq = streamSeq,
            RecordBeginTime = Local(begin),
            CreatedTime = Local(created),
            ShouldDeleteTime = Local(delete),
            Resolution = resolution,
            FileName = fileName,
            Duration = duration is { } ms ? new TimeSpan(ms * TimeSpan.TicksPerMillisecond) : null,
            VideoBitrate = videoBitrate,
            VideoFrameRate = frameRate,
            AudioBitrate = audioBitrate,
            AudioCodec = audioCodec,
            UploadPath = uploadPath,
            ObjectStorageUrl = url,
            Rest = rest,
        };
        return true;
    }

    private static DateTime? Local(long? ms) => ms is { } value ? WireTime.Local(value) : null;

    private static bool IsAbsent(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null
        || (reader.TokenType == JsonTokenType.String && (reader.ValueSpan.Length == 0 || (reader.ValueSpan.Length == 1 && reader.ValueSpan[0] == (byte)'-')));

    private static bool Int64(ref Utf8JsonReader reader, ref long? value)
    {
        long number;
        bool read = reader.TokenType == JsonTokenType.Number
            ? reader.TryGetInt64(out number) || WholeDouble(ref reader, out number)
            : TextIsNumber(ref reader, out number);
        if (read)
        {
            value = number;
        }

        return read;
    }

    private static bool Time(ref Utf8JsonReader reader, ref long? value)
    {
        long? ms = null;
        if (!Int64(ref reader, ref ms) || WireTime.Local(ms!.Value) is null)
        {
            return false;
        }

        value = ms;
        return true;
    }

    private static bool Span(ref Utf8JsonReader reader, ref long? value)
    {
        long? ms = null;
        if (!Int64(ref reader, ref ms) || ms is < 0 or > long.MaxValue / TimeSpan.TicksPerMillisecond)
        {
            return false;
        }

        value = ms;
        return true;
    }

    private static bool Double(ref Utf8JsonReader reader, ref double? value)
    {
        double number = 0;
        bool read = reader.TokenType == JsonTokenType.Number ? reader.TryGetDouble(out number)
            : reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out number, out int used) && used == reader.ValueSpan.Length;
        if (read)
        {
            value = number;
        }

        return read;
    }

    private static bool WholeDouble(ref Utf8JsonReader reader, out long value)
    {
        bool whole = reader.TryGetDouble(out double number) && Math.Abs(number) < 1e15 && Math.Floor(number) == number;
        value = whole ? (long)number : 0;
        return whole;
    }

    private static bool TextIsNumber(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out value, out int used) && used == reader.ValueSpan.Length;
    }

    private static bool Enum<T>(ref Utf8JsonReader reader, ref string? text, ref T value)
        where T : struct, Enum
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        text = WireNames<T>.Read(ref reader, out value);
        return true;
    }

    private static bool String(ref Utf8JsonReader reader, ref string? value)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        value = reader.GetString();
        return true;
    }

    private static bool Repeated(ref Utf8JsonReader reader, ref string? value, ref string? last)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (last is null || !reader.ValueTextEquals(last))
        {
            last = reader.GetString();
        }

        value = last;
        return true;
    }

    private static bool Address(ref Utf8JsonReader reader, ref Uri? value) =>
        reader.TokenType == JsonTokenType.String && Uri.TryCreate(reader.GetString(), UriKind.Absolute, out value);

    private bool ChannelId(ref Utf8JsonReader reader, ref string? value)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        value = reader.ValueTextEquals(_channelIdUtf8) ? _channelId : reader.GetString();
        return true;
    }

    // By length first: most names differ in it, so that one comparison of bytes decides.
    private static Field FieldOf(ref Utf8JsonReader reader, out string? name)
    {
        name = null;
        ReadOnlySpan<byte> utf8 = reader.ValueSpan;
        Field field = reader.ValueIsEscaped ? Field.Other : utf8.Length switch
        {
            2 => utf8.SequenceEqual("id"u8) ? Field.Id : Field.Other,
            6 => utf8.SequenceEqual("status"u8) ? Field.Status : Field.Other,
            8 => utf8.SequenceEqual("duration"u8) ? Field.Duration : utf8.SequenceEqual("fileName"u8) ? Field.FileName : utf8.SequenceEqual("recordId"u8) ? Field.Id : Field.Other,
            9 => utf8.SequenceEqual("recordSeq"u8) ? Field.RecordSeq
                : utf8.SequenceEqual("streamSeq"u8) ? Field.StreamSeq
                : utf8.SequenceEqual("channelId"u8) ? Field.ChannelId
                : Field.Other,
            10 => utf8.SequenceEqual("recordType"u8) ? Field.RecordType
                : utf8.SequenceEqual("resolution"u8) ? Field.Resolution
                : utf8.SequenceEqual("audioCodec"u8) ? Field.AudioCodec
                : utf8.SequenceEqual("uploadPath"u8) ? Field.UploadPath
                : Field.Other,
            11 => utf8.SequenceEqual("createdTime"u8) ? Field.CreatedTime : Field.Other,
            12 => utf8.SequenceEqual("videoBitrate"u8) ? Field.VideoBitrate : utf8.SequenceEqual("audioBitrate"u8) ? Field.AudioBitrate : Field.Other,
            14 => utf8.SequenceEqual("videoFrameRate"u8) ? Field.VideoFrameRate : Field.Other,
            15 => utf8.SequenceEqual("recordBeginTime"u8) ? Field.RecordBeginTime : Field.Other,
            16 => utf8.SequenceEqual("shouldDeleteTime"u8) ? Field.ShouldDeleteTime
                : utf8.SequenceEqual("objectStorageUrl"u8) ? Field.ObjectStorageUrl
                : Field.Other,
            _ => Field.Other,
        };
        if (field == Field.Other)
        {
            name = reader.GetString();
        }

        return field;
    }

    private static string NameOf(Field field)
    {
        string name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
