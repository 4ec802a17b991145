using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes the text True or False, as a row of a file brings it, where the engine takes only <c>$true</c> and <c>$false</c>; refuses other text in words.</summary>
public sealed class BooleanTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text ? inputData
        : bool.TryParse(text.Trim().TrimStart('$'), out bool flag) ? flag
        : throw new ArgumentTransformationMetadataException($"'{Text.Clean(text)}' is neither true nor false. Write $true or $false.");
}
