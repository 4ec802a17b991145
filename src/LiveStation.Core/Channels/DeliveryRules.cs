using System.Text.Json;

namespace LiveStation;

/// <summary>The rules of a channel's way to its viewers, for live and for VOD2LIVE channels alike, and how it is written.</summary>
internal static class DeliveryRules
{
    private static readonly Rule<(IChannelDelivery Wanted, Zone Zone)>[] OfNew =
    [
        new("NotInFinancialZone", it => it.Zone == Zone.Financial && ((it.Wanted.ProfileId ?? it.Wanted.CdnRegionType as object ?? it.Wanted.CdnDomain) is not null || it.Wanted.CdnType == CdnType.GlobalEdge),
            "The financial zone has no Global Edge, and so no -ProfileId, -CdnRegionType and -CdnDomain: its channels use CDN+ by -CdnInstanceNo.", "Leave them out, or connect with -Zone Public."),
        new("NotInFinancialZone", it => it.Zone == Zone.Financial && IsDrm(it.Wanted),
            "The financial zone has no DRM.", "Leave -DrmSiteId and -DrmContentId out, or connect with -Zone Public."),
        new("CdnContradiction", it => it.Wanted.CreateCdn && it.Wanted.CdnInstanceNo is not null,
            "-CreateCdn makes a new CDN, and -CdnInstanceNo attaches one that exists.", "Leave one of them out."),
        new("CdnInstanceMissing", it => it.Wanted.CreateCdn && it.Wanted.CdnDomain is not null,
            "-CdnDomain attaches a CDN that exists, which -CdnInstanceNo names; without it a new one would be bought.", "Add the -CdnInstanceNo of that CDN, or leave -CdnDomain out to make a new one."),
        new("CdnInstanceMissing", it => !it.Wanted.CreateCdn && it.Wanted.CdnInstanceNo is null,
            "A channel without a new CDN needs one that exists (-CdnInstanceNo).", "Give -CdnInstanceNo, or leave -CreateCdn:$false out."),
        new("CdnDomainMissing", it => it.Zone == Zone.Public && it.Wanted.CdnInstanceNo is not null && it.Wanted.CdnDomain is null,
            "A CDN that exists is attached by its instance and its domain (-CdnDomain).", "Add -CdnDomain; Get-LsChannel shows both of every channel."),
        new("ProfileMissing", it => it.Zone == Zone.Public && it.Wanted.ProfileId is null,
            "The public zone wants a Global Edge profile (-ProfileId) with every new channel.", "Give -ProfileId; Get-LsChannel | Format-Table ChannelName, ProfileId shows those in use."),
        new("LowLatencyRegion", it => it.Wanted.OutputProtocol == OutputProtocol.LlHls && it.Wanted.CdnRegionType is not null and not CdnRegionType.Korea,
            "Low latency (LlHls) needs a Global Edge in Korea.", "Leave -CdnRegionType out, or take another -OutputProtocol."),
        new("DrmIncomplete", it => it.Wanted.DrmSiteId is null != it.Wanted.DrmContentId is null,
            "DRM needs both -DrmSiteId and -DrmContentId.", "Give both, or neither."),
        new("DrmContentIdForm", it => it.Wanted.DrmContentId?.Length is < 3 or > 100,
            "-DrmContentId has 3 to 100 characters.", "Give one of that length."),
    ];

    private static readonly Rule<(OutputProtocol? Wanted, OutputProtocol Now)>[] OfChange =
    [
        new("LowLatencySwitched", it => it.Wanted is { } wanted && it.Now != OutputProtocol.Unknown && wanted == OutputProtocol.LlHls != (it.Now == OutputProtocol.LlHls),
            "Low latency (LlHls) is chosen when a channel is made; it can be neither switched on nor off later.", "Make another channel with this -OutputProtocol."),
    ];

    /// <summary>Refuses what a new channel cannot have.</summary>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public static void Check(IChannelDelivery wanted, Zone zone) => OfNew.Judge((wanted, zone), wanted.ChannelName);

    /// <summary>Refuses a packaging that a channel cannot change to.</summary>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public static void CheckChange(OutputProtocol? wanted, OutputProtocol now, string? channelId) => OfChange.Judge((wanted, now), channelId);

    /// <summary>The kind of CDN of a zone.</summary>
    public static CdnType CdnTypeIn(Zone zone) => zone == Zone.Financial ? CdnType.CdnPlus : CdnType.GlobalEdge;

    /// <summary>The region where none is named: Korea where one is needed.</summary>
    public static CdnRegionType? RegionIn(Zone zone, bool isAttached, OutputProtocol? protocol) =>
        zone != Zone.Financial && (!isAttached || protocol == OutputProtocol.LlHls) ? CdnRegionType.Korea : null;

    /// <summary>The CDN in words.</summary>
    public static string CdnInWords(IChannelDelivery wanted) => wanted.CreateCdn ? $"a new {wanted.CdnType} CDN" : $"CDN {wanted.CdnInstanceNo}";

    /// <summary>DRM in words, with what parts it from the words before; empty without it.</summary>
    public static string DrmInWords(IChannelDelivery wanted) => IsDrm(wanted) ? $", DRM {wanted.DrmSiteId}/{wanted.DrmContentId}" : "";

    /// <summary>Writes the CDN and the quality set.</summary>
    public static void WriteDelivery(this Utf8JsonWriter writer, IChannelDelivery wanted)
    {
        writer.Object("cdn", cdn =>
        {
            cdn.Flag("createCdn", wanted.CreateCdn);
            cdn.Wire<CdnType>("cdnType", wanted.CdnType);
            cdn.Text("cdnDomain", wanted.CdnDomain);
            cdn.Number("profileId", wanted.ProfileId);
            cdn.Wire("regionType", wanted.CdnRegionType);
            cdn.Number("cdnInstanceNo", wanted.CdnInstanceNo);
        });
        writer.Number("qualitySetId", wanted.QualitySetId);
    }

    /// <summary>Writes DRM. The financial zone has none and no field for it.</summary>
    public static void WriteDrm(this Utf8JsonWriter writer, IChannelDelivery wanted, Zone zone)
    {
        bool isDrm = IsDrm(wanted);
        if (isDrm || zone != Zone.Financial)
        {
            writer.Flag("drmEnabledYn", isDrm);
        }

        if (isDrm)
        {
            writer.Object("drm", drm =>
            {
                drm.Text("siteId", wanted.DrmSiteId);
                drm.Text("contentId", wanted.DrmContentId);
            });
        }
    }

    private static bool IsDrm(IChannelDelivery wanted) => wanted.DrmSiteId is not null || wanted.DrmContentId is not null;
}
