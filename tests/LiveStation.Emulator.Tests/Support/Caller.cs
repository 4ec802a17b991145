using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>Signs and sends, with a signer of its own.</summary>
internal sealed class Caller : IDisposable
{
    private readonly HttpClient _client;

    public Caller(LiveStationEmulator emulator, TimeProvider time, Uri? address = null)
    {
        Emulator = emulator;
        Time = time;
        SecretKey = emulator.GetSecretKey();
        _client = address is null
            ? new HttpClient(emulator.CreateHandler()) { BaseAddress = new Uri("https://offline.example/") }
            : new HttpClient { BaseAddress = address };
    }

    public LiveStationEmulator Emulator { get; }

    public TimeProvider Time { get; }

    public string SecretKey { get; set; }

    public string Prefix { get; set; } = "/api/v2";

    public TimeSpan ClockOffset { get; set; }

    public Dictionary<string, string?> Overrides { get; } = [];

    public static (Caller Caller, FakeTimeProvider Time) Offline(bool seed = false, bool takesNumbersAsText = false)
    {
        FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        return (new Caller(new LiveStationEmulator(new EmulatorOptions { TimeProvider = time, Seed = seed, TakesNumbersAsText = takesNumbersAsText }), time), time);
    }

    public HttpRequestMessage Sign(string method, string path, string? body = null)
    {
        HttpRequestMessage request = new(new HttpMethod(method), new Uri(_client.BaseAddress!, Prefix + path))
        {
            Content = new StringContent(body ?? ""),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        string timestamp = (Time.GetUtcNow() + ClockOffset).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        string text = $"{method} {request.RequestUri!.PathAndQuery}\n{timestamp}\n{Emulator.AccessKeyId}";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(SecretKey), Encoding.UTF8.GetBytes(text)));
        Dictionary<string, string?> headers = new()
        {
            ["x-ncp-apigw-timestamp"] = timestamp,
            ["x-ncp-iam-access-key"] = Emulator.AccessKeyId,
            ["x-ncp-apigw-signature-v2"] = signature,
            ["x-ncp-region_code"] = Prefix == "/api/fin-v2" ? "FKR" : "KR",
        };
        foreach ((string name, string? value) in Overrides)
        {
            headers[name] = value;
        }

        foreach ((string name, string? value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = value is null ? null : MediaTypeHeaderValue.Parse(value);
            }
            else if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    public Task<HttpResponseMessage> OpenAsync(string method, string path, string? body = null, CancellationToken cancellationToken = default) =>
        _client.SendAsync(Sign(method, path, body), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public async Task<Reply> SendAsync(string method, string path, string? body = null)
    {
        using HttpResponseMessage response = await OpenAsync(method, path, body, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reply(response.StatusCode, text);
    }

    public async Task<JsonNode> ContentAsync(string method, string path, string? body = null)
    {
        Reply reply = await SendAsync(method, path, body);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Json["content"]!;
    }

    /// <summary>Sends, and expects the refusal with this code; 0 for none.</summary>
    public async Task ExpectAsync(string method, string path, string? body, int code)
    {
        Reply reply = await SendAsync(method, path, body);
        Assert.True((code == 0) == (reply.Status == HttpStatusCode.OK), reply.Text);
        Assert.True(code == 0 || reply.Code == code, reply.Text);
    }

    public void Dispose() => _client.Dispose();
}

internal sealed record Reply(HttpStatusCode Status, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public int Code => int.Parse(Json["error"]!["errorCode"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
