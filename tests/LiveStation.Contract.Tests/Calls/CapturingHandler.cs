using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Description;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Keeps each request and what it is answered, and passes both on.</summary>
internal sealed class CapturingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<SentRequest> _requests = [];
    private readonly List<(SentRequest Request, string Body)> _answers = [];

    public IReadOnlyList<SentRequest> Requests => Copy(_requests);

    /// <summary>The bodies of the successful answers, with their requests.</summary>
    public IReadOnlyList<(SentRequest Request, string Body)> Answers => Copy(_answers);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.ReadAsync(request, cancellationToken);
        lock (_requests)
        {
            _requests.Add(sent);
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            lock (_answers)
            {
                _answers.Add((sent, body));
            }
        }

        return response;
    }

    private static T[] Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
