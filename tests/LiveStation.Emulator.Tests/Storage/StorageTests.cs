using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.Emulator.Tests.Storage;

/// <summary>The side of the store, asked by a client that nobody here wrote.</summary>
public sealed class StorageTests : IAsyncDisposable
{
    private const string Bucket = "show-archive";

    private readonly LiveStationEmulator _emulator = new(new EmulatorOptions { Seed = false, Pace = new Pace { Transfer = TimeSpan.Zero } });
    private readonly List<IDisposable> _clients = [];
    private EmulatorServer? _server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_was_uploaded_lies_there_and_is_listed()
    {
        AmazonS3Client client = await ClientAsync();
        string channel = _emulator.Channels.Add("show");
        _emulator.Recordings.Add(channel, 2, "TRANSFER_FINISH");
        _emulator.Recordings.Add(channel, 1, "TRANSFER_FINISH", recordType: "HLS");
        _emulator.Recordings.Add(channel, 1, "TRANSFER_READY");

        ListObjectsResponse list = await client.ListObjectsAsync(Bucket, Token);

        Assert.Equal(_emulator.Storage.Keys(Bucket), list.S3Objects.Select(item => item.Key));
        Assert.Equal(2, list.S3Objects.Count(item => item.Key.EndsWith(".mp4", StringComparison.Ordinal)));
        Assert.Equal(1, list.S3Objects.Count(item => item.Key.EndsWith(".m3u8", StringComparison.Ordinal)));
        foreach (S3Object item in list.S3Objects)
        {
            byte[] content = _emulator.Storage.Read(Bucket, item.Key);
            Assert.Equal((content.Length, Md5(content)), ((int)item.Size!.Value, item.ETag.Trim('"')));
        }
    }

    [Fact]
    public async Task Objects_heads_and_ranges_come_as_they_are()
    {
        AmazonS3Client client = await ClientAsync();
        byte[] content = RandomNumberGenerator.GetBytes(200_000);
        _emulator.Storage.Put(Bucket, "가 나/+&%.mp4", content);

        using GetObjectResponse whole = await client.GetObjectAsync(Bucket, "가 나/+&%.mp4", Token);
        Assert.Equal(content, await BytesAsync(whole.ResponseStream));
        using GetObjectResponse part = await client.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "가 나/+&%.mp4", ByteRange = new ByteRange(10, 70_000) }, Token);
        Assert.Equal(content[10..70_001], await BytesAsync(part.ResponseStream));
        Assert.Equal("bytes 10-70000/200000", part.ContentRange);
        GetObjectMetadataResponse head = await client.GetObjectMetadataAsync(Bucket, "가 나/+&%.mp4", Token);
        Assert.Equal((200_000, Md5(content)), ((int)head.ContentLength, head.ETag.Trim('"')));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        AmazonS3Client client = await ClientAsync();
        for (int i = 0; i < 25; i++)
        {
            _emulator.Storage.Put(Bucket, $"k{i:00}", []);
        }

        ListObjectsResponse first = await client.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, MaxKeys = 20 }, Token);
        ListObjectsResponse second = await client.ListObjectsAsync(new ListObjectsRequest { BucketName = Bucket, MaxKeys = 20, Marker = first.S3Objects[^1].Key, Prefix = "k2" }, Token);

        Assert.True(first.IsTruncated);
        Assert.Equal(20, first.S3Objects.Count);
        Assert.Equal(["k20", "k21", "k22", "k23", "k24"], second.S3Objects.Select(item => item.Key));
    }

    [Theory]
    [InlineData(null, "no-such-bucket", "x", "NoSuchBucket", HttpStatusCode.NotFound)]
    [InlineData(null, Bucket, "x", "NoSuchKey", HttpStatusCode.NotFound)]
    [InlineData("secret", Bucket, "a", "SignatureDoesNotMatch", HttpStatusCode.Forbidden)]
    [InlineData("key", Bucket, "a", "InvalidAccessKeyId", HttpStatusCode.Forbidden)]
    [InlineData("region", Bucket, "a", "AuthorizationHeaderMalformed", HttpStatusCode.BadRequest)]
    [InlineData("changed", Bucket, "a", "PreconditionFailed", HttpStatusCode.PreconditionFailed)]
    [InlineData("range", Bucket, "a", "InvalidRange", HttpStatusCode.RequestedRangeNotSatisfiable)]
    public async Task Refusals_are_those_of_a_store(string? wrong, string bucket, string key, string code, HttpStatusCode status)
    {
        _emulator.Storage.Put(Bucket, "a", [1, 2, 3]);
        AmazonS3Client client = await ClientAsync(
            wrong == "key" ? "SOMEBODYELSE" : null, wrong == "secret" ? "wrong" : null, wrong == "region" ? "us-east-1" : "kr-standard");
        GetObjectRequest request = new() { BucketName = bucket, Key = key, EtagToMatch = wrong == "changed" ? "\"x\"" : null, ByteRange = wrong == "range" ? new ByteRange(3, 9) : null };

        AmazonS3Exception failure = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => client.GetObjectAsync(request, Token));

        Assert.Equal((code, status), (failure.ErrorCode, failure.StatusCode));
    }

    [Fact]
    public async Task Writing_is_not_offered_and_the_unsigned_are_refused()
    {
        AmazonS3Client client = await ClientAsync();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Assert.ThrowsAsync<AmazonS3Exception>(() => client.DeleteObjectAsync(Bucket, "a", Token))).StatusCode);

        using HttpClient anybody = new() { BaseAddress = _server!.BaseAddress };
        using HttpRequestMessage unsigned = new(HttpMethod.Get, Bucket + "/a");
        unsigned.Headers.Add("x-amz-content-sha256", "UNSIGNED-PAYLOAD");
        using HttpResponseMessage answer = await anybody.SendAsync(unsigned, Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("AccessDenied", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_off_is_refused()
    {
        _emulator.Storage.Put(Bucket, "a", []);
        AmazonS3Client client = await ClientAsync();
        _emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromHours(-1)));

        // That client mends its clock by itself, as the refusal tells it to.
        using GetObjectResponse answer = await client.GetObjectAsync(Bucket, "a", Token);
        Assert.Contains(_emulator.Requests, request => request.StatusCode == 403);
    }

    [Fact]
    public async Task Faults_strike_stored_objects_too()
    {
        AmazonS3Client client = await ClientAsync();
        _emulator.Storage.Put(Bucket, "a", [1, 2, 3, 4]);
        _emulator.Faults.Add(Fault.FlippedByte(2));
        using (GetObjectResponse flipped = await client.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "a", ByteRange = new ByteRange(0, 3) }, Token))
        {
            Assert.Equal([1, 2, 2, 4], await BytesAsync(flipped.ResponseStream));
        }

        _emulator.Faults.Add(Fault.StorageError("SlowDown").Always());
        Assert.Equal("SlowDown", (await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectAsync(Bucket, "a", Token))).ErrorCode);
    }

    [Fact]
    public void The_films_are_the_same_bytes_each_time_and_others_for_other_recordings()
    {
        Assert.Equal(SampleOf(1, "MP4"), SampleOf(1, "MP4"));
        Assert.NotEqual(SampleOf(1, "MP4"), SampleOf(2, "MP4"));
    }

    [Theory]
    [InlineData("MP4", ".mp4")]
    [InlineData("HLS", "playlist.m3u8")]
    public void The_films_play(string type, string end)
    {
        string? probe = Tool("ffprobe");
        Assert.SkipWhen(probe is null, "ffprobe (Debian's ffmpeg) is not installed here.");
        string channel = _emulator.Channels.Add("show");
        _emulator.Recordings.Add(channel, 1, "TRANSFER_FINISH", recordType: type);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        foreach (string key in _emulator.Storage.Keys(Bucket))
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, Path.GetFileName(key)), _emulator.Storage.Read(Bucket, key));
        }

        ProcessStartInfo start = new(probe, ["-v", "error", "-count_frames", "-select_streams", "v", "-show_entries", "stream=codec_name,width,height,nb_read_frames", "-of", "csv=p=0", folder.GetFiles().Single(file => file.Name.EndsWith(end, StringComparison.Ordinal)).FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string shown = process.StandardOutput.ReadToEnd();
        Assert.Empty(process.StandardError.ReadToEnd());
        folder.Delete(recursive: true);

        // Four seconds of ten pictures; HLS lists the stream for its program as well.
        Assert.Contains("h264,64,48,40", shown, StringComparison.Ordinal);
    }

    private static byte[] SampleOf(int which, string type)
    {
        LiveStationEmulator emulator = new(new EmulatorOptions { Seed = false });
        string channel = emulator.Channels.Add("show");
        emulator.Recordings.Add(channel, which, "TRANSFER_FINISH", recordType: type);
        return emulator.Storage.Read(Bucket, emulator.Storage.Keys(Bucket)[^1]);
    }

    private async Task<AmazonS3Client> ClientAsync(string? accessKey = null, string? secretKey = null, string region = "kr-standard")
    {
        _emulator.Storage.AddBucket(Bucket);
        _server ??= await EmulatorServer.StartAsync(_emulator, cancellationToken: Token);
        AmazonS3Client client = new(new BasicAWSCredentials(accessKey ?? _emulator.AccessKeyId, secretKey ?? _emulator.GetSecretKey()), new AmazonS3Config
        {
            ServiceURL = _server.BaseAddress.AbsoluteUri,
            AuthenticationRegion = region,
            ForcePathStyle = true,
            MaxErrorRetry = 1,
        });
        _clients.Add(client);
        return client;
    }

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

#pragma warning disable CA5351 // What the store uses.
    private static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));
#pragma warning restore CA5351

    private static string? Tool(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
