using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes the text True or False for a switch, as a row of a CSV file brings it; empty is off.</summary>
public sealed class SwitchTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is null ? false
        : PSObject.AsPSObject(inputData).BaseObject is not string text ? inputData
        : text.Length == 0 ? false
        : bool.TryParse(text, out bool flag) ? flag : inputData;
}
