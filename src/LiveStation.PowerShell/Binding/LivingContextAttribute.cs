using System;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Refuses the copy of a context that a job, a remote session or a file hands out: it holds no key, and the engine's own words
/// for it name neither the reason nor the way.
/// </summary>
public sealed class LivingContextAttribute : ArgumentTransformationAttribute
{
    private static readonly string CopyName = "Deserialized." + typeof(LsContext).FullName;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject copy && copy.TypeNames.Contains(CopyName, StringComparer.OrdinalIgnoreCase)
            ? throw new ArgumentTransformationMetadataException("This is a copy of a context, without its keys: a context does not leave its process. Run Connect-LsAccount inside the job or the remote session; Start-ThreadJob and ForEach-Object -Parallel take the context itself.")
            : inputData;
}
