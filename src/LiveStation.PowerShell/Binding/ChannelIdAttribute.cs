using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes the id out of a channel or a recording, also one that came back from a job or Clixml, where an id is wanted.</summary>
public sealed class ChannelIdAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            // The validation that follows says it better.
            return null!;
        }

        if (inputData is not IList list)
        {
            return IdOf(inputData);
        }

        List<object> ids = [];
        foreach (object? item in list)
        {
            ids.Add(item is null ? null! : IdOf(item));
        }

        return ids.ToArray();
    }

    private static object IdOf(object input)
    {
        PSObject wrapped = PSObject.AsPSObject(input);
        if (wrapped.BaseObject is string or ValueType)
        {
            return wrapped.BaseObject;
        }

        // The text of some other object is no id. The inner exception lets the binder try the next parameter.
        string refusal = $"An object of type {wrapped.BaseObject.GetType().Name} has no ChannelId.";
        return wrapped.Properties["ChannelId"]?.Value ?? throw new ArgumentTransformationMetadataException(refusal, new PSInvalidCastException(refusal));
    }
}
