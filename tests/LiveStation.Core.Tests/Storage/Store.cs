using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;

namespace LiveStation.Core.Tests.Storage;

/// <summary>An offline store, a client of it, and a folder that goes with the test.</summary>
internal sealed class Store : HttpMessageHandler
{
    public const string Bucket = "archive";
    public const long Mebi = 1024 * 1024;

    private readonly HttpMessageInvoker _service;
    private readonly LiveStationClient _client;
    private long _moved;

    public Store(TimeSpan? timeout = null, int maxAttempts = 3, string secretKey = Keys.SecretKey, TimeProvider? callerTime = null, string? region = null)
    {
        Emulator = Clients.Emulator(secretKey: secretKey);
        Emulator.Storage.AddBucket(Bucket);
        _service = new HttpMessageInvoker(Emulator.CreateHandler());
        _client = new LiveStationClient(new LiveStationClientOptions(Keys.Credential)
        {
            Handler = this,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            MaxAttempts = maxAttempts,
            TimeProvider = callerTime ?? new Hasty(),
            StorageRegion = region,
        });
        Folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Folder);
    }

    public LiveStationEmulator Emulator { get; }

    public StorageOperations Storage => _client.Observe(Tell).Storage;

    public string Folder { get; }

    /// <summary>Where the tests save to.</summary>
    public string Path => System.IO.Path.Combine(Folder, "show.mp4");

    public List<string> Warnings { get; } = [];

    /// <summary>Sees a request, and may change it, before the store does.</summary>
    public Action<HttpRequestMessage>? Before { get; set; }

    /// <summary>Told how many bytes have come.</summary>
    public Action<long>? Moved { get; set; }

    /// <summary>How many ranges or files come side by side.</summary>
    public int Connections { get; set; } = 4;

    /// <summary>How much room there is.</summary>
    public Func<string, long> SpaceAt { get; set; } = SaveFailure.SpaceAt;

    /// <summary>The ranges that were asked for; an empty text for a whole object.</summary>
    public IReadOnlyList<string> Gets => Emulator.Requests.Where(request => request.Method == "GET" && request.StatusCode is 200 or 206).Select(request => request.Range ?? "").ToList();

    public byte[] Bytes(string key = "show.mp4") => Emulator.Storage.Read(Bucket, key);

    public async Task<SavedObject> SaveAsync(string key = "show.mp4", bool force = false, long partSize = Mebi, CancellationToken token = default)
    {
        _moved = 0;
        StoredObject what = await Storage.GetAsync(Bucket, key, token);
        return await ObjectSave.RunAsync(Storage, what, Path, Settings(force, partSize), token);
    }

    public async Task<SavedObject> SaveFolderAsync(string key = "hls", bool force = false, string? fileName = null, CancellationToken token = default)
    {
        _moved = 0;
        FolderPlan plan = await FolderSave.PlanAsync(Storage, new StoredRecording(Bucket, key, true), fileName, token);
        return await FolderSave.RunAsync(Storage, plan, System.IO.Path.Combine(Folder, "hls"), Settings(force, Mebi), token);
    }

    /// <summary>A playlist with segments of some bytes.</summary>
    public void PutHls(int segments, string folder = "hls", int length = 1000)
    {
        string playlist = "#EXTM3U\n" + string.Concat(Enumerable.Range(0, segments).Select(static i => $"#EXTINF:2.0,\ns{i}.ts\n")) + "#EXT-X-ENDLIST\n";
        Emulator.Storage.Put(Bucket, folder + "/playlist.m3u8", System.Text.Encoding.ASCII.GetBytes(playlist));
        for (int i = 0; i < segments; i++)
        {
            Emulator.Storage.PutNoise(Bucket, $"{folder}/s{i}.ts", length + i, seed: i);
        }
    }

    /// <summary>The files of the folder, below it.</summary>
    public IReadOnlyList<string> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => path.Substring(Folder.Length + 1).Replace('\\', '/')).OrderBy(static path => path, StringComparer.Ordinal).ToList();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Before?.Invoke(request);
        return _service.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Directory.Exists(Folder))
        {
            _service.Dispose();
            Directory.Delete(Folder, recursive: true);
        }

        base.Dispose(disposing);
    }

    private SaveSettings Settings(bool force, long partSize) => new()
    {
        Force = force,
        PartSize = partSize,
        SpaceAt = SpaceAt,
        Connections = Connections,
        Moved = (count, _) => Moved?.Invoke(Interlocked.Add(ref _moved, count)),
    };

    private void Tell(ApiEvent apiEvent)
    {
        if (apiEvent.Level == ApiEventLevel.Warning)
        {
            lock (Warnings)
            {
                Warnings.Add(apiEvent.Message);
            }
        }
    }

    // The right time, but pauses between attempts are over at once.
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
