using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Core.Tests.Support;

/// <summary>Answers the first call with the first answer, and so on; the last one serves all further calls.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    private readonly Func<HttpResponseMessage>[] _answers;
    private readonly List<Sent> _sent = [];

    public ScriptedHandler(params Func<HttpResponseMessage>[] answers)
    {
        _answers = answers;
    }

    public IReadOnlyList<Sent> Requests
    {
        get
        {
            lock (_sent)
            {
                return _sent.ToArray();
            }
        }
    }

    public static Func<HttpResponseMessage> Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Bytes(Encoding.UTF8.GetBytes(body), status, "application/json;charset=UTF-8", headers);

    public static Func<HttpResponseMessage> Bytes(byte[] body, int status = 200, string? contentType = "application/json", params (string Name, string Value)[] headers) =>
        Stream(() => new MemoryStream(body), status, contentType, headers);

    public static Func<HttpResponseMessage> Stream(Func<Stream> body, int status = 200, string? contentType = "application/json", params (string Name, string Value)[] headers) => () =>
    {
        HttpResponseMessage message = new((HttpStatusCode)status) { Content = new StreamContent(body()) };
        if (contentType is not null)
        {
            message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach ((string name, string value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        int number;
        lock (_sent)
        {
            number = _sent.Count;
            _sent.Add(new Sent(
                request.Method.Method,
                request.RequestUri!.PathAndQuery,
                request.Headers.GetValues("x-ncp-apigw-timestamp").Single(),
                request.Headers.GetValues("x-ncp-apigw-signature-v2").Single(),
                request.Headers.GetValues("x-ncp-region_code").Single(),
                body));
        }

        return _answers[Math.Min(number, _answers.Length - 1)]();
    }

    internal sealed record Sent(string Method, string Target, string Timestamp, string Signature, string Region, string Body);
}
