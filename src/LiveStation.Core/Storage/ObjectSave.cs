using System;
using System.Buffers;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Saves one object: in ranges side by side into a part beside the target, with a journal of what is on the disk, and the name of
/// the target only when the whole has been compared with what the store says of it. Whatever ends it, the same call goes on.
/// </summary>
internal sealed class ObjectSave
{
    private const int HashBuffer = 256 * 1024;
    private const int Rounds = 3;

    // Bytes count when they are flushed; a flush for each of them would have the disk wait.
    private static readonly long BetweenFlushes = Stopwatch.Frequency;

    private readonly StorageOperations _storage;
    private readonly string _path;
    private readonly SaveSettings _settings;
    private readonly StoredObject _what;
    private readonly object _gate = new();
    private long _flushed = Stopwatch.GetTimestamp();
    private long[] _written = [];
    private long _fetched;
    private long _told;
    private long _left;

    private ObjectSave(StorageOperations storage, StoredObject what, string path, SaveSettings settings)
    {
        _storage = storage;
        _what = what;
        _path = path;
        _settings = settings;
    }

    /// <summary>Saves an object.</summary>
    /// <param name="storage">The store.</param>
    /// <param name="what">The object, as it was looked at just now.</param>
    /// <param name="path">The full path that it gets.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellationToken">Stops it; what is there by then stays.</param>
    public static async Task<SavedObject> RunAsync(StorageOperations storage, StoredObject what, string path, SaveSettings settings, CancellationToken cancellationToken)
    {
        settings.Sized?.Invoke(what.Length);
        bool wasDamaged = false;
        for (int round = 1; ; round++)
        {
            ObjectSave save = new(storage, what, path, settings);
            try
            {
                return await save.OnceAsync(isFirst: round == 1, cancellationToken).ConfigureAwait(false);
            }
            catch (LiveStationStorageException e) when (e.ErrorId == StorageFailure.Changed && round < Rounds)
            {
                save.Untell();
                storage.Line.Tell(ApiEventLevel.Warning, $"{Text.Clean(what.Target)} changed while it was being saved; it is fetched anew.");
                what = await storage.GetAsync(what.BucketName!, what.Key!, cancellationToken).ConfigureAwait(false);
            }
            catch (LiveStationSaveException e) when (e.ErrorId == SaveFailure.Damaged && !wasDamaged)
            {
                wasDamaged = true;
                save.Untell();
                storage.Line.Tell(ApiEventLevel.Warning, $"{Text.Clean(what.Target)}: what arrived is not what the store says it holds; it is fetched once more.");
            }
            catch (Exception e) when (SaveFailure.IsLocal(e))
            {
                throw SaveFailure.Of(e, path, save._left);
            }
        }
    }

    /// <summary>Compares a file with what it should be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be.</param>
    /// <param name="told">Told of bytes that were looked at, of all of them in the end; where something is wrong less than none takes them back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was compared and is right; null where something is wrong.</returns>
    public static SaveVerification? Compare(string path, StoredObject what, Action<long> told, CancellationToken cancellationToken)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
        using ContentCheck check = new(what);
        if (file.Length != what.Length)
        {
            return null;
        }

        long seen = 0;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(HashBuffer);
        try
        {
            int count;
            while (check.LooksAtBytes && (count = file.Read(buffer, 0, buffer.Length)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                check.Append(buffer, count);
                seen += count;
                told(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        SaveVerification? how = check.Finish();
        told(how is null ? -seen : what.Length - seen);
        return how;
    }

    private async Task<SavedObject> OnceAsync(bool isFirst, CancellationToken cancellationToken)
    {
        if (Directory.Exists(_path))
        {
            throw SaveFailure.IsFolder(_path);
        }

        if (!_settings.Force && File.Exists(_path))
        {
            return Present(cancellationToken);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        Uri address = _storage.Line.Address(new StorageRequest(System.Net.Http.HttpMethod.Get, _what.BucketName!, _what.Key));
        using PartMap map = PartMap.Open(_path + ".part.map", _what, address, _settings.PartSize);
        if (map.WasOther && isFirst)
        {
            _storage.Line.Tell(ApiEventLevel.Warning, $"{Text.Clean(_what.Target)} is another than when saving it began; it is fetched anew.");
        }

        bool isResumed;
        SaveVerification how;
        using (PartFile part = PartFile.Open(_path + ".part", () => Interlocked.Read(ref _left)))
        {
            // A part that somebody cut short is of no use, nor is one of which nothing is noted: it only takes the room it needs.
            if (part.Length < map.End)
            {
                map.Reset();
            }

            long noted = map.Noted;
            long longest = noted == 0 ? 0 : _what.Length;
            if (part.Length > longest)
            {
                part.Length = longest;
            }

            isResumed = noted > 0;
            _left = _what.Length - noted;
            Tell(noted);
            long free = _settings.SpaceAt(_path);
            if (free < _left)
            {
                throw SaveFailure.Full(_path, _left, free);
            }

            how = await FetchAsync(part, map, cancellationToken).ConfigureAwait(false) ?? throw Discard(part, map);
            part.Flush();
        }

        Rename();
        map.Delete();
        return new SavedObject(_path, _what, _what.Length, how) { Resumed = isResumed, Fetched = _fetched };
    }

    private SavedObject Present(CancellationToken cancellationToken)
    {
        SaveVerification how = Compare(_path, _what, count => Tell(count), cancellationToken) ?? throw SaveFailure.Differs(_path, new FileInfo(_path).Length == _what.Length ? "of the same length, but with another content" : $"{SaveFailure.Bytes(new FileInfo(_path).Length)}, where the recording has {SaveFailure.Bytes(_what.Length)}");
        return new SavedObject(_path, _what, _what.Length, how) { WasThere = true };
    }

    // Ranges come side by side, and a reader follows them in their order, from the disk: what is compared is what is there.
    private async Task<SaveVerification?> FetchAsync(PartFile part, PartMap map, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _written = [.. Enumerable.Range(0, map.Ranges).Select(map.NotedOf)];
        int[] missing = [.. Enumerable.Range(0, map.Ranges).Where(range => _written[range] < map.LengthOf(range))];
        TaskCompletionSource<bool>?[] waits = new TaskCompletionSource<bool>?[map.Ranges];
        foreach (int range in missing)
        {
            waits[range] = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        int next = -1;
        RangeFetch fetch = new(_storage.Line, _what, count =>
        {
            Interlocked.Add(ref _fetched, count);
            Interlocked.Add(ref _left, -count);
            Tell(count, isFetched: true);
        });
        async Task<SaveVerification?> WorkAsync()
        {
            int turn;
            while ((turn = Interlocked.Increment(ref next)) < missing.Length)
            {
                int range = missing[turn];
                long start = map.StartOf(range);
                long noted = _written[range];
                await fetch.CopyAsync(
                    start + noted,
                    map.LengthOf(range) - noted,
                    (at, buffer, count) =>
                    {
                        part.Write(at, buffer, count);
                        Volatile.Write(ref _written[range], at + count - start);
                        CommitInTime(part, map);
                    },
                    stop.Token).ConfigureAwait(false);
                waits[range]!.TrySetResult(true);
            }

            return null;
        }

        async Task<SaveVerification?> GuardAsync(Func<Task<SaveVerification?>> work)
        {
            try
            {
                return await Task.Run(work, stop.Token).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // One that fails ends the others; what they have by then stays.
                stop.Cancel();
                foreach (TaskCompletionSource<bool>? wait in waits)
                {
                    wait?.TrySetCanceled(CancellationToken.None);
                }

                throw;
            }
        }

        Task<SaveVerification?> compared = GuardAsync(() => FollowAsync(part, map, waits, stop.Token));
        Task<SaveVerification?>[] workers = [.. Enumerable.Range(0, Math.Min(_settings.Connections, missing.Length)).Select(_ => GuardAsync(WorkAsync))];

        // A file of many gigabytes has come long before it is compared: a kill then would have it come again.
        Task<SaveVerification?> noted = GuardAsync(async () =>
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
            if (map.Ranges > 1 && !compared.IsCompleted)
            {
                lock (_gate)
                {
                    Commit(part, map);
                }
            }

            return null;
        });
        try
        {
            await Task.WhenAll([compared, noted, .. workers]).ConfigureAwait(false);
            return await compared.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What is on the disk by now counts, whatever ended it.
            Settle(part, map);
            cancellationToken.ThrowIfCancellationRequested();
            Workers.ThrowReason([.. workers, compared, noted]);
            throw;
        }
    }

    private async Task<SaveVerification?> FollowAsync(PartFile part, PartMap map, TaskCompletionSource<bool>?[] waits, CancellationToken cancellationToken)
    {
        using ContentCheck check = new(_what);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(HashBuffer);
        try
        {
            for (int range = 0; range < waits.Length; range++)
            {
                if (waits[range] is { } wait)
                {
                    await wait.Task.ConfigureAwait(false);
                    waits[range] = null;
                }

                long end = map.StartOf(range) + map.LengthOf(range);
                for (long at = map.StartOf(range); check.LooksAtBytes && at < end;)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    int count = part.Read(at, buffer, (int)Math.Min(buffer.Length, end - at));
                    if (count == 0)
                    {
                        return null;
                    }

                    check.Append(buffer, count);
                    at += count;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return check.Finish();
    }

    private void CommitInTime(PartFile part, PartMap map)
    {
        // One at a time; the others go on meanwhile.
        if (Stopwatch.GetTimestamp() - Volatile.Read(ref _flushed) >= BetweenFlushes && Monitor.TryEnter(_gate))
        {
            try
            {
                Commit(part, map);
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    private void Commit(PartFile part, PartMap map)
    {
        // What is written by now is what the flush takes along.
        (int Range, long Bytes)[] notes = [.. Enumerable.Range(0, _written.Length).Select(range => (Range: range, Bytes: Volatile.Read(ref _written[range]))).Where(note => note.Bytes > map.NotedOf(note.Range))];
        if (notes.Length > 0)
        {
            part.Flush();
            map.Append(notes);
        }

        Volatile.Write(ref _flushed, Stopwatch.GetTimestamp());
    }

    // At the end of a run that failed: the failure that ended it is the one to tell, not one of the disk that is full anyway.
    private void Settle(PartFile part, PartMap map)
    {
        try
        {
            Commit(part, map);
        }
        catch (Exception e) when (SaveFailure.IsLocal(e) || e is LiveStationSaveException)
        {
            _storage.Line.Tell(ApiEventLevel.Verbose, $"{Text.Clean(_path)}: what came last is not noted. {Text.Clean(e.Message)}");
        }
    }

    private LiveStationSaveException Discard(PartFile part, PartMap map)
    {
        part.Length = 0;
        map.Reset();
        return SaveFailure.OfDamage(_what.Target, _path);
    }

    private void Rename()
    {
        if (!File.Exists(_path))
        {
            File.Move(_path + ".part", _path);
        }
        else if (_settings.Force)
        {
            File.Replace(_path + ".part", _path, null);
        }
        else
        {
            // Somebody else has put it there meanwhile.
            throw SaveFailure.Differs(_path, "it came while this was being saved");
        }
    }

    private void Tell(long count, bool isFetched = false)
    {
        Interlocked.Add(ref _told, count);
        _settings.Moved?.Invoke(count, isFetched);
    }

    private void Untell() => Tell(-Interlocked.Read(ref _told));
}
