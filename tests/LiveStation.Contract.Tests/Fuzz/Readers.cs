using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests.Fuzz;

/// <summary>Everything in Core that reads what others wrote, with good texts to begin from. A failure that is told is an answer; whatever else is thrown is a fault.</summary>
internal static class Readers
{
    private static readonly int[] Statuses = [200, 400, 404, 429, 500, 503];

    private static readonly List<byte[]> Errors = [.. Enumerable.Range(1, 5).Select(number => Body($"error.{number}"))];

    /// <summary>The readers by name.</summary>
    public static IReadOnlyDictionary<string, (IReadOnlyList<byte[]> Good, Func<byte[], Mutation, Task> Read)> All { get; } = new Dictionary<string, (IReadOnlyList<byte[]>, Func<byte[], Mutation, Task>)>
    {
        ["answers"] = ([.. ContractCalls.All.SelectMany(static call => Repository.Examples(call.Operation)).Distinct().Select(Body)], AnswerAsync),
        ["errors"] = (Errors, ErrorAsync),
        ["lists of recordings"] = ([Body("recordingList.1"), Body("recordingList.2"), .. Errors], RecordingsAsync),
        ["events"] = ([Body("callbackDelivery.1"), Body("eventList.1")], EventAsync),
        ["lists of objects"] = ([Bytes(Listing), Bytes("<Error><Code>NoSuchBucket</Code><Message>no</Message><RequestId>1</RequestId></Error>")], ObjectsAsync),
        ["playlists"] = ([Bytes("#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"key.bin\"\n#EXT-X-MAP:URI=\"a/init.mp4\"\n#EXTINF:4,\na/1.ts\n../x/b/2.ts?x=1\n")], PlaylistAsync),
        ["journals"] = ([Bytes($"LiveStation part 1\n{Object}\ne\n5000 1000\n0\n3\n")], JournalAsync),
        ["bookmarks"] = ([Bytes("LiveStation bookmark 1\n2026-01-01T00:00:00.0000000Z\n0123456789abcdef0123456789abcdef fedcba9876543210fedcba9876543210\n- 0123456789abcdef0123456789abcdef\n")], BookmarkAsync),
        ["configurations"] = ([Bytes(Configuration)], ConfigurationAsync),
        ["profiles"] = ([Bytes("# made\n[DEFAULT]\nncloud_access_key_id = KEY\nncloud_secret_access_key = SECRET\n[b]\nncloud_api_url=https://fin-ncloud.apigw.fin-ntruss.com\n")], ProfileAsync),
        ["secrets"] = ([Bytes("{ \"accessKey\": \"KEY\", \"secretKey\": \"SECRET\" }")], SecretAsync),
    };

    private const string Listing = """
        <?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextMarker>a%20b</NextMarker>
        <Contents><Key>a%20b</Key><Size>12</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>"e"</ETag><StorageClass>STANDARD</StorageClass><Owner><ID>1</ID></Owner></Contents>
        <Contents><Key>c</Key><Size>0</Size></Contents></ListBucketResult>
        """;

    private const string Configuration = """
        { "$schema": "livestation-configuration-1.schema.json", "variables": { "stage": "DEV", "number": 1 },
          "qualitySets": [ { "name": "abc", "qualities": [ "q-1" ] } ],
          "channels": [ { "channelName": "news_${number}", "qualitySet": "abc", "envType": "${stage}", "useDvr": true, "profileId": 7, "callbackEndpoint": { "secret": "a" } } ],
          "restreams": [ { "channelName": "abc", "restream": [ { "targetName": "A", "rtmpUrl": "rtmp://a", "streamKey": { "secret": "b" } } ] } ] }
        """;

    private static readonly Uri Object = new("https://kr.object.ncloudstorage.com/b/k");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Body(string example) => Bytes(Repository.Example(example));

    private static async Task AnswerAsync(byte[] bytes, Mutation mutation)
    {
        ContractCall call = ContractCalls.All[mutation.Next(ContractCalls.All.Count)];
        await ToldAsync(async () =>
        {
            foreach (object result in await call.RunAsync(Client(bytes, 200)))
            {
                Look(result);
            }
        });
    }

    private static Task ErrorAsync(byte[] bytes, Mutation mutation) =>
        ToldAsync(() => ContractCalls.All[mutation.Next(ContractCalls.All.Count)].RunAsync(Client(bytes, Statuses[mutation.Next(Statuses.Length)])));

    // The pieces in which an answer comes change nothing, and what is a whole list gives all that is in it.
    private static async Task RecordingsAsync(byte[] bytes, Mutation mutation)
    {
        string whole = await ListAsync(new MemoryStream(bytes));
        int size = mutation.Next(30);
        string pieces = await ListAsync(new PiecewiseStream(bytes, size));
        Assert.Equal(whole, pieces);
        if (!whole.EndsWith('!') && Entries(bytes) is { } entries)
        {
            Assert.Equal(entries, whole.Count(static c => c == '\n'));
        }
    }

    private static async Task<string> ListAsync(Stream body)
    {
        StringBuilder found = new();
        try
        {
            await foreach (Recording recording in Client(() => new StreamContent(body), 200).Recordings.ListAsync("ls-1"))
            {
                Look(recording);
                found.Append(recording.RecordId).Append(' ').Append(recording.Status).Append(' ').Append(recording.RecordBeginTime?.Ticks).Append('\n');
            }
        }
        catch (LiveStationException e)
        {
            found.Append(e.ErrorId).Append('!');
        }

        return found.ToString();
    }

    private static int? Entries(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return document.RootElement.GetProperty("content").GetProperty("recordList") is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().Count(static entry => entry.Value.ValueKind == JsonValueKind.Object) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static Task EventAsync(byte[] bytes, Mutation mutation)
    {
        string text = Encoding.UTF8.GetString(bytes);
        bool isEvent = Event.TryParse(text, out Event? read);
        Assert.Equal(isEvent, read is not null);
        if (read is not null)
        {
            Look(read);
        }
        else
        {
            Assert.Throws<FormatException>(() => Event.Parse(text));
        }

        return Task.CompletedTask;
    }

    private static Task ObjectsAsync(byte[] bytes, Mutation mutation) => ToldAsync(async () =>
    {
        await foreach (StoredObject stored in Client(bytes, Statuses[mutation.Next(Statuses.Length + 1) - 1]).Storage.ListAsync("b"))
        {
            Look(stored);
        }
    });

    private static Task PlaylistAsync(byte[] bytes, Mutation mutation) => ToldAsync(() =>
    {
        foreach (string key in Playlist.KeysIn(Encoding.UTF8.GetString(bytes), "x/y/list.m3u8", "x/"))
        {
            Assert.StartsWith("x/", key, StringComparison.Ordinal);
            Assert.DoesNotContain("..", key.Split('/'));
        }

        return Task.CompletedTask;
    });

    private static Task JournalAsync(byte[] bytes, Mutation mutation) => WithFileAsync(bytes, static path =>
    {
        StoredObject what = new() { BucketName = "b", Key = "k", Length = 5000, ETag = "e" };
        using PartMap map = PartMap.Open(path, what, Object, 1000);
        Assert.InRange(map.PartSize, 1, long.MaxValue);
        Assert.InRange(map.Ranges, 1, 5000);
        Assert.InRange(map.Noted, 0, 5000);
        Assert.InRange(map.End, map.Noted > 0 ? 1 : 0, 5000);
    });

    // One that is damaged is told of, and what is told is what stood there.
    private static Task BookmarkAsync(byte[] bytes, Mutation mutation) => WithFileAsync(bytes, static path =>
    {
        using EventBookmark bookmark = EventBookmark.Open(path);
        if (bookmark.KeptAs is { } kept)
        {
            File.Delete(kept);
        }

        Assert.True(bookmark.Since is null || bookmark.DamagedSince is null);
        Assert.InRange(bookmark.Told.Count, 0, (int)new FileInfo(path).Length);
    });

    private static Task ConfigurationAsync(byte[] bytes, Mutation mutation)
    {
        ConfigurationReader reader = ConfigurationReader.Read(bytes, new ConfigurationVariables(), force: mutation.Next(3) == 1);
        foreach (ConfigurationFault fault in reader.Faults)
        {
            Assert.NotEmpty(fault.Message);
            Assert.InRange(fault.Line, 0, bytes.Length + 1);
        }

        return Task.CompletedTask;
    }

    private static Task ProfileAsync(byte[] bytes, Mutation mutation) => WithFileAsync(bytes, static path =>
    {
        ProfileFile file = ProfileFile.Read(path);
        foreach (string name in file.Profiles.Append("DEFAULT"))
        {
            Assert.NotEmpty(file.Resolve(name).Credential.AccessKeyId);
        }
    });

    private static async Task WithFileAsync(byte[] bytes, Action<string> read)
    {
        string path = Path.Combine(Path.GetTempPath(), "livestation-fuzz-" + Guid.NewGuid());
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            await ToldAsync(() =>
            {
                read(path);
                return Task.CompletedTask;
            });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task SecretAsync(byte[] bytes, Mutation mutation) => ToldAsync(() =>
    {
        Assert.NotEmpty(StoredKeyPair.Parse(Encoding.UTF8.GetString(bytes), "name").AccessKeyId);
        return Task.CompletedTask;
    });

    // What somebody does with a record first: print it, and look at what the module does not know.
    private static void Look(object result)
    {
        if (result is ServiceRecord record)
        {
            Assert.DoesNotContain(record.ToString(), char.IsControl);
            foreach (JsonElement field in record.GetAdditionalFields().Values)
            {
                Assert.NotEqual(JsonValueKind.Undefined, field.ValueKind);
            }
        }
    }

    private static async Task ToldAsync(Func<Task> read)
    {
        try
        {
            await read();
        }
        catch (LiveStationException e)
        {
            Assert.NotEmpty(e.Recommendation);
            Assert.DoesNotContain(e.Message, char.IsControl);
        }
    }

    private static LiveStationClient Client(byte[] bytes, int status) => Client(() => new ByteArrayContent(bytes), status);

    private static LiveStationClient Client(Func<HttpContent> content, int status) => new(new LiveStationClientOptions(new AccessKeyCredential("EXAMPLEACCESSKEY0001", "EXAMPLEsecretKEY"))
    {
        Handler = new Answering(content, status),
        MaxAttempts = 1,
    });

    // A list that never ends because each page says that there is another one is this handler's doing, not the reader's.
    private sealed class Answering(Func<HttpContent> content, int status) : HttpMessageHandler
    {
        private int _asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ++_asked > 5 ? throw new HttpRequestException("No more.") : Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = content() });
    }

    private sealed class PiecewiseStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => base.ReadAsync(buffer, offset, Math.Min(count, size), cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, size)], cancellationToken);
    }
}
