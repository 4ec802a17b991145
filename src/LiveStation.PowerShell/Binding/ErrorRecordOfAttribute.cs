using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes an exception where an error record is wanted: after a terminating error, -ErrorVariable holds exceptions. Leaves anything else as it is.</summary>
public sealed class ErrorRecordOfAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IList list ? list.Cast<object>().Select(RecordOf).ToArray() : RecordOf(inputData);

    private static object RecordOf(object input) => (input is PSObject wrapped ? wrapped.BaseObject : input) switch
    {
        LiveStationException failure => ErrorRecords.Of(failure, null),
        IContainsErrorRecord { ErrorRecord: { } record } => record,
        Exception other => new ErrorRecord(other, "Exception", ErrorCategory.NotSpecified, null),
        _ => input,
    };
}
