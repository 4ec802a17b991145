using System;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes a time zone by its id, which the shell makes none of.</summary>
public sealed class ZoneInputAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string id)
        {
            return value!;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            throw new ArgumentTransformationMetadataException($"'{Text.Clean(id)}' is no time zone that this machine knows. Write Asia/Seoul or UTC; Windows PowerShell calls the first 'Korea Standard Time'.");
        }
    }
}
