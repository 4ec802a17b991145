using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes files that a schedule can play: bucket/folder/file.mp4, rows that name bucket and path, and recordings that were exported to a bucket.</summary>
public sealed class VodInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>A kind that another parameter of the cmdlet takes.</summary>
    public Type? LeavesToOthers { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            // The validation that follows says it better.
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<VodItem> items = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            items.Add(item is null ? null! : ItemIn(item));
        }

        return items.ToArray();
    }

    private VodItem ItemIn(object input)
    {
        PSObject thing = PSObject.AsPSObject(input);
        if (thing.BaseObject is VodItem item)
        {
            return item;
        }

        if (thing.BaseObject is string or ValueType)
        {
            string text = thing.BaseObject.ToString()!;
            return VodItem.TryParse(text, out VodItem? named) ? named!
                : LeavesToOthers is not null && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? throw Kind.Leave($"{text} names no file in a bucket.")
                : VodItem.NotOne($"'{Text.Clean(text)}' names no file in a bucket.");
        }

        // A row may be one about a recording or of the list of a bucket, and names its place in the bucket as that does.
        string? bucket = Of(thing, nameof(VodItem.BucketName));
        string? path = Of(thing, nameof(VodItem.FilePath)) ?? Of(thing, nameof(RecordingUpload.UploadPath)) ?? Of(thing, nameof(StoredObject.Key));
        Kind? kind = IsItem(thing) ? null : Kind.Of(thing);
        if (kind is (null or RecordingKind or StoredObjectKind) && bucket is not null && path is not null)
        {
            return new VodItem(bucket, path);
        }

        string fault = kind is RecordingKind ? "A recording was given that does not tell in which bucket it is; what Export-LsRecording writes does."
            : kind is null ? "An object was given that names no file in a bucket by BucketName and FilePath."
            : $"{IdOfAttribute.Sentence(kind.Noun)} was given where a file in a bucket was meant.";
        return kind is not null && kind.GetType() == LeavesToOthers ? throw Kind.Leave(fault) : VodItem.NotOne(fault);
    }

    private static string? Of(PSObject thing, string name) => thing.Properties[name]?.Value?.ToString() is { Length: > 0 } text ? text : null;

    // A copy of an item, from a job or Clixml, is about nothing that has an id.
    private static bool IsItem(PSObject thing) => thing.TypeNames[0].EndsWith("LiveStation." + nameof(VodItem), StringComparison.Ordinal);
}
