using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Any call of the API by its path, for what has no operation of its own.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation</remarks>
public sealed class RestOperations
{
    private readonly HttpPipeline _pipeline;

    internal RestOperations(HttpPipeline pipeline) => _pipeline = pipeline;

    /// <summary>Sends a signed call.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the base address, unescaped, for example <c>/channels/ls-…/records</c>.</param>
    /// <param name="query">Query parameters, unescaped.</param>
    /// <param name="body">JSON to send, in UTF-8; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer; undefined where its body is empty.</returns>
    /// <exception cref="LiveStationException">The call failed.</exception>
    public Task<JsonElement> SendAsync(HttpMethod method, string path, IEnumerable<KeyValuePair<string, string>> query, byte[]? body, CancellationToken cancellationToken = default)
    {
        string escaped = ApiPath.Of(path.Trim('/').Split('/'));
        foreach (KeyValuePair<string, string> parameter in query)
        {
            escaped = escaped.With(parameter.Key, parameter.Value);
        }

        ApiRequest request = ApiRequest.Write(method, escaped, path, "the matching Get cmdlet, or Invoke-LsRestMethod with -Method Get", body);
        return _pipeline.SendJsonAsync(request, cancellationToken);
    }
}
