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
        return wrapped.BaseObject is string ? wrapped.BaseObject : wrapped.Properties["ChannelId"]?.Value ?? input;
    }
}
