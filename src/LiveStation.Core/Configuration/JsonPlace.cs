using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LiveStation;

/// <summary>A value of a JSON file that knows where it stands, so that a fault can be pointed at. Comments and commas too many are no fault: people write these files.</summary>
internal sealed class JsonPlace
{
    private JsonPlace(JsonTokenType kind, string text, int line, string path)
    {
        Kind = kind;
        Text = text;
        Line = line;
        Path = path;
    }

    /// <summary>What it is; the start for an object or a list.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>A text, or how a number is written.</summary>
    public string Text { get; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; }

    /// <summary>For example <c>$.channels[2].envType</c>.</summary>
    public string Path { get; }

    public List<(string Name, JsonPlace Value)> Members { get; } = [];

    public List<JsonPlace> Items { get; } = [];

    /// <summary>What it is, in words.</summary>
    public string Words => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => Kind == JsonTokenType.True ? "true" : "false",
    };

    /// <summary>Another value at the same place.</summary>
    public JsonPlace With(JsonTokenType kind, string text) => new(kind, text, Line, Path);

    /// <summary>What the exception says where a text is none.</summary>
    public const string NoText = "this text is not UTF-8, or holds half a character.";

    /// <summary>Reads a file.</summary>
    /// <param name="file">UTF-8, or UTF-16 with its mark, which the redirection of Windows PowerShell writes.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonPlace Parse(byte[] file)
    {
        byte[] text = file.Length > 1 && file[0] == 0xFF && file[1] == 0xFE ? Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file, 2, file.Length - 2)) : file;
        ReadOnlySpan<byte> utf8 = text;
        if (utf8.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
        {
            utf8 = utf8.Slice(3);
        }

        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Lines lines = new(utf8.ToArray());
        try
        {
            reader.Read();
            JsonPlace root = Value(ref reader, lines, "$");

            // What follows the end is a fault as well.
            while (reader.Read())
            {
            }

            return root;
        }
        catch (InvalidOperationException e)
        {
            // Bytes that are no UTF-8, as an editor with an older code page writes them, and half characters.
            throw new JsonException(NoText, null, lines.At(reader.TokenStartIndex) - 1, null, e);
        }
    }

    private static JsonPlace Value(ref Utf8JsonReader reader, Lines lines, string path)
    {
        JsonPlace place = new(reader.TokenType, TextOf(ref reader), lines.At(reader.TokenStartIndex), path);
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string name = reader.GetString()!;
                reader.Read();
                place.Members.Add((name, Value(ref reader, lines, $"{path}.{name}")));
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                place.Items.Add(Value(ref reader, lines, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", path, place.Items.Count)));
            }
        }

        return place;
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        _ => "",
    };

    // Counts on from the last place: places only go forward.
    private sealed class Lines(byte[] text)
    {
        private int _at;
        private int _line = 1;

        public int At(long index)
        {
            for (; _at < index; _at++)
            {
                _line += text[_at] == '\n' ? 1 : 0;
            }

            return _line;
        }
    }
}
