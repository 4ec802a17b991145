using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes <c>12h</c>, <c>90m</c>, <c>2d</c>, <c>30s</c> and <c>1d12h</c>, as the views write it, beside the usual <c>12:00:00</c>. A bare number is refused: PowerShell would
/// read 12 as ticks and '12' as days, and neither is what an operator means.
/// Where the API counts milliseconds, a bare number is these.
/// </summary>
public sealed class TimeSpanWithUnitAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex WithUnit = new(
        @"^\s*(?=\S)((?<d>\d+(\.\d+)?)\s*d\s*)?((?<h>\d+(\.\d+)?)\s*h\s*)?((?<m>\d+(\.\d+)?)\s*m\s*)?((?<s>\d+(\.\d+)?)\s*s\s*)?((?<ms>\d+)\s*ms\s*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Bare = new(@"^\s*\d+\s*$", RegexOptions.CultureInvariant);

    /// <summary>Whether a bare number is milliseconds.</summary>
    public bool TakesMilliseconds { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is TimeSpan)
        {
            return value;
        }

        string text = TextOf(inputData);
        if (TakesMilliseconds && Bare.IsMatch(text))
        {
            text += "ms";
        }

        if (TryRead(text, out TimeSpan withUnit))
        {
            return withUnit;
        }

        return text.Contains(":") && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span)
            ? span
            : throw new ArgumentTransformationMetadataException($"'{Text.Clean(text)}' is no time span with a unit. Write {(TakesMilliseconds ? "2s, 2000ms, 2000 or (New-TimeSpan -Seconds 2)" : "12h, 90m, 2d, 1d12h, 12:00:00 or (New-TimeSpan -Hours 12)")}.");
    }

    // 2d and 30s are numbers to PowerShell, which keeps what was typed beside them: the wrapper's text gives that. A number
    // out of a variable has no such text, and is refused.
    internal static string TextOf(object input) => (input is PSObject typed ? typed.ToString() : Convert.ToString(input, CultureInfo.InvariantCulture)) ?? "";

    internal static bool TryRead(string text, out TimeSpan span)
    {
        span = default;
        if (WithUnit.Match(text) is { Success: true } match)
        {
            double seconds = (Number(match, "d") * 86400) + (Number(match, "h") * 3600) + (Number(match, "m") * 60) + Number(match, "s") + (Number(match, "ms") / 1000);
            if (seconds < TimeSpan.MaxValue.TotalSeconds)
            {
                span = TimeSpan.FromSeconds(seconds);
                return true;
            }
        }

        return false;
    }

    private static double Number(Match match, string unit) =>
        match.Groups[unit] is not { Success: true } group ? 0
        : double.TryParse(group.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.PositiveInfinity;
}
