using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Leaves nothing that comes through the pipeline to the other parameters, so that the error speaks of what was meant.</summary>
public sealed class GivenAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData ?? throw Kind.Leave("Nothing was given: a variable that was never set, or a command that wrote nothing, gives that.");
}
