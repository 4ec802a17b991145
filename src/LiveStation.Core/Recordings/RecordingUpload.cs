using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>What the service says of a recording whose upload it has taken on.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-recording-recordingupload</remarks>
public sealed class RecordingUpload : ServiceRecord, IBucketUser
{
    private string? _channelId;

    /// <summary>Id of the recording.</summary>
    public long RecordId { get; init; }

    /// <summary>Its channel; <see langword="null"/> where it is not known.</summary>
    public string? ChannelId
    {
        get => _channelId;
        init => _channelId = value;
    }

    /// <summary>The bucket; <see langword="null"/> for a recording that was in one before.</summary>
    public string? BucketName { get; init; }

    /// <summary>Who may read it there.</summary>
    public AccessControl AccessControl { get; init; }

    /// <summary>File name.</summary>
    public string? RecordFileName { get; init; }

    /// <summary>Kind of file.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>State.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>The state as the service wrote it.</summary>
    public string? StatusText { get; init; }

    /// <summary>Object key below the bucket.</summary>
    public string? UploadPath { get; init; }

    /// <summary>Address in Object Storage; <see langword="null"/> until it is uploaded.</summary>
    public Uri? ObjectStorageUrl { get; init; }

    private protected override string Summary => $"{RecordId.ToString(CultureInfo.InvariantCulture)} {RecordFileName} to {BucketName} ({StatusText})";

    /// <summary>The same with its channel, which the answer leaves out.</summary>
    internal RecordingUpload In(string? channelId)
    {
        RecordingUpload copy = (RecordingUpload)MemberwiseClone();
        copy._channelId = channelId;
        return copy;
    }

    /// <summary>The same as a recording tells of itself later.</summary>
    internal static RecordingUpload Of(Recording recording, RecordingUpload? asked) => new()
    {
        RecordId = recording.RecordId,
        ChannelId = recording.ChannelId,
        BucketName = asked?.BucketName,
        AccessControl = asked?.AccessControl ?? default,
        RecordFileName = recording.FileName,
        RecordType = recording.RecordType,
        Status = recording.Status,
        StatusText = recording.StatusText,
        UploadPath = recording.UploadPath,
        ObjectStorageUrl = recording.ObjectStorageUrl,
    };

    /// <summary>Reads the answer for the recordings that were asked for. One that the answer leaves out was taken on all the same: the call succeeded.</summary>
    internal static IReadOnlyDictionary<long, RecordingUpload> Read(JsonElement answer, string bucketName, IReadOnlyList<long> ids)
    {
        (JsonElement element, JsonFields beside) = Envelope.Parts(answer);
        JsonFields content = new(element);
        string bucket = content.Text("bucketName") ?? bucketName;
        content.Enum(out AccessControl access, "accessControl");
        JsonFields? records = content.Nested("uploadedRecords");
        Dictionary<long, (RecordingUpload Upload, JsonFields Own)> read = [];
        foreach (long id in ids)
        {
            // The current page nests the fields below the ids; older ones have them flat.
            JsonFields own = records?.Object(id.ToString(CultureInfo.InvariantCulture)) is { } keyed ? new JsonFields(keyed)
                : ids.Count == 1 ? records ?? content
                : new JsonFields(default);
            string? status = own.Enum(out RecordStatus recordStatus, "status");
            own.Enum(out RecordType type, "recordType");
            RecordingUpload upload = new()
            {
                RecordId = id,
                BucketName = bucket,
                AccessControl = access,
                RecordFileName = own.Text("recordFileName"),
                RecordType = type,
                Status = recordStatus,
                StatusText = status,
                UploadPath = own.Text("uploadPath"),
                ObjectStorageUrl = own.Address("objectStorageUrl"),
            };
            read[id] = (upload, own);
        }

        IReadOnlyDictionary<string, JsonElement> around = JsonFields.Merge(content.Rest, beside.Rest);
        foreach ((RecordingUpload upload, JsonFields own) in read.Values)
        {
            upload.Rest = own == records || own == content ? around : JsonFields.Merge(own.Rest, around);
        }

        return read.ToDictionary(static one => one.Key, static one => one.Value.Upload);
    }
}
