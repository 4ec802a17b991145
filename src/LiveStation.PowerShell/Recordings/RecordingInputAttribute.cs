using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes recordings, results of exporting them, copies of both and rows about them, for recordings.</summary>
public sealed class RecordingInputAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<Recording> recordings = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            recordings.Add(item is null ? null! : RecordingIn(item));
        }

        return recordings.ToArray();
    }

    private static Recording RecordingIn(object input)
    {
        PSObject thing = PSObject.AsPSObject(input);
        if (thing.BaseObject is Recording recording)
        {
            return recording;
        }

        if (thing.BaseObject is string or ValueType)
        {
            throw Kind.Leave($"'{thing}' is no recording. A recording is named by its channel and its id: -ChannelId and -RecordId.");
        }

        Kind? kind = Kind.Of(thing);
        if (kind is not null and not RecordingKind)
        {
            throw new ArgumentTransformationMetadataException(IdOfAttribute.Refusal(Kind.Get(typeof(RecordingKind)), kind));
        }

        string? channelId = thing.Properties[nameof(Recording.ChannelId)]?.Value?.ToString();
        return LanguagePrimitives.TryConvertTo(thing.Properties[nameof(Recording.RecordId)]?.Value, out long recordId) && recordId != 0
            ? new Recording { RecordId = recordId, ChannelId = string.IsNullOrEmpty(channelId) ? null : channelId, Origin = Origins.Of(thing) }
            : throw Kind.Leave("An object was given that has no RecordId, where a recording was meant.");
    }
}
