using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Contract.Tests.Description;

/// <summary>A request as it would go over the wire.</summary>
internal sealed record SentRequest(string Method, string PathAndQuery, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Path => PathAndQuery.Split('?')[0];

    /// <summary>The query, unescaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        PathAndQuery.Split('?') is [_, string query]
            ? query.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""))).ToList()
            : [];

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Headers.Concat(request.Content!.Headers);
        return new SentRequest(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            await request.Content.ReadAsStringAsync(cancellationToken),
            headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => $"{Method} {PathAndQuery} {Body}".TrimEnd();
}
