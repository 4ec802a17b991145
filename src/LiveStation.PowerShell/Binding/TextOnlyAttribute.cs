using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Leaves what is no text to another parameter of the same position.</summary>
public sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string or null
            ? inputData!
            : throw Kind.Leave("A name was expected here.");
}
