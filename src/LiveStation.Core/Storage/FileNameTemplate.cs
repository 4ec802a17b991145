using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;

namespace LiveStation;

/// <summary>Names of files out of the properties of recordings, for example <c>{ChannelId}/{RecordBeginTime:yyyyMMdd-HHmm}_{FileName}</c>.</summary>
internal sealed class FileNameTemplate
{
    /// <summary>With the id of the recording, which is one of its own in the account: two can never meet.</summary>
    public const string Default = "{ChannelId}/{RecordId}_{FileName}";

    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(Recording).GetProperties()
        .Where(static property => property.GetMethod is { IsPublic: true } && property.Name != nameof(Recording.TimeLeft))
        .ToDictionary(static property => property.Name, StringComparer.OrdinalIgnoreCase);

    private readonly List<List<(PropertyInfo? Property, string Text)>> _segments;

    private FileNameTemplate(List<List<(PropertyInfo? Property, string Text)>> segments) => _segments = segments;

    /// <summary>Names that a template can hold.</summary>
    public static IEnumerable<string> Names => Properties.Keys;

    /// <summary>Reads a template.</summary>
    /// <exception cref="LiveStationArgumentException">It cannot be read.</exception>
    public static FileNameTemplate Parse(string template)
    {
        if (Path.IsPathRooted(template) || template.Trim().Length == 0)
        {
            throw Broken(template, "begins at the root of a drive, or is empty");
        }

        List<List<(PropertyInfo?, string)>> segments = [[]];
        StringBuilder text = new();
        for (int i = 0; i < template.Length; i++)
        {
            char c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{')
            {
                int end = template.IndexOf('}', i);
                if (end < 0)
                {
                    throw Broken(template, "has a brace that is not closed");
                }

                Close(segments, text);
                segments[segments.Count - 1].Add(Placeholder(template, template.Substring(i + 1, end - i - 1)));
                i = end;
            }
            else if (c == '}')
            {
                throw Broken(template, "has a closing brace without an opening one");
            }
            else if (c is '/' or '\\')
            {
                Close(segments, text);
                segments.Add([]);
            }
            else
            {
                text.Append(c);
            }
        }

        Close(segments, text);
        return segments.Any(static segment => segment.Count == 0) ? throw Broken(template, "has an empty part between its slashes")
            : segments.Any(static segment => segment.Count == 1 && segment[0] is (null, "." or "..")) ? throw Broken(template, "leads to another folder, which is what -Path is for")
            : new FileNameTemplate(segments);
    }

    /// <summary>The path below the folder for a recording, in the notation of this machine. A folder for HLS, a file for everything else.</summary>
    public string PathOf(Recording recording)
    {
        string[] parts = [.. _segments.Select(segment => SafeName.Of(string.Concat(segment.Select(piece => piece.Property is null ? piece.Text : ValueOf(recording, piece.Property, piece.Text)))))];
        string last = parts[parts.Length - 1];
        if (!StoredRecording.IsPlaylist(recording) && Path.GetExtension(last) is not { Length: > 1 and <= 5 })
        {
            parts[parts.Length - 1] = SafeName.Of(last + ".mp4");
        }

        return Path.Combine(parts);
    }

    private static string ValueOf(Recording recording, PropertyInfo property, string format)
    {
        object? value = property.GetValue(recording);
        if (property.Name == nameof(Recording.FileName) && value is string playlist && playlist.EndsWith(Playlist.Extension, StringComparison.OrdinalIgnoreCase))
        {
            // For HLS it is the path of a playlist; the name is that of its folder.
            int slash = playlist.LastIndexOf('/');
            value = slash > 0 ? playlist.Substring(0, slash) : Path.GetFileNameWithoutExtension(playlist);
        }

        return value switch
        {
            null => "",
            DateTime time => time.ToString(format.Length > 0 ? format : "yyyyMMdd-HHmmss", CultureInfo.InvariantCulture),
            TimeSpan span => span.ToString(format.Length > 0 ? format : "hhmmss", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(format.Length > 0 ? format : null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }

    private static (PropertyInfo? Property, string Text) Placeholder(string template, string content)
    {
        int colon = content.IndexOf(':');
        string name = (colon < 0 ? content : content.Substring(0, colon)).Trim();
        string format = colon < 0 ? "" : content.Substring(colon + 1);
        if (!Properties.TryGetValue(name, out PropertyInfo? property))
        {
            throw Broken(template, $"names '{Text.Clean(name)}', which is no property of a recording ({string.Join(", ", Properties.Keys)})");
        }

        try
        {
            object sample = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { IsValueType: true } type ? Activator.CreateInstance(type)! : "";
            _ = format.Length == 0 ? "" : (sample as IFormattable)?.ToString(format, CultureInfo.InvariantCulture);
            return (property, format);
        }
        catch (FormatException)
        {
            throw Broken(template, $"has the format '{Text.Clean(format)}', which {property.Name} does not know");
        }
    }

    private static void Close(List<List<(PropertyInfo?, string)>> segments, StringBuilder text)
    {
        if (text.Length > 0)
        {
            segments[segments.Count - 1].Add((null, text.ToString()));
            text.Clear();
        }
    }

    private static LiveStationArgumentException Broken(string template, string fault) => new(
        "FileNameTemplateInvalid",
        $"The template '{Text.Clean(template)}' {fault}. Nothing was saved.",
        "Write it with properties of recordings in braces, as in -FileName '{ChannelId}/{RecordBeginTime:yyyyMMdd-HHmm}_{FileName}'; two braces stand for one.");
}
