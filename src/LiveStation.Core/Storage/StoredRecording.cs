using System;

namespace LiveStation;

/// <summary>Where a recording lies in Object Storage.</summary>
/// <param name="BucketName">The bucket.</param>
/// <param name="Key">The object of an MP4; the folder, or the playlist in it, of HLS.</param>
/// <param name="IsFolder">Whether it is a playlist with what belongs to it.</param>
internal sealed record StoredRecording(string BucketName, string Key, bool IsFolder)
{
    /// <summary>Whether a recording is a playlist with what belongs to it.</summary>
    public static bool IsPlaylist(Recording recording) =>
        recording.RecordType == RecordType.Hls || recording.FileName?.EndsWith(Playlist.Extension, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads where a recording lies; null where nothing tells it.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="bucketName">The bucket, where its address does not tell it.</param>
    /// <remarks>
    /// Only the path of the address counts: what is signed goes to the endpoint of the context, and to no host that an answer names.
    /// </remarks>
    public static StoredRecording? Of(Recording recording, string? bucketName)
    {
        string? key = null;
        if (recording.ObjectStorageUrl is { IsAbsoluteUri: true } address)
        {
            string path = Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/');
            if (bucketName is not null && address.Host.StartsWith(bucketName + ".", StringComparison.OrdinalIgnoreCase))
            {
                key = path;
            }
            else if (path.IndexOf('/') is > 0 and int slash)
            {
                bucketName = path.Substring(0, slash);
                key = path.Substring(slash + 1);
            }

            // An address that was not escaped loses what looks like an escape; the path that the service prints beside it does not.
            if (recording.UploadPath is { Length: > 0 } uploaded && address.OriginalString.EndsWith("/" + uploaded.TrimStart('/'), StringComparison.Ordinal))
            {
                key = uploaded.TrimStart('/');
            }
        }
        else
        {
            key = recording.UploadPath?.TrimStart('/');
        }

        return string.IsNullOrEmpty(bucketName) || string.IsNullOrEmpty(key)
            ? null
            : new StoredRecording(bucketName!, key!, IsPlaylist(recording));
    }
}
