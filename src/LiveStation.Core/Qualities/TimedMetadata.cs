using System;

namespace LiveStation;

/// <summary>Metadata that are put into the segments as they are made.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-qualitysetting-qualitysettinginfo</remarks>
public sealed class TimedMetadata : ServiceRecord
{
    /// <summary>Text by which a player knows them.</summary>
    public string? Header { get; init; }

    /// <summary>How often they come; one second is the only interval there is.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>What they tell; utc is the only one there is.</summary>
    public string? Key { get; init; }

    private protected override string Summary => Interval is { } interval ? $"{Header} ({Key}, every {interval.TotalSeconds:0.###} s)" : $"{Header} ({Key})";

    internal static TimedMetadata Read(JsonFields fields) => new()
    {
        Header = fields.Text("header"),
        Interval = fields.Milliseconds("interval"),
        Key = fields.Text("key"),
        Rest = fields.Rest,
    };
}
