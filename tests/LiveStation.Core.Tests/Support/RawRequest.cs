using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>One request, byte for byte: every character stands for one byte.</summary>
internal sealed class RawRequest
{
    private static readonly Encoding Latin1 = Encoding.GetEncoding("ISO-8859-1");

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private RawRequest(string head, string body)
    {
        Head = head;
        Body = body;
        string[] lines = head.Split(["\r\n"], StringSplitOptions.None);
        string[] words = lines[0].Split(' ');
        Method = words[0];
        Target = words[1];
        for (int i = 1; i < lines.Length; i++)
        {
            int colon = lines[i].IndexOf(':');
            _headers[lines[i].Substring(0, colon)] = lines[i].Substring(colon + 1).Trim();
        }
    }

    public string Head { get; }

    public string Method { get; }

    /// <summary>Path and query between the two spaces of the request line.</summary>
    public string Target { get; }

    public string Body { get; }

    public string? this[string header] => _headers.TryGetValue(header, out string? value) ? value : null;

    /// <summary>Reads one request; null when the client closes instead.</summary>
    public static async Task<RawRequest?> ReadAsync(Stream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!EndsInEmptyLine(head))
        {
            if (await stream.ReadAsync(one, 0, 1) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        RawRequest request = new(head.ToString(0, head.Length - 4), "");
        int length = int.Parse(request["Content-Length"] ?? "0", CultureInfo.InvariantCulture);
        byte[] body = new byte[length];
        for (int read = 0, now; read < length; read += now)
        {
            now = await stream.ReadAsync(body, read, length - read);
            if (now == 0)
            {
                return null;
            }
        }

        return new RawRequest(request.Head, Latin1.GetString(body));
    }

    private static bool EndsInEmptyLine(StringBuilder text) =>
        text.Length >= 4 && text[text.Length - 4] == '\r' && text[text.Length - 3] == '\n' && text[text.Length - 2] == '\r' && text[text.Length - 1] == '\n';
}
