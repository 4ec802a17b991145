using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

public class FolderSaveTests
{
    [Fact]
    public async Task A_playlist_comes_with_what_it_names_and_nothing_else()
    {
        using Store store = new();
        store.PutHls(3);
        store.Emulator.Storage.Put(Store.Bucket, "hls/thumbnail.jpg", [1]);

        SavedObject saved = await store.SaveFolderAsync();

        Assert.Equal(["hls/playlist.m3u8", "hls/s0.ts", "hls/s1.ts", "hls/s2.ts"], store.Files());
        Assert.All(store.Files(), file => Assert.Equal(store.Bytes(file), File.ReadAllBytes(System.IO.Path.Combine(store.Folder, file))));
        Assert.Equal((4, SaveVerification.Length | SaveVerification.Md5, System.IO.Path.Combine(store.Folder, "hls", "playlist.m3u8")), (saved.FileCount, saved.How, saved.Path));
    }

    [Fact]
    public async Task Playlists_within_playlists_are_followed_and_their_folders_kept()
    {
        using Store store = new();
        store.PutHls(2, "hls/720p");
        Put(store, "hls/master.m3u8", "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,URI=\"audio/a.m3u8\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\n720p/playlist.m3u8\n");
        Put(store, "hls/audio/a.m3u8", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"https://keys.example.com/1\"\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:1,\n../720p/s0.ts\n#EXTINF:1,\n%EA%B0%80%20%EB%82%98.ts?token=1\n");
        Put(store, "hls/audio/init.mp4", "x");
        Put(store, "hls/audio/가 나.ts", "y");

        await store.SaveFolderAsync(fileName: "720p/master.m3u8");

        Assert.Equal(["hls/720p/playlist.m3u8", "hls/720p/s0.ts", "hls/720p/s1.ts", "hls/audio/a.m3u8", "hls/audio/init.mp4", "hls/audio/가 나.ts", "hls/master.m3u8"], store.Files());
    }

    [Fact]
    public async Task A_segment_that_is_missing_is_told_before_anything_is_fetched()
    {
        using Store store = new();
        store.PutHls(5);
        store.Emulator.Storage.Remove(Store.Bucket, "hls/s3.ts");

        LiveStationSaveException failure = await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync());

        Assert.Equal("SegmentMissing", failure.ErrorId);
        Assert.Contains("s3.ts", failure.Message, StringComparison.Ordinal);
        Assert.Empty(store.Files());
    }

    [Theory]
    [InlineData("../../secret.ts")]
    [InlineData("/etc/passwd")]
    [InlineData("https://example.com/a.ts")]
    [InlineData("file:///etc/passwd")]
    [InlineData("%2e%2e/%2e%2e/x.ts")]
    public async Task A_playlist_leads_nowhere_else(string name)
    {
        using Store store = new();
        Put(store, "hls/playlist.m3u8", $"#EXTM3U\n#EXTINF:1,\n{name}\n");
        Put(store, "secret.ts", "x");

        Assert.Equal("PlaylistNamesOutside", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);
        Assert.Empty(store.Files());
    }

    [Theory]
    [InlineData("con.ts")]
    [InlineData("a:b.ts")]
    [InlineData("a%0Ab.ts")]
    [InlineData("C%3A%5Cx.ts")]
    public async Task A_segment_that_no_file_can_be_called_is_refused(string name)
    {
        using Store store = new();
        Put(store, "hls/playlist.m3u8", $"#EXTM3U\n#EXTINF:1,\n./{name}\n");
        Put(store, "hls/" + Uri.UnescapeDataString(name), "x");

        Assert.Equal("FileNameRefused", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);
        Assert.Empty(store.Files());
    }

    [Fact]
    public async Task Without_a_playlist_nothing_is_saved()
    {
        using Store store = new();
        Put(store, "hls/a.ts", "x");
        Assert.Equal("PlaylistNotFound", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);

        Put(store, "hls/playlist.m3u8", "<html>");
        Assert.Equal("PlaylistUnreadable", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);
    }

    [Fact]
    public async Task What_was_stopped_goes_on_with_what_is_missing()
    {
        using Store store = new();
        store.PutHls(100, length: 10_000);
        using CancellationTokenSource stop = new();
        store.Moved = moved =>
        {
            if (moved > 500_000)
            {
                stop.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveFolderAsync(token: stop.Token));
        Assert.All(store.Files(), file => Assert.StartsWith("hls.part/", file, StringComparison.Ordinal));
        store.Moved = null;

        SavedObject saved = await store.SaveFolderAsync();

        Assert.True(saved.Resumed);
        Assert.InRange(saved.Fetched, 1, 700_000);
        Assert.Equal(101, store.Files().Count);
        Assert.All(store.Files(), file => Assert.Equal(store.Bytes(file), File.ReadAllBytes(System.IO.Path.Combine(store.Folder, file))));
    }

    [Fact]
    public async Task What_was_written_before_a_disk_was_full_needs_no_room_again()
    {
        using Store store = new();
        store.PutHls(6, length: 200_000);
        store.Moved = moved =>
        {
            if (moved > 500_000)
            {
                throw new IOException("No space left", 28);
            }
        };
        Assert.Equal("DiskFull", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);
        store.Moved = null;
        long all = store.Emulator.Storage.Keys(Store.Bucket).Sum(key => store.Bytes(key).LongLength);
        store.SpaceAt = _ => all - store.Files().Sum(file => new FileInfo(System.IO.Path.Combine(store.Folder, file)).Length);

        Assert.Equal(7, (await store.SaveFolderAsync()).FileCount);
    }

    [Fact]
    public async Task A_segment_that_was_damaged_is_fetched_again()
    {
        using Store store = new();
        store.PutHls(3);
        store.Emulator.Faults.Add(Fault.FlippedByte(5).On("GET", "s1.ts"));

        await store.SaveFolderAsync();

        Assert.Single(store.Warnings);
        Assert.Equal(store.Bytes("hls/s1.ts"), File.ReadAllBytes(System.IO.Path.Combine(store.Folder, "hls", "s1.ts")));
    }

    [Fact]
    public async Task One_that_is_there_is_looked_at_and_one_that_differs_is_left_alone_unless_forced()
    {
        using Store store = new();
        store.PutHls(3);
        await store.SaveFolderAsync();
        store.Emulator.ClearRequests();
        Assert.True((await store.SaveFolderAsync()).WasThere);
        Assert.DoesNotContain(store.Emulator.Requests, request => request.PathAndQuery.EndsWith(".ts", StringComparison.Ordinal));

        string segment = System.IO.Path.Combine(store.Folder, "hls", "s2.ts");
        File.WriteAllText(segment, "mine");
        File.WriteAllText(System.IO.Path.Combine(store.Folder, "hls", "notes.txt"), "mine");
        Assert.Equal("FileDiffers", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveFolderAsync())).ErrorId);
        Assert.Equal("mine", File.ReadAllText(segment));

        await store.SaveFolderAsync(force: true);
        Assert.Equal(store.Bytes("hls/s2.ts"), File.ReadAllBytes(segment));
        Assert.Equal(["hls/notes.txt", "hls/playlist.m3u8", "hls/s0.ts", "hls/s1.ts", "hls/s2.ts"], store.Files());
    }

    [Fact]
    public async Task A_segment_that_changes_meanwhile_is_fetched_as_it_is_now()
    {
        using Store store = new();
        store.PutHls(20);
        store.Before = request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/s7.ts", StringComparison.Ordinal) && store.Warnings.Count == 0)
            {
                store.Emulator.Storage.PutNoise(Store.Bucket, "hls/s7.ts", 99, seed: 99);
            }
        };

        await store.SaveFolderAsync();

        Assert.Equal(store.Bytes("hls/s7.ts"), File.ReadAllBytes(System.IO.Path.Combine(store.Folder, "hls", "s7.ts")));
        Assert.Single(store.Warnings);
    }

    [Fact]
    public async Task Ten_thousand_segments_come_whole()
    {
        using Store store = new();
        store.PutHls(10_000, length: 20);

        SavedObject saved = await store.SaveFolderAsync();

        Assert.Equal(10_001, saved.FileCount);
        Assert.Equal(10_001, Directory.GetFiles(System.IO.Path.Combine(store.Folder, "hls")).Length);
    }

    private static void Put(Store store, string key, string text) => store.Emulator.Storage.Put(Store.Bucket, key, Encoding.UTF8.GetBytes(text));
}
