using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

/// <summary>Who is answered, and how much of what he sends is taken.</summary>
public class ServerGuardTests
{
    private const int MaxBodyBytes = 1_048_576;

    public static TheoryData<string, string> ForeignHosts => Each(
        "rebound.example", "127.0.0.1.rebound.example", "localhost.rebound.example:80", "127.0.0.2", "[::2]", "0.0.0.0", "");

    public static TheoryData<string, string> ForeignOrigins => Each(
        "https://page.example", "null", "http://localhost.page.example", "http://127.0.0.1:1", "http://localhost:3000", "");

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_request_to_another_name_is_refused_and_leaves_no_trace(string host, string path)
    {
        await using Line line = await Line.OpenAsync(socket: true);

        (int status, string text) = await SendAsync(line, path, ("Host", host));

        Assert.Equal(403, status);
        Assert.Contains("Host", text, StringComparison.Ordinal);
        Assert.Empty(line.Caller.Emulator.Requests);
    }

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task A_request_of_a_web_page_is_refused_and_leaves_no_trace(string origin, string path)
    {
        await using Line line = await Line.OpenAsync(socket: true);

        (int status, string text) = await SendAsync(line, path, ("Origin", origin));

        Assert.Equal(403, status);
        Assert.Contains("Origin", text, StringComparison.Ordinal);
        Assert.Empty(line.Caller.Emulator.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:40123")]
    [InlineData("localhost")]
    [InlineData("LocalHost:80")]
    [InlineData("[::1]")]
    [InlineData("[::1]:8080")]
    public async Task The_names_of_this_machine_are_answered(string host)
    {
        await using Line line = await Line.OpenAsync(socket: true);

        Assert.Equal(401, (await SendAsync(line, "api/v2/channels", ("Host", host))).Status);
        Assert.Equal(200, (await SendAsync(line, "_emulator/requests", ("Host", host))).Status);
        Assert.Equal(200, (await SendAsync(line, "_emulator/requests", ("Host", host), ("Origin", "http://" + host))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_largest_body_is_taken_and_no_larger_one(bool socket)
    {
        await using Line line = await Line.OpenAsync(socket);

        Reply largest = await line.Caller.SendAsync("POST", "/channels", new string(' ', MaxBodyBytes));
        Reply larger = await line.Caller.SendAsync("POST", "/channels", new string(' ', MaxBodyBytes + 1));
        Reply inKorean = await line.Caller.SendAsync("POST", "/channels", new string('한', (MaxBodyBytes / 3) + 1));

        Assert.Equal((HttpStatusCode.BadRequest, 250012), (largest.Status, largest.Code));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, larger.Status);
        Assert.Equal("""{"error":{"errorCode":"430","message":"Request Entity Too Large"}}""", larger.Text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, inKorean.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_huge_unsigned_body_little_is_read_and_less_is_kept(bool isChunked)
    {
        const int size = 25_000_000;
        await using Line line = await Line.OpenAsync(socket: true);
        using HttpClient client = new() { BaseAddress = line.Address };
        Spaces source = new(size);
        using HttpRequestMessage request = new(HttpMethod.Post, "api/v2/channels") { Content = new StreamContent(source) };
        request.Content.Headers.ContentLength = isChunked ? null : size;
        request.Headers.TransferEncodingChunked = isChunked;

        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
        RecordedRequest kept = Assert.Single(line.Caller.Emulator.Requests);
        Assert.Equal(RecordedRequest.MaxBodyLength, kept.Body.Length);
        Assert.Equal(MaxBodyBytes + 1, kept.BodyLength);
        Assert.Equal(413, kept.StatusCode);
    }

    [Fact]
    public async Task A_control_call_takes_no_huge_body_either()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        using HttpClient client = new() { BaseAddress = line.Address };

        using HttpResponseMessage response = await client.PostAsync(
            new Uri("_emulator/faults", UriKind.Relative), new ByteArrayContent(new byte[MaxBodyBytes + 1]), TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_log_forgets_the_oldest_when_it_holds_too_much_text()
    {
        LiveStationEmulator emulator = new();
        string body = new('b', 2 * RecordedRequest.MaxBodyLength);
        for (int i = 0; i < 300; i++)
        {
            EmulatorRequest request = new("POST", "/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), [], body);
            using EmulatorResponse answer = await emulator.HandleAsync(request, TestContext.Current.CancellationToken);
        }

        IReadOnlyList<RecordedRequest> kept = emulator.Requests;

        Assert.Equal("/299", kept[^1].PathAndQuery);
        Assert.InRange(kept.Sum(request => request.Body.Length), 15_000_000, 16_777_216);
        Assert.All(kept, request => Assert.Equal((RecordedRequest.MaxBodyLength, body.Length), (request.Body.Length, request.BodyLength)));
        emulator.ClearRequests();
        using EmulatorResponse next = await emulator.HandleAsync(new EmulatorRequest("GET", "/", [], body), TestContext.Current.CancellationToken);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task One_request_that_is_larger_than_the_log_is_not_kept()
    {
        LiveStationEmulator emulator = new();

        using EmulatorResponse answer = await emulator.HandleAsync(
            new EmulatorRequest("GET", "/" + new string('p', 20_000_000), []), TestContext.Current.CancellationToken);

        Assert.Empty(emulator.Requests);
    }

    private static TheoryData<string, string> Each(params string[] values)
    {
        TheoryData<string, string> data = [];
        foreach (string value in values)
        {
            foreach (string path in new[] { "api/v2/channels", "_emulator/requests", "_emulator/faults", "anything" })
            {
                data.Add(value, path);
            }
        }

        return data;
    }

    private static async Task<(int Status, string Text)> SendAsync(Line line, string path, params (string Name, string Value)[] headers)
    {
        // By hand: HttpClient sends no empty Host and no empty Origin.
        using System.Net.Sockets.TcpClient client = new();
        await client.ConnectAsync(line.Address.Host, line.Address.Port, TestContext.Current.CancellationToken);
        await using Stream stream = client.GetStream();
        string host = headers.Any(header => header.Name == "Host") ? "" : $"Host: {line.Address.Authority}\r\n";
        string lines = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /{path} HTTP/1.1\r\n{host}{lines}Connection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer);
    }

    /// <summary>Spaces, made while they are read.</summary>
    private sealed class Spaces(long size) : Stream
    {
        private long _rest = size;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int part = (int)Math.Min(count, _rest);
            buffer.AsSpan(offset, part).Fill((byte)' ');
            _rest -= part;
            return part;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
