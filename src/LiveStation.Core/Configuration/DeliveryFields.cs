using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>The fields of a channel's way to its viewers, for live and for VOD2LIVE channels alike.</summary>
internal static class DeliveryFields
{
    /// <summary>The edge and DRM.</summary>
    /// <param name="cdnOf">The edge of a channel.</param>
    /// <param name="drmOf">Its DRM.</param>
    public static IEnumerable<ConfigurationField> Of(Func<ServiceRecord, ChannelCdn?> cdnOf, Func<ServiceRecord, ChannelDrm?> drmOf) =>
    [
        new("cdnInstanceNo", FieldType.Whole, "Instance of the CDN; a new CDN is made where none is named.") { Call = FieldCall.Cdn, Read = record => Positive(cdnOf(record)?.InstanceNo) },
        new("profileId", FieldType.Whole, "Global Edge profile; needed in the public zone.") { Call = FieldCall.Cdn, Read = record => Edge(cdnOf(record), static cdn => Positive(cdn.ProfileId)) },
        new("cdnDomain", FieldType.Text, "Domain of the CDN with that instance; needed with it in the public zone.") { Follows = "cdnInstanceNo", Read = record => Edge(cdnOf(record), static cdn => cdn.CdnDomain) },
        new("cdnType", FieldType.Choice, "Kind of CDN; the zone's own where none is named.") { Follows = "cdnInstanceNo", Choice = WireEnum.Of(typeof(CdnType)), Read = record => cdnOf(record) is { } cdn ? ChannelBody.Present<CdnType>(cdn.CdnType, cdn.CdnTypeText) : null },
        new("cdnRegionType", FieldType.Choice, "Region that the edge serves.") { Follows = "cdnInstanceNo", Choice = WireEnum.Of(typeof(CdnRegionType)), Read = record => Edge(cdnOf(record), static cdn => ChannelBody.Present<CdnRegionType>(cdn.RegionType, cdn.RegionTypeText)) },
        new("drmSiteId", FieldType.Text, "Site of Multi DRM; with it and drmContentId DRM is on.") { Read = record => drmOf(record)?.SiteId },
        new("drmContentId", FieldType.Text, "Content of Multi DRM.") { Read = record => drmOf(record)?.ContentId },
    ];

    /// <summary>The fields that the move to another edge wants: both, each time.</summary>
    public static (long InstanceNo, long ProfileId) Move(ConfigurationItem wanted, ChannelCdn? now, string name) => (
        (long?)wanted["cdnInstanceNo"] ?? now?.InstanceNo ?? throw Missing(name, "cdnInstanceNo"),
        (long?)wanted["profileId"] ?? now?.ProfileId ?? throw Missing(name, "profileId"));

    /// <summary>What a new channel gets besides what the document names.</summary>
    public static (bool CreateCdn, CdnType Type, CdnRegionType? Region) Defaults(ConfigurationItem wanted, IChannelDelivery settings, Zone zone)
    {
        bool isAttached = settings.CdnInstanceNo is not null;
        return (!isAttached, wanted.Has("cdnType") ? settings.CdnType : DeliveryRules.CdnTypeIn(zone), settings.CdnRegionType ?? DeliveryRules.RegionIn(zone, isAttached, settings.OutputProtocol));
    }

    private static long? Positive(long? number) => number > 0 ? number : null;

    // CDN+ has no profile, no region and no domain that could be asked for.
    private static object? Edge(ChannelCdn? cdn, Func<ChannelCdn, object?> read) => cdn is null || cdn.CdnType == CdnType.CdnPlus ? null : read(cdn);

    private static LiveStationArgumentException Missing(string name, string field) => new(
        "SettingUnknown", $"{Text.Clean(name)}: the move to another edge wants {field}, which neither the document names nor the service tells.", $"Add {field} to the document.");
}
