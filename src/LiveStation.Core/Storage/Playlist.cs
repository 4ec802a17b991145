using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>What an HLS playlist names.</summary>
/// <remarks>RFC 8216, and the tags of its second edition.</remarks>
internal static class Playlist
{
    public const string Extension = ".m3u8";

    // Keys of a rights management are asked for elsewhere: their address is none of a file.
    private static readonly string[] Keys = ["#EXT-X-KEY:", "#EXT-X-SESSION-KEY:"];
    private static readonly Regex Address = new("(?<=[:,]\\s*URI=\")[^\"]*(?=\")", RegexOptions.CultureInvariant);
    private static readonly Regex Scheme = new("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a playlist.</summary>
    public static bool Is(string text) => text.TrimStart('\uFEFF').StartsWith("#EXTM3U", StringComparison.Ordinal);

    /// <summary>The keys of what a playlist names, each once, in its order.</summary>
    /// <param name="text">The playlist.</param>
    /// <param name="key">Its own key.</param>
    /// <param name="root">What all keys have to begin with.</param>
    /// <exception cref="LiveStationSaveException">It names something that does not lie beside it.</exception>
    public static IReadOnlyList<string> KeysIn(string text, string key, string root) => [.. Names(text).Select(name => Resolve(name, key, root)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Names(string text)
    {
        foreach (string line in text.TrimStart('\uFEFF').Split('\n').Select(static line => line.Trim()))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
            else if (line.StartsWith("#EXT-X-", StringComparison.Ordinal))
            {
                bool isKey = Keys.Any(tag => line.StartsWith(tag, StringComparison.Ordinal));
                foreach (string address in Address.Matches(line).Cast<Match>().Select(static match => match.Value))
                {
                    if (address.Length > 0 && !(isKey && Scheme.IsMatch(address)))
                    {
                        yield return address;
                    }
                }
            }
        }
    }

    private static string Resolve(string name, string key, string root)
    {
        int end = name.IndexOfAny(['?', '#']);
        string path = Uri.UnescapeDataString(end < 0 ? name : name.Substring(0, end));
        if (Scheme.IsMatch(name) || path.StartsWith("/", StringComparison.Ordinal))
        {
            throw Outside(key, name);
        }

        List<string> parts = [.. key.Split('/')];
        parts.RemoveAt(parts.Count - 1);
        foreach (string part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    throw Outside(key, name);
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        string resolved = string.Join("/", parts);
        return resolved.StartsWith(root, StringComparison.Ordinal) && resolved.Length > root.Length ? resolved : throw Outside(key, name);
    }

    private static LiveStationSaveException Outside(string key, string name) => SaveFailure.Refused(
        "PlaylistNamesOutside",
        key,
        $"the playlist names '{Text.Clean(name)}', which does not lie in its folder. Nothing was saved.",
        "Such a recording cannot be saved as a folder that plays. Look at the playlist in the bucket; the MP4 of the same recording, where there is one, can be saved.");
}
