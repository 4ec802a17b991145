using System;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes a time to come: also with an offset, which the shell makes no DateTime of. A number and a span are refused in words; the engine
/// would read a number as ticks since the year 1.
/// </summary>
public sealed class ZonedTimeAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
    {
        null => null!,
        DateTime => inputData,
        DateTimeOffset time => time.LocalDateTime,
        string text when LanguagePrimitives.TryConvertTo(text, CultureInfo.InvariantCulture, out DateTime _) && !long.TryParse(text, out _) => inputData,
        _ => throw new ArgumentTransformationMetadataException($"'{Text.Clean(TimeSpanWithUnitAttribute.TextOf(inputData))}' is no time. Write it as '2026-11-28 22:00', with its offset as '2026-11-28 22:00 +09:00', or count from now: (Get-Date).AddHours(2)."),
    };
}
