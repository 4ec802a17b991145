using System.Collections.Generic;
#if !NET
using System.IO;
#endif
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>Carries requests of an HttpClient to the service in the same process.</summary>
internal sealed class EmulatorHandler : HttpMessageHandler
{
    private readonly LiveStationEmulator _emulator;

    public EmulatorHandler(LiveStationEmulator emulator) => _emulator = emulator;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        EmulatorRequest incoming = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        EmulatorResponse answer = await _emulator.HandleAsync(incoming, cancellationToken).ConfigureAwait(false);
        if (answer.IsReset)
        {
            throw ConnectionReset();
        }

        HttpResponseMessage response = new((HttpStatusCode)answer.StatusCode)
        {
            RequestMessage = request,
            Content = new EmulatorContent(answer.Body, cancellationToken),
        };
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return response;
    }

    private static async Task<EmulatorRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Headers;
        if (request.Headers.Host is null)
        {
            // HttpClient writes it last; signatures of a store cover it.
            headers = headers.Concat([new("Host", [request.RequestUri!.Authority])]);
        }

        string body = "";
        if (request.Content is HttpContent content)
        {
            headers = headers.Concat(content.Headers);
#if NET
            body = await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
            body = await content.ReadAsStringAsync().ConfigureAwait(false);
#endif
        }

        return new EmulatorRequest(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            headers.Select(header => new KeyValuePair<string, string>(header.Key, string.Join(",", header.Value))),
            body);
    }

    /// <summary>What HttpClient throws when a connection closes before a byte of the answer has come.</summary>
    private static HttpRequestException ConnectionReset()
    {
        const string message = "An error occurred while sending the request (a fault of the offline service).";
        const string reason = "The connection was closed before the answer.";
#if NET
        return new HttpRequestException(HttpRequestError.ResponseEnded, message, new HttpIOException(HttpRequestError.ResponseEnded, reason));
#else
        return new HttpRequestException(message, new IOException(reason));
#endif
    }
}
