using System;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes a time, or how long ago as views and people write it: <c>2h</c>, <c>1d12h</c>, a TimeSpan. A bare number is refused: PowerShell
/// would read it as ticks since the year 1. So is a time to come: after midnight, 22:00 means last night.
/// </summary>
public sealed class SinceAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether a time to come is taken: as the end of something.</summary>
    public bool AllowsToCome { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        DateTime? since = Read(inputData);
        string shown = Text.Clean(Convert.ToString(inputData, CultureInfo.InvariantCulture));
        return since is not { } time ? throw new ArgumentTransformationMetadataException($"'{shown}' is no time. Write 2h, 90m or 1d12h for so long ago, or a time such as '2026-03-01 22:00' or (Get-Date).Date.")
            : !AllowsToCome && time.ToUniversalTime() > DateTime.UtcNow.AddMinutes(1) ? throw new ArgumentTransformationMetadataException($"'{shown}' is still to come, {time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}. For last night give the date too, or how long ago: 6h.")
            : time;
    }

    private static DateTime? Read(object input)
    {
        object value = PSObject.AsPSObject(input).BaseObject;
        return value switch
        {
            DateTime time => time,
            DateTimeOffset time => time.LocalDateTime,
            TimeSpan span => DateTime.Now - span,
            _ when TimeSpanWithUnitAttribute.TryRead(TimeSpanWithUnitAttribute.TextOf(input), out TimeSpan span) => DateTime.Now - span,
            string text when LanguagePrimitives.TryConvertTo(text, CultureInfo.InvariantCulture, out DateTime time) && !long.TryParse(text, out _) => time,
            _ => null,
        };
    }
}
