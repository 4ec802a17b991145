using System;

namespace LiveStation;

/// <summary>
/// What is refused before anything is sent: what the API documents as needed or impossible, and what would be dropped without a word.
/// What no page is certain of is left to the service.
/// </summary>
internal static class ChannelRules
{
    private static readonly Rule<(ChannelOptions Wanted, ChannelBody Body, Channel? Now)>[] Shared =
    [
        new("BucketMissing", it => it.Body.Uploads && it.Body.BucketName is null,
            "Recordings that are uploaded automatically need a bucket (-BucketName).", "Give -BucketName, or another -RecordSaveType."),
        new("UploadTargetUnused", it => !it.Body.Uploads && (it.Wanted.BucketName ?? it.Wanted.FilePath ?? it.Wanted.AccessControl?.ToString()) is not null,
            "-BucketName, -FilePath and -AccessControl say where automatic uploads go, and recordings of this channel are not uploaded automatically.",
            "Add -RecordSaveType AutoUpload and a -BucketName, or leave them out: Export-LsRecording names a bucket of its own."),
        new("FormatUnused", it => !it.Body.Records && it.Wanted.RecordFormat is not null,
            "-RecordFormat says what recordings become, and this channel records nothing.", "Give -RecordSaveType ManualUpload or AutoUpload, or leave -RecordFormat out."),
        new("FilePathForm", it => it.Wanted.FilePath?.StartsWith("/", StringComparison.Ordinal) == false,
            "-FilePath is a folder in the bucket and begins with a slash.", "Write it as in -FilePath /archive."),
        new("TimemachineWithoutDvr", it => it.Wanted.TimemachineMin is not null && !it.Body.UseDvr,
            "-TimemachineMin says how far viewers can rewind, and without -UseDvr they cannot.", "Switch -UseDvr on, or leave -TimemachineMin out."),
        new("ImmediateOnAirWithoutDvr", it => (it.Wanted.UseDvr ?? it.Wanted.ImmediateOnAir) is not null && it.Body.ImmediateOnAir && !it.Body.UseDvr,
            "Recording from the start of each broadcast (-ImmediateOnAir) goes only with rewinding (-UseDvr); the service refuses the one without the other (code 250139).",
            "Switch -UseDvr on too, or switch -ImmediateOnAir off."),
        new("LowLatencySwitched", it => it.Wanted.OutputProtocol is { } wanted && it.Now?.OutputProtocol is { } now && now != OutputProtocol.Unknown && wanted == OutputProtocol.LlHls != (now == OutputProtocol.LlHls),
            "Low latency (LlHls) is chosen when a channel is made; it can be neither switched on nor off later.", "Make another channel with New-LsChannel."),
    ];

    private static readonly Rule<(ChannelSettings Wanted, Zone Zone)>[] OfNew =
    [
        new("NotInFinancialZone", it => it.Zone == Zone.Financial && ((it.Wanted.ProfileId ?? it.Wanted.CdnRegionType as object ?? it.Wanted.CdnDomain) is not null || it.Wanted.CdnType == CdnType.GlobalEdge),
            "The financial zone has no Global Edge, and so no -ProfileId, -CdnRegionType and -CdnDomain: its channels use CDN+ by -CdnInstanceNo.", "Leave them out, or connect with -Zone Public."),
        new("NotInFinancialZone", it => it.Zone == Zone.Financial && it.Wanted.IsDrm,
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

    public static void Check(ChannelChange change, ChannelBody body, Channel now) =>
        Shared.Judge((change, body, now), now.ChannelId);

    public static void Check(ChannelSettings settings, ChannelBody body, Zone zone)
    {
        Shared.Judge((settings, body, null), settings.ChannelName);
        OfNew.Judge((settings, zone), settings.ChannelName);
    }
}
