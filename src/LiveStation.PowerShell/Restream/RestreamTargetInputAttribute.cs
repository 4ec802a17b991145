using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes targets of New-LsRestreamTarget alone: out of text and tables the engine would make targets with keys in plain text.</summary>
public sealed class RestreamTargetInputAttribute : ArgumentTransformationAttribute
{
    private const string HowMade = "A target is made with New-LsRestreamTarget, which takes its secrets hidden. Nothing was sent.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<RestreamTarget> targets = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            targets.Add(TargetIn(item));
        }

        return targets.ToArray();
    }

    private static RestreamTarget TargetIn(object? input)
    {
        PSObject? thing = input is null ? null : PSObject.AsPSObject(input);
        return thing?.BaseObject switch
        {
            RestreamTarget target => target,
            null or string or ValueType or IDictionary or PSCustomObject => throw new ArgumentTransformationMetadataException(HowMade),
            _ when Kind.Of(thing!) is { } kind => throw new ArgumentTransformationMetadataException(IdOfAttribute.Refusal(Kind.Get(typeof(RestreamTargetKind)), kind)),
            _ => throw Kind.Leave(HowMade),
        };
    }
}
