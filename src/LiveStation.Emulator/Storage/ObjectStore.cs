using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>
/// The buckets and what lies in them: what recordings left there, made when somebody looks, and what was put there. Touched under
/// the lock of the account only.
/// </summary>
internal sealed class ObjectStore
{
    private const int FilmSeconds = 4;

    private readonly RecordingState _recordings;
    private readonly Pace _pace;
    private readonly Dictionary<string, SortedDictionary<string, StoredContent?>> _put = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IReadOnlyDictionary<string, StoredContent>> _films = [];

    public ObjectStore(RecordingState recordings, Pace pace)
    {
        _recordings = recordings;
        _pace = pace;
    }

    /// <summary>Everything in a bucket, by key; null where there is no such bucket.</summary>
    public SortedDictionary<string, StoredContent>? In(string bucket, DateTimeOffset now)
    {
        SortedDictionary<string, StoredContent> all = new(StringComparer.Ordinal);
        bool isThere = _put.TryGetValue(bucket, out SortedDictionary<string, StoredContent?>? put);
        foreach (Recording recording in _recordings.All(now).Where(recording => recording.Target?.Bucket == bucket))
        {
            isThere = true;
            if (recording.Status == RecordingStatus.TransferFinish)
            {
                foreach (KeyValuePair<string, StoredContent> file in Film(recording))
                {
                    all[file.Key] = file.Value;
                }
            }
        }

        foreach (KeyValuePair<string, StoredContent?> file in put ?? [])
        {
            all.Remove(file.Key);
            if (file.Value is not null)
            {
                all.Add(file.Key, file.Value);
            }
        }

        return isThere ? all : null;
    }

    /// <summary>Whether there is such a bucket, and what lies under a key in it, without a look at everything else.</summary>
    public (bool HasBucket, StoredContent? Content) Find(string bucket, string key, DateTimeOffset now)
    {
        bool isThere = _put.TryGetValue(bucket, out SortedDictionary<string, StoredContent?>? put);
        if (isThere && put!.TryGetValue(key, out StoredContent? content))
        {
            return (true, content);
        }

        foreach (Recording recording in _recordings.All(now).Where(recording => recording.Target?.Bucket == bucket))
        {
            isThere = true;
            if (recording.Status == RecordingStatus.TransferFinish && key.StartsWith(recording.UploadPath, StringComparison.Ordinal) && Film(recording).TryGetValue(key, out content))
            {
                return (true, content);
            }
        }

        return (isThere, null);
    }

    /// <summary>Puts something under a key, in the place of what was there; null takes it away.</summary>
    public void Put(string bucket, string key, StoredContent? content)
    {
        MakeBucket(bucket);
        _put[bucket][key] = content;
    }

    public void MakeBucket(string bucket)
    {
        if (!_put.ContainsKey(bucket))
        {
            _put.Add(bucket, new SortedDictionary<string, StoredContent?>(StringComparer.Ordinal));
        }
    }

    private IReadOnlyDictionary<string, StoredContent> Film(Recording recording)
    {
        if (!_films.TryGetValue(recording.Id, out IReadOnlyDictionary<string, StoredContent>? files))
        {
            SampleVideo film = SampleVideo.Of(recording.Id, FilmSeconds);
            DateTimeOffset written = recording.Created + _pace.Transfer;
            files = recording.Type == "HLS"
                ? SampleHls.Of(film).ToDictionary(file => recording.UploadPath + "/" + file.Key, file => StoredContent.Of(file.Value, written), StringComparer.Ordinal)
                : new Dictionary<string, StoredContent>(StringComparer.Ordinal) { [recording.UploadPath] = StoredContent.Of(SampleMp4.Of(film), written) };
            _films.Add(recording.Id, files);
        }

        return files;
    }
}
