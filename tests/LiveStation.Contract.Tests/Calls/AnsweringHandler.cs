using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Description;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Answers each request with the body that a function gives for it.</summary>
internal sealed class AnsweringHandler(Func<SentRequest, string> answer) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SentRequest sent = await SentRequest.ReadAsync(request, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(sent), Encoding.UTF8, "application/json") };
    }
}
