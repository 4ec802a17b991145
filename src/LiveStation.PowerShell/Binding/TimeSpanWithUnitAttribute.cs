using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes <c>12h</c>, <c>90m</c>, <c>2d</c> and <c>30s</c> beside the usual <c>12:00:00</c>. A bare number is refused: PowerShell would
/// read 12 as ticks and '12' as days, and neither is what an operator means.
/// </summary>
public sealed class TimeSpanWithUnitAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex WithUnit = new(@"^\s*(\d+(?:\.\d+)?)\s*([dhms])\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is TimeSpan)
        {
            return value;
        }

        // 2d and 30s are numbers to PowerShell, which keeps what was typed beside them: the wrapper's text gives that. A number
        // out of a variable has no such text, and is refused.
        string text = (inputData is PSObject typed ? typed.ToString() : Convert.ToString(inputData, CultureInfo.InvariantCulture)) ?? "";
        if (WithUnit.Match(text) is { Success: true } match && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            double seconds = number * (match.Groups[2].Value.ToLowerInvariant()[0] switch
            {
                'd' => 86400,
                'h' => 3600,
                'm' => 60,
                _ => 1,
            });
            if (seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                return TimeSpan.FromSeconds(seconds);
            }
        }

        return text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            ? span
            : throw new ArgumentTransformationMetadataException($"'{Text.Clean(text)}' is no time span with a unit. Write 12h, 90m, 2d, 12:00:00 or (New-TimeSpan -Hours 12).");
    }
}
