using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

public class ObjectSaveTests
{
    private const long Mebi = Store.Mebi;

    [Fact]
    public async Task An_object_comes_in_ranges_and_nothing_else_is_left()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", (5 * Mebi) + 123);

        SavedObject saved = await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Equal(["show.mp4"], store.Files());
        Assert.Equal((SaveVerification.Length | SaveVerification.Md5, false, false, (5 * Mebi) + 123), (saved.How, saved.Resumed, saved.WasThere, saved.Fetched));
        Assert.Equal(6, store.Gets.Count(range => range.StartsWith("bytes=", StringComparison.Ordinal)));
        Assert.Empty(store.Warnings);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    public async Task Small_ones_come_whole(int length)
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", length);

        await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Equal(length == 0 ? [] : [""], store.Gets);
    }

    [Fact]
    public async Task An_upload_in_pieces_is_verified_by_its_pieces()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 11 * Mebi, uploadPiece: 5 * Mebi);

        Assert.Equal(SaveVerification.Length | SaveVerification.PartMd5, (await store.SaveAsync()).How);
    }

    [Fact]
    public async Task Pieces_of_an_odd_size_are_no_damage()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 3 * Mebi, uploadPiece: 1_234_567);

        Assert.Equal(SaveVerification.Length, (await store.SaveAsync()).How);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Fact]
    public async Task A_checksum_of_the_store_is_compared()
    {
        using Store store = new();
        store.Emulator.Storage.Put(Store.Bucket, "show.mp4", [1, 2, 3], hasChecksum: true);

        Assert.Equal(SaveVerification.Length | SaveVerification.Md5 | SaveVerification.Checksum, (await store.SaveAsync()).How);
    }

    [Fact]
    public async Task What_was_stopped_goes_on_with_what_is_missing()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 12 * Mebi);
        using CancellationTokenSource stop = new();
        store.Moved = moved =>
        {
            if (moved > 6 * Mebi)
            {
                stop.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(token: stop.Token));
        Assert.Equal(["show.mp4.part", "show.mp4.part.map"], store.Files());
        store.Moved = null;

        SavedObject saved = await store.SaveAsync();

        Assert.True(saved.Resumed);
        Assert.InRange(saved.Fetched, 1, 10 * Mebi);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Equal(["show.mp4"], store.Files());
    }

    [Fact]
    public async Task Old_ranges_keep_their_size_whatever_is_asked_for_now()
    {
        using Store store = new();
        await HalfAsync(store);

        SavedObject saved = await store.SaveAsync(partSize: 4 * Mebi);

        Assert.True(saved.Resumed);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Fact]
    public async Task A_byte_that_changed_on_the_disk_is_found()
    {
        using Store store = new();
        await HalfAsync(store);
        using (FileStream part = new(store.Path + ".part", FileMode.Open))
        {
            int range = int.Parse(File.ReadAllLines(store.Path + ".part.map").Last().Split('+')[0], System.Globalization.CultureInfo.InvariantCulture);
            part.Seek(range * Mebi, SeekOrigin.Begin);
            int value = part.ReadByte();
            part.Seek(range * Mebi, SeekOrigin.Begin);
            part.WriteByte((byte)(value ^ 1));
        }

        SavedObject saved = await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.False(saved.Resumed);
        Assert.Contains("fetched once more", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".part")]
    [InlineData(".part.map")]
    public async Task Half_of_what_was_left_is_of_no_use(string lost)
    {
        using Store store = new();
        await HalfAsync(store);
        File.Delete(store.Path + lost);

        SavedObject saved = await store.SaveAsync();

        Assert.False(saved.Resumed);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Fact]
    public async Task An_object_that_changed_since_starts_anew_and_says_so()
    {
        using Store store = new();
        await HalfAsync(store);
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 12 * Mebi, seed: 2);

        SavedObject saved = await store.SaveAsync();

        Assert.False(saved.Resumed);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Contains("fetched anew", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_object_that_changes_meanwhile_starts_anew_also_where_a_store_ignores_If_Match(bool ignores)
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 8 * Mebi);
        int sent = 0;
        store.Before = request =>
        {
            if (ignores)
            {
                request.Headers.Remove("If-Match");
            }

            if (request.Method == HttpMethod.Get && Interlocked.Increment(ref sent) == 5)
            {
                store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 8 * Mebi, seed: 2);
            }
        };

        await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Single(store.Warnings);
    }

    [Fact]
    public async Task A_byte_that_changed_on_the_way_is_found_and_fetched_once_more()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 3 * Mebi);
        store.Emulator.Faults.Add(Fault.FlippedByte(500).On("GET"));

        await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Contains("fetched once more", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrives_damaged_again_gets_no_name()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 3 * Mebi);
        store.Emulator.Faults.Add(Fault.FlippedByte(500).On("GET").Always());

        LiveStationSaveException failure = await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveAsync());

        Assert.Equal("StoredObjectDamaged", failure.ErrorId);
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public async Task A_broken_connection_goes_on_where_it_broke()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", Mebi);
        store.Emulator.Faults.Add(Fault.CutBody(700_000).On("GET"));

        await store.SaveAsync();

        Assert.Equal(["", "bytes=700000-1048575"], store.Gets);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Fact]
    public async Task Somebody_who_cuts_each_time_is_left_after_some_attempts()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", Mebi);
        store.Emulator.Faults.Add(Fault.CutBody(10).On("GET").Always());

        LiveStationTransportException failure = await Assert.ThrowsAsync<LiveStationTransportException>(() => store.SaveAsync());

        Assert.Equal(("ConnectionFailed", 3), (failure.ErrorId, failure.Attempts));
        Assert.Equal(3, store.Gets.Count);
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public async Task A_store_that_asks_for_less_is_asked_again_and_left_in_the_end()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", Mebi);
        store.Emulator.Faults.Add(Fault.StorageError("SlowDown").On("GET").Repeat(2));
        await store.SaveAsync();
        File.Delete(store.Path);
        store.Emulator.Faults.Add(Fault.StorageError("SlowDown").On("GET").Always());

        LiveStationStorageException failure = await Assert.ThrowsAsync<LiveStationStorageException>(() => store.SaveAsync());

        Assert.Equal(("StorageBusy", ErrorKind.Throttled, "SlowDown", 503), (failure.ErrorId, failure.Kind, failure.Code, failure.HttpStatus));
    }

    [Fact]
    public async Task What_is_there_and_whole_is_not_fetched()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 2 * Mebi);
        File.WriteAllBytes(store.Path, store.Bytes());

        SavedObject saved = await store.SaveAsync();

        Assert.Equal((true, SaveVerification.Length | SaveVerification.Md5, 0L), (saved.WasThere, saved.How, saved.Fetched));
        Assert.Empty(store.Gets);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task What_differs_is_left_alone_unless_forced(int longer)
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 5000);
        byte[] other = new byte[5000 + longer];
        File.WriteAllBytes(store.Path, other);

        LiveStationSaveException failure = await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveAsync());
        Assert.Equal("FileDiffers", failure.ErrorId);
        Assert.Equal(other, File.ReadAllBytes(store.Path));

        await store.SaveAsync(force: true);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
        Assert.Equal(["show.mp4"], store.Files());
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_said()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 10);
        Directory.CreateDirectory(store.Path);

        Assert.Equal("TargetIsFolder", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveAsync())).ErrorId);
    }

    [Fact]
    public async Task Two_that_save_the_same_file_do_not_meet()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 10);
        using FileStream other = new(store.Path + ".part.map", FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("FileInUse", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveAsync())).ErrorId);
    }

    [Fact]
    public async Task A_disk_that_is_too_small_is_found_before_a_byte_is_fetched_and_how_much_is_missing_is_said()
    {
        using Store store = new();
        StoredObject what = new() { BucketName = Store.Bucket, Key = "show.mp4", Length = long.MaxValue / 2, ETag = "x" };

        LiveStationSaveException failure = await Assert.ThrowsAsync<LiveStationSaveException>(() => ObjectSave.RunAsync(store.Storage, what, store.Path, new SaveSettings(), default));

        Assert.Equal(("DiskFull", ErrorKind.WriteFailed), (failure.ErrorId, failure.Kind));
        Assert.Matches("are free: .* are missing", failure.Message);
        Assert.Empty(store.Emulator.Requests);
    }

    [Fact]
    public async Task What_was_written_before_a_disk_was_full_needs_no_room_again()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 12 * Mebi);
        long written = 0;
        store.Moved = moved =>
        {
            written = Math.Max(written, moved);
            if (moved > 6.3 * Mebi)
            {
                throw new IOException("No space left", 28);
            }
        };
        store.Connections = 1;
        Assert.Equal("DiskFull", (await Assert.ThrowsAsync<LiveStationSaveException>(() => store.SaveAsync())).ErrorId);
        store.Moved = null;
        store.SpaceAt = _ => (12 * Mebi) - written;

        SavedObject saved = await store.SaveAsync();

        Assert.Equal((12 * Mebi) - written, saved.Fetched);
        Assert.NotEqual(0, written % Mebi);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Fact]
    public async Task What_is_not_noted_makes_room_before_room_is_looked_for()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 2 * Mebi);
        File.WriteAllBytes(store.Path + ".part", new byte[3 * Mebi]);
        store.SpaceAt = _ => (2 * Mebi) - new FileInfo(store.Path + ".part").Length;

        Assert.False((await store.SaveAsync()).Resumed);
        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }

    [Theory]
    [InlineData(28)]
    [InlineData(unchecked((int)0x80070070))]
    public void A_disk_that_fills_up_is_told_from_other_failures(int code)
    {
        LiveStationSaveException failure = SaveFailure.Of(new IOException("No space left", code), System.IO.Path.Combine(System.IO.Path.GetTempPath(), "x"), 5_000_000);

        Assert.Equal("DiskFull", failure.ErrorId);
        Assert.Contains("5 MB are still to be written", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_sends_the_whole_for_a_part_is_not_believed()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 2 * Mebi);
        store.Before = request => request.Headers.Remove("Range");

        Assert.Equal("InvalidResponse", (await Assert.ThrowsAsync<LiveStationProtocolException>(() => store.SaveAsync())).ErrorId);
        Assert.False(File.Exists(store.Path));
    }

    // Half of an object, and what has been flushed of it.
    private static async Task HalfAsync(Store store)
    {
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 12 * Mebi);
        using CancellationTokenSource stop = new();
        store.Moved = moved =>
        {
            if (moved > 6 * Mebi)
            {
                stop.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync(token: stop.Token));
        store.Moved = null;
    }
}
