using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>The CDN of a channel. It runs from <see cref="RunsFrom"/>; before that it is being created or changed.</summary>
internal sealed record Cdn(long InstanceNo, string Type, string Domain, long ProfileId, string RegionType)
{
    /// <summary>The edge of channels that are there at the start.</summary>
    public static readonly Cdn Usual = new(11577, Zone.Public.CdnType, "sample11577.edge.example", 4207, "KOREA");

    private string StateBefore { get; init; } = "RUNNING";

    /// <summary>From when it runs; the beginning of time for one that ran before.</summary>
    public DateTimeOffset RunsFrom { get; init; } = DateTimeOffset.MinValue;

    /// <summary>An edge that is made for a channel.</summary>
    public static Cdn Create(long instanceNo, string type, long profileId, string regionType, DateTimeOffset runsFrom) =>
        new(instanceNo, type, DomainOf(instanceNo), profileId, regionType) { StateBefore = "CREATING", RunsFrom = runsFrom };

    /// <summary>The move to another edge.</summary>
    public Cdn MoveTo(long instanceNo, long profileId, DateTimeOffset runsFrom) =>
        this with
        {
            InstanceNo = instanceNo,
            Type = Zone.Public.CdnType,
            Domain = DomainOf(instanceNo),
            ProfileId = profileId,
            StateBefore = "CHANGING",
            RunsFrom = runsFrom,
        };

    public string StatusAt(DateTimeOffset now) => now < RunsFrom ? StateBefore : "RUNNING";

    public bool IsRunningAt(DateTimeOffset now) => now >= RunsFrom;

    private static string DomainOf(long instanceNo) => "sample" + instanceNo.ToString(CultureInfo.InvariantCulture) + ".edge.example";
}
