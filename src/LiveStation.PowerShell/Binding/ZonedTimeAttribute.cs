using System;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes a time with an offset too, which the shell makes no DateTime of.</summary>
public sealed class ZonedTimeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is DateTimeOffset time ? time.LocalDateTime : inputData;
}
