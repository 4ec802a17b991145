using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The two zones that are offered. They differ in the path prefix, the kind of CDN and the storage host.</summary>
internal sealed record Zone(string Prefix, string CdnType, string StorageHost, bool HasEdgeProfiles)
{
    public static readonly Zone Public = new("/api/v2", "GLOBAL_EDGE", "kr.object.ncloudstorage.com", true);
    public static readonly Zone Financial = new("/api/fin-v2", "CDN_PLUS", "kr.object.fin-ncloudstorage.com", false);

    /// <summary>Region codes are taken in both zones.</summary>
    public static readonly string[] RegionCodes = ["KR", "FKR"];

    /// <summary>The zone whose prefix a path has, or null.</summary>
    public static Zone? Of(string path) =>
        new[] { Public, Financial }.FirstOrDefault(zone => path.StartsWith(zone.Prefix + "/", StringComparison.Ordinal));
}
