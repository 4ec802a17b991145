using System.Globalization;

namespace LiveStation;

/// <summary>Bit rates for people.</summary>
internal static class Rates
{
    /// <summary>A bit rate in words; null for none.</summary>
    public static string? Words(long? bitrate) => bitrate switch
    {
        null => null,
        >= 1_000_000 => string.Format(CultureInfo.InvariantCulture, "{0:0.##} Mbit/s", bitrate / 1e6),
        >= 1000 => string.Format(CultureInfo.InvariantCulture, "{0:0.#} kbit/s", bitrate / 1e3),
        _ => string.Format(CultureInfo.InvariantCulture, "{0} bit/s", bitrate),
    };
}
