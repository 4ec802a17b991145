using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveStation;

/// <summary>
/// A name of a file out of a text of the service, which may hold anything: never a path, never a device, never longer than file
/// systems take, and the same one each time, on every system.
/// </summary>
internal static class SafeName
{
    // File systems take 255 bytes or characters; what stands behind the name of a part has its room.
    private const int LongestBytes = 200;
    private const int LongestExtension = 16;

    private static readonly char[] Refused = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

    private static readonly Regex Device = new(@"^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)\s*(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The name.</summary>
    public static string Of(string text)
    {
        StringBuilder name = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                name.Append(CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.Format ? "_" : text.Substring(i, 2));
                i++;
                continue;
            }

            bool isRefused = c < ' ' || Array.IndexOf(Refused, c) >= 0 || char.IsSurrogate(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            name.Append(isRefused ? '_' : c);
        }

        // Korean comes composed or taken apart; what reads alike is one name.
        string safe = Ends(name.ToString().Normalize(NormalizationForm.FormC));
        if (safe.Length == 0)
        {
            return "_";
        }

        if (Device.IsMatch(safe))
        {
            safe = "_" + safe;
        }

        return Encoding.UTF8.GetByteCount(safe) <= LongestBytes ? safe : Short(safe);
    }

    // Windows takes away blanks and dots at the end, and . and .. are no names anywhere.
    private static string Ends(string name)
    {
        string trimmed = name.TrimEnd(' ', '.').TrimStart(' ');
        return trimmed.Length == 0 && name.Length > 0 ? "_" : trimmed;
    }

    private static string Short(string name)
    {
        int dot = name.LastIndexOf('.');
        string extension = dot > 0 && name.Length - dot <= LongestExtension ? name.Substring(dot) : "";
        string mark = "~" + Hash(name) + extension;
        int room = LongestBytes - Encoding.UTF8.GetByteCount(mark);
        StringBuilder kept = new();
        foreach (string element in Elements(name.Substring(0, name.Length - extension.Length)))
        {
            room -= Encoding.UTF8.GetByteCount(element);
            if (room < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return Ends(kept.ToString()) + mark;
    }

    // Not between the halves of a character, nor between a letter and its marks.
    private static IEnumerable<string> Elements(string text)
    {
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static string Hash(string name)
    {
#if NETFRAMEWORK
        using SHA256 sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(name));
#else
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
#endif
        return SignatureV4.Hex(hash).Substring(0, 8);
    }
}
