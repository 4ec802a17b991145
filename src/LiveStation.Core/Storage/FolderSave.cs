using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Saves a playlist with everything that it names, and nothing else. The files gather in a folder beside the target, which gets its
/// name when all of them are whole and verified.
/// </summary>
internal sealed class FolderSave
{
    private const int LongestPlaylist = 64 * 1024 * 1024;
    private const int MostPlaylists = 1000;
    private const string Lock = ".lock";
    private const int Rounds = 3;
    private const int FlushesAtOnce = 16;

    private readonly StorageOperations _storage;
    private readonly SaveSettings _settings;
    private readonly string _path;
    private readonly FolderPlan _plan;
    private long _fetched;
    private long _told;
    private long _left;

    private FolderSave(StorageOperations storage, FolderPlan plan, string path, SaveSettings settings)
    {
        _storage = storage;
        _plan = plan;
        _path = path;
        _settings = settings;
    }

    /// <summary>Looks at what there is to save.</summary>
    /// <param name="storage">The store.</param>
    /// <param name="where">The folder, or the playlist in it.</param>
    /// <param name="fileName">What the service calls the playlist; null where it does not say.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LiveStationSaveException">There is no playlist, or something that it names is missing.</exception>
    public static async Task<FolderPlan> PlanAsync(StorageOperations storage, StoredRecording where, string? fileName, CancellationToken cancellationToken)
    {
        bool isPlaylist = where.Key.EndsWith(Playlist.Extension, StringComparison.OrdinalIgnoreCase);
        string root = isPlaylist ? where.Key.Substring(0, where.Key.LastIndexOf('/') + 1) : where.Key.TrimEnd('/') + "/";
        Dictionary<string, StoredObject> there = new(StringComparer.Ordinal);
        IAsyncEnumerator<StoredObject> list = storage.ListAsync(where.BucketName, root, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await list.MoveNextAsync().ConfigureAwait(false))
            {
                there[list.Current.Key!] = list.Current;
            }
        }
        finally
        {
            await list.DisposeAsync().ConfigureAwait(false);
        }

        StoredObject first = First(where, root, there, isPlaylist, fileName);
        List<StoredObject> files = [];
        HashSet<string> known = new(StringComparer.Ordinal) { first.Key! };
        Queue<StoredObject> playlists = new([first]);
        List<string> missing = [];
        int count = 0;
        while (playlists.Count > 0)
        {
            StoredObject playlist = playlists.Dequeue();
            files.Add(playlist);
            foreach (string key in Playlist.KeysIn(await TextAsync(storage, playlist, cancellationToken).ConfigureAwait(false), playlist.Key!, root))
            {
                if (!known.Add(key))
                {
                    continue;
                }

                if (!there.TryGetValue(key, out StoredObject? file))
                {
                    missing.Add(key.Substring(root.Length));
                }
                else if (key.EndsWith(Playlist.Extension, StringComparison.OrdinalIgnoreCase) && ++count < MostPlaylists)
                {
                    playlists.Enqueue(file);
                }
                else
                {
                    files.Add(file);
                }
            }
        }

        return missing.Count > 0
            ? throw SaveFailure.Refused(
                "SegmentMissing",
                first.Target,
                $"{missing.Count} of what the playlist names {(missing.Count == 1 ? "is" : "are")} not in the bucket: {string.Join(", ", missing.Take(3).Select(Text.Clean))}{(missing.Count > 3 ? ", …" : "")}. Nothing was saved.",
                "Get-LsStoredObject lists what is there. While an upload still runs, wait for it with Wait-LsRecording; what was deleted from the bucket cannot be had from there.")
            : new FolderPlan(root, first, files);
    }

    /// <summary>Saves a folder.</summary>
    /// <param name="storage">The store.</param>
    /// <param name="plan">What there is.</param>
    /// <param name="path">The full path that the folder gets.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellationToken">Stops it; what is there by then stays.</param>
    public static async Task<SavedObject> RunAsync(StorageOperations storage, FolderPlan plan, string path, SaveSettings settings, CancellationToken cancellationToken)
    {
        settings.Sized?.Invoke(plan.Length);
        for (int round = 1; ; round++)
        {
            FolderSave save = new(storage, plan, path, settings);
            try
            {
                return await save.OnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (LiveStationStorageException e) when (e.ErrorId == StorageFailure.Changed && round < Rounds)
            {
                save.Tell(-Interlocked.Read(ref save._told));
                storage.Line.Tell(ApiEventLevel.Warning, $"{Text.Clean(plan.First.Target)} changed while it was being saved; what changed is fetched anew.");
                plan = await PlanAsync(storage, new StoredRecording(plan.First.BucketName!, plan.First.Key!, true), null, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (SaveFailure.IsLocal(e))
            {
                throw SaveFailure.Of(e, path, Interlocked.Read(ref save._left));
            }
        }
    }

    private async Task<SavedObject> OnceAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(_path))
        {
            throw SaveFailure.IsFile(_path);
        }

        List<(StoredObject What, string Name)> names = Names();
        if (!_settings.Force && Directory.Exists(_path) && Directory.EnumerateFileSystemEntries(_path).Any())
        {
            return Present(names, cancellationToken);
        }

        string staging = _path + ".part";
        Directory.CreateDirectory(staging);
        SaveVerification how;
        bool isResumed;
        using (FileStream held = new(Path.Combine(staging, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1))
        {
            (how, isResumed) = await FetchAsync(names, staging, cancellationToken).ConfigureAwait(false);
        }

        Flush([.. names.Select(file => Path.Combine(staging, file.Name))]);
        File.Delete(Path.Combine(staging, Lock));
        PutInPlace(names, staging);
        return new SavedObject(Path.Combine(_path, names[0].Name), _plan.First, _plan.Length, how) { FileCount = names.Count, Resumed = isResumed, Fetched = _fetched };
    }

    private SavedObject Present(List<(StoredObject What, string Name)> names, CancellationToken cancellationToken)
    {
        SaveVerification how = (SaveVerification)~0;
        foreach ((StoredObject what, string name) in names)
        {
            string path = Path.Combine(_path, name);
            how &= !File.Exists(path) ? throw SaveFailure.Differs(_path, $"a folder without {Text.Clean(name)}")
                : ObjectSave.Compare(path, what, count => Tell(count), cancellationToken) ?? throw SaveFailure.Differs(_path, $"a folder with another {Text.Clean(name)}");
        }

        return new SavedObject(Path.Combine(_path, names[0].Name), _plan.First, _plan.Length, how) { FileCount = names.Count, WasThere = true };
    }

    private async Task<(SaveVerification How, bool IsResumed)> FetchAsync(List<(StoredObject What, string Name)> names, string staging, CancellationToken cancellationToken)
    {
        // What is there under its name was verified when it got it, and is looked at again: nobody knows what became of the disk.
        SaveVerification how = (SaveVerification)~0;
        Queue<(StoredObject What, string Name)> missing = new();
        foreach ((StoredObject what, string name) in names)
        {
            string path = Path.Combine(staging, name);
            bool isThere = File.Exists(path);
            if (isThere && ObjectSave.Compare(path, what, count => Tell(count), cancellationToken) is { } found)
            {
                how &= found;
                continue;
            }

            // What is of no use takes the room that the right one needs.
            if (isThere)
            {
                File.Delete(path);
            }

            missing.Enqueue((what, name));
        }

        bool isResumed = missing.Count < names.Count;
        _left = missing.Sum(static file => file.What.Length);
        long free = _settings.SpaceAt(staging);
        if (free < _left)
        {
            throw SaveFailure.Full(_path, _left, free);
        }

        foreach (string folder in missing.Select(file => Path.GetDirectoryName(Path.Combine(staging, file.Name))!).Distinct().ToArray())
        {
            Directory.CreateDirectory(folder);
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        async Task WorkAsync()
        {
            while (true)
            {
                (StoredObject What, string Name) file;
                lock (missing)
                {
                    if (missing.Count == 0)
                    {
                        return;
                    }

                    file = missing.Dequeue();
                }

                SaveVerification one;
                try
                {
                    one = await OneAsync(file.What, Path.Combine(staging, file.Name), stop.Token).ConfigureAwait(false);
                }
                catch (Exception)
                {
                    // Whatever it is: one that fails ends the others.
                    stop.Cancel();
                    throw;
                }

                lock (missing)
                {
                    how &= one;
                }
            }
        }

        // Twice as many as ranges of a file: for small files the way to the store takes longer than the bytes.
        Task[] workers = [.. Enumerable.Range(0, Math.Min(2 * _settings.Connections, missing.Count)).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];
        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch (Exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Workers.ThrowReason(workers);
            throw;
        }

        return (how, isResumed);
    }

    // A file has its name from its first byte: what a kill left short, or a failure damaged, is found when it is looked at again, and
    // the folder has its own name only when all of them are whole.
    private async Task<SaveVerification> OneAsync(StoredObject what, string path, CancellationToken cancellationToken)
    {
        for (bool isSecond = false; ; isSecond = true)
        {
            using ContentCheck check = new(what);
            long moved = 0;
            RangeFetch fetch = new(_storage.Line, what, count =>
            {
                moved += count;
                Interlocked.Add(ref _fetched, count);
                Interlocked.Add(ref _left, -count);
                Tell(count, isFetched: true);
            });
            using (PartFile file = PartFile.Create(path, () => Interlocked.Read(ref _left)))
            {
                await fetch.CopyAsync(
                    0,
                    what.Length,
                    (at, buffer, count) =>
                    {
                        file.Write(at, buffer, count);
                        check.Append(buffer, count);
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            if (check.Finish() is { } how)
            {
                return how;
            }

            File.Delete(path);
            if (isSecond)
            {
                throw SaveFailure.OfDamage(what.Target, path);
            }

            Interlocked.Add(ref _left, moved);
            Tell(-moved);
            _storage.Line.Tell(ApiEventLevel.Warning, $"{Text.Clean(what.Target)}: what arrived is not what the store says it holds; it is fetched once more.");
        }
    }

    // Only now: files that a power failure took are found when they are looked at again. A flush waits for the disk, which serves
    // several together; so on threads of their own, not on those of the pool that the answers come on.
    private static void Flush(IReadOnlyList<string> paths)
    {
        int next = -1;
        Exception? failure = null;
        void Run()
        {
            try
            {
                int turn;
                while ((turn = Interlocked.Increment(ref next)) < paths.Count)
                {
                    using FileStream file = new(paths[turn], FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1);
                    file.Flush(true);
                }
            }
            catch (Exception e) when (SaveFailure.IsLocal(e))
            {
                failure = e;
            }
        }

        Thread[] threads = [.. Enumerable.Range(0, Math.Min(FlushesAtOnce, paths.Count)).Select(_ => new Thread(Run) { IsBackground = true })];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(failure).Throw();
        }
    }

    // A folder that is there keeps what else lies in it; the playlist comes last, when everything that it names is there.
    private void PutInPlace(List<(StoredObject What, string Name)> names, string staging)
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(staging, _path);
            return;
        }

        foreach (string name in names.Skip(1).Concat(names.Take(1)).Select(static file => file.Name))
        {
            string target = Path.Combine(_path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            WholeFile.Place(Path.Combine(staging, name), target);
        }

        Directory.Delete(staging, recursive: true);
    }

    // The playlist names them, so their names cannot be mended.
    private List<(StoredObject What, string Name)> Names()
    {
        List<(StoredObject What, string Name)> names = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (StoredObject file in _plan.Files)
        {
            string[] parts = file.Key!.Substring(_plan.Root.Length).Split('/');
            string name = Path.Combine(parts);
            if (parts.Any(static part => SafeName.Of(part) != part || part.Equals(Lock, StringComparison.OrdinalIgnoreCase)) || !taken.Add(name))
            {
                throw SaveFailure.Refused(
                    "FileNameRefused",
                    file.Target,
                    "the playlist names it, and a file cannot be called so on every system. Nothing was saved.",
                    "Such a recording cannot be saved as a folder that plays; the MP4 of the same recording, where there is one, can.");
            }

            names.Add((file, name));
        }

        return names;
    }

    private static StoredObject First(StoredRecording where, string root, Dictionary<string, StoredObject> there, bool isPlaylist, string? fileName)
    {
        string called = fileName is null ? "playlist" + Playlist.Extension : fileName.Substring(fileName.LastIndexOf('/') + 1);
        StoredObject[] playlists = [.. there.Values.Where(item => item.Key!.EndsWith(Playlist.Extension, StringComparison.OrdinalIgnoreCase) && item.Key.IndexOf('/', root.Length) < 0)];
        return (isPlaylist ? there.TryGetValue(where.Key, out StoredObject? named) ? named : null
            : there.TryGetValue(root + called, out StoredObject? usual) ? usual
            : playlists.Length == 1 ? playlists[0]
            : null)
            ?? throw SaveFailure.Refused(
                "PlaylistNotFound",
                $"{where.BucketName}/{where.Key}",
                playlists.Length > 1 ? "there are several playlists, and none has the name that the service tells. Nothing was saved." : "there is no playlist in the bucket. Nothing was saved.",
                "Get-LsStoredObject lists what is there. While an upload still runs, wait for it with Wait-LsRecording.");
    }

    private static async Task<string> TextAsync(StorageOperations storage, StoredObject playlist, CancellationToken cancellationToken)
    {
        if (playlist.Length > LongestPlaylist)
        {
            throw NoPlaylist(playlist);
        }

        byte[] bytes = new byte[playlist.Length];
        await new RangeFetch(storage.Line, playlist, null).CopyAsync(0, bytes.Length, (at, buffer, count) => Buffer.BlockCopy(buffer, 0, bytes, (int)at, count), cancellationToken).ConfigureAwait(false);
        string text = Encoding.UTF8.GetString(bytes);
        return Playlist.Is(text) ? text : throw NoPlaylist(playlist);
    }

    private static LiveStationSaveException NoPlaylist(StoredObject playlist) => SaveFailure.Refused(
        "PlaylistUnreadable",
        playlist.Target,
        "it is called a playlist and is none. Nothing was saved.",
        "Look at it in the bucket; the MP4 of the same recording, where there is one, can be saved.");

    private void Tell(long count, bool isFetched = false)
    {
        Interlocked.Add(ref _told, count);
        _settings.Moved?.Invoke(count, isFetched);
    }
}
