using System;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The two zones that are offered. They differ in the path prefix, the region code, the kind of CDN and the storage host.</summary>
internal sealed record Zone(string Prefix, string RegionCode, string CdnType, string StorageHost)
{
    public static readonly Zone Public = new("/api/v2", "KR", "GLOBAL_EDGE", "kr.object.ncloudstorage.com");
    public static readonly Zone Financial = new("/api/fin-v2", "FKR", "CDN_PLUS", "kr.object.fin-ncloudstorage.com");

    public static readonly Zone[] All = [Public, Financial];

    /// <summary>Whether channels have a Global Edge, with its profile, region and domain, and DRM. The financial zone knows none of these.</summary>
    public bool HasGlobalEdge => this == Public;

    /// <summary>The zone whose prefix a path has, or null.</summary>
    public static Zone? Of(string path) =>
        All.FirstOrDefault(zone => path.StartsWith(zone.Prefix + "/", StringComparison.Ordinal));
}
