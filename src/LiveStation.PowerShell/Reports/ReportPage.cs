using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveStation.PowerShell;

/// <summary>The page of a report: a template, a style and a script that stand in the assembly, and the data, in one file.</summary>
internal sealed class ReportPage
{
    private static readonly Regex Place = new(@"\{\{(\w+)\}\}", RegexOptions.CultureInvariant);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Dictionary<string, string> _texts;

    /// <summary>Takes the words of a language; English where there are none of it.</summary>
    public ReportPage(CultureInfo culture)
    {
        Language = culture.TwoLetterISOLanguageName == "ko" ? "ko" : "en";
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(Resource($"texts.{Language}.json"))!;
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="title">What it is called; null for the usual.</param>
    /// <param name="counts">How many recordings, and how many gaps, for who reads it without its script.</param>
    /// <param name="writeData">Writes the data, as JSON in which no &lt; stands.</param>
    public void Write(Stream stream, string? title, (int Recordings, int Gaps) counts, Action<Stream> writeData)
    {
        string style = Resource("page.css");
        string script = Resource("page.js");
        Dictionary<string, string> values = new()
        {
            ["lang"] = Language,
            ["title"] = WebUtility.HtmlEncode(title is null ? _texts["title"] : Text.Clean(title)),
            ["style"] = style,
            ["styleHash"] = Hash(style),
            ["script"] = script,
            ["scriptHash"] = Hash(script),
            ["noscript"] = WebUtility.HtmlEncode(string.Format(CultureInfo.InvariantCulture, _texts["noscript"], counts.Recordings, counts.Gaps)),
        };

        // In one pass, so that nothing that is filled in is taken for a place.
        string template = Resource("page.html");
        int from = 0;
        foreach (Match place in Place.Matches(template))
        {
            Put(stream, template.Substring(from, place.Index - from));
            from = place.Index + place.Length;
            if (values.TryGetValue(place.Groups[1].Value, out string? value))
            {
                Put(stream, value);
            }
            else
            {
                writeData(stream);
            }
        }

        Put(stream, template.Substring(from));
    }

    private static void Put(Stream stream, string text)
    {
        byte[] bytes = Utf8.GetBytes(text);
        stream.Write(bytes, 0, bytes.Length);
    }

    // The only script and the only style that a browser may run in this page.
    private static string Hash(string text)
    {
#if NETFRAMEWORK
        using SHA256 sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Utf8.GetBytes(text)));
#else
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(Utf8.GetBytes(text)));
#endif
    }

    // Browsers make line feeds of all line ends before they hash.
    private static string Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream("LiveStation.Report." + name)!;
        using StreamReader reader = new(stream, Utf8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
