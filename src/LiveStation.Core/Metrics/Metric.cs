using System.Globalization;

namespace LiveStation;

/// <summary>A figure of the account, of a channel or of its recordings, with the name and the unit that Prometheus wants.</summary>
public sealed class Metric : ServiceRecord
{
    /// <summary>Its name, with the unit at its end: seconds, bytes per second, pixels; none for a count, and for what is 1 or 0.</summary>
    public string? Name { get; init; }

    /// <summary>The figure.</summary>
    public double Value { get; init; }

    /// <summary>The channel that it is about; <see langword="null"/> for the account.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Name of the channel.</summary>
    public string? ChannelName { get; init; }

    /// <summary>The state that is counted, in the API's words and small letters; <see langword="null"/> where none is.</summary>
    public string? Status { get; init; }

    /// <summary>How it behaves.</summary>
    public MetricType Type { get; init; }

    /// <summary>What it says.</summary>
    public string? Help { get; init; }

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}", Name, ChannelName ?? ChannelId, Value);
}
