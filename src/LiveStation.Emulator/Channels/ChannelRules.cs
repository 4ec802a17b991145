using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>
/// What a channel must keep to, in the order in which it is looked at.
/// The codes are the API's; the order, and 250002 and 250011 for what has no code of its own, are guesses.
/// </summary>
internal static class ChannelRules
{
    private static readonly Regex DrmContentForm = new("^[A-Za-z0-9_-]{3,100}$", RegexOptions.CultureInvariant);
    private static readonly string?[] Protocols = [null, "HLS", "LL_HLS", "HLS,DASH"];
    private static readonly string?[] EnvTypes = [null, "REAL", "DEV", "STAGE"];
    private static readonly string?[] IngestProtocols = [null, "RTMP", "SRT"];
    private static readonly string?[] Regions = [null, "KOREA", "JAPAN", "GLOBAL"];

    private static readonly Rule<ChannelRequest>[] Name =
    [
        new(250142, request => string.IsNullOrEmpty(request.ChannelName)),
        new(250104, request => !ChannelName.IsAllowed(request.ChannelName!)),
    ];

    private static readonly Rule<ChannelRequest>[] Quality =
    [
        new(250116, request => request.QualitySetId is null),
        new(250301, request => request.QualitySet is null),
    ];

    private static readonly Rule<ChannelRequest>[] Delivery =
    [
        new(250118, request => string.IsNullOrEmpty(request.CdnType)),
        new(250120, request => request.CdnType != request.Zone.CdnType),
        new(250011, request => request.CreateCdn is null, "createCdn"),
        new(250119, request => request.CreateCdn == false && request.CdnInstanceNo is null),
        new(250011, request => request.Zone.HasGlobalEdge && request.CreateCdn == false && string.IsNullOrEmpty(request.CdnDomain), "cdnDomain"),
        new(250002, request => !Regions.Contains(request.RegionType), "regionType"),
        new(250011, request => request.Zone.HasGlobalEdge && request.CreateCdn == true && request.RegionType is null, "regionType"),
        new(250011, request => request.Zone.HasGlobalEdge && request.ProfileId is null, "profileId"),
        .. NotInZone(("cdn.cdnDomain", request => request.CdnDomain), ("cdn.regionType", request => request.RegionType), ("cdn.profileId", request => request.ProfileId)),
        new(250182, request => request.IsLowLatency && request.RegionType != "KOREA"),
        new(250002, request => request.IsLowLatency && !request.QualitySet!.IsLowLatency, "qualitySetId"),
    ];

    private static readonly Rule<ChannelRequest>[] Kind =
    [
        new(250002, request => !Protocols.Contains(request.OutputProtocol), "outputProtocol"),
        new(250002, request => !EnvTypes.Contains(request.EnvType), "envType"),
    ];

    private static readonly Rule<ChannelRequest>[] Ingest =
    [
        new(250002, request => !IngestProtocols.Contains(request.IngestProtocol), "ingestProtocol"),
    ];

    // It can be set at creation only. What the service does with it in a change is documented nowhere: here nobody may think it worked.
    private static readonly Rule<ChannelRequest>[] NoIngest =
    [
        new(250002, request => request.IngestProtocol is not null, "ingestProtocol"),
    ];

    private static readonly Rule<ChannelRequest>[] TimeMachine =
    [
        new(250011, request => request.UseDvr is null, "useDvr"),
        new(250138, request => request.UseDvr == true && request.TimemachineMin is null),
        new(250122, request => request.TimemachineMin is not (null or 360)),
        new(250139, request => request.UseDvr == false && request.ImmediateOnAir == true),
    ];

    private static readonly Rule<ChannelRequest>[] OnAir =
    [
        new(250011, request => request.ImmediateOnAir is null, "immediateOnAir"),
    ];

    private static readonly Rule<ChannelRequest>[] Record =
    [
        new(250011, request => !request.HasRecord, "record"),
        new(250002, request => !RecordSetting.Types.Contains(request.Record.Type), "record.type"),
        new(250011, request => request.UploadsByItself && string.IsNullOrEmpty(request.Record.BucketName), "record.bucketName"),
        new(250011, request => request.UploadsByItself && string.IsNullOrEmpty(request.Record.FilePath), "record.filePath"),
        new(250011, request => request.UploadsByItself && string.IsNullOrEmpty(request.Record.Format), "record.format"),
        new(250002, request => request.Record.Format is string format && !RecordSetting.Formats.Contains(format), "record.format"),
        new(250002, request => request.Record.FilePath is string path && !path.StartsWith("/", StringComparison.Ordinal), "record.filePath"),
        new(250002, request => request.Record.AccessControl is string control && !Bucket.AccessControls.Contains(control), "record.accessControl"),
        new(250704, request => request.Record.BucketName is string name && !Bucket.IsAllowed(name)),
    ];

    private static readonly Rule<ChannelRequest>[] Drm =
    [
        .. NotInZone(("drmEnabledYn", request => request.DrmEnabledYn), ("drm", request => request.DrmSiteId ?? request.DrmContentId)),
        new(250011, request => request.Zone.HasGlobalEdge && request.DrmEnabledYn is null, "drmEnabledYn"),
        new(250011, request => request.DrmEnabledYn == true && string.IsNullOrEmpty(request.DrmSiteId), "drm.siteId"),
        new(250011, request => request.DrmEnabledYn == true && string.IsNullOrEmpty(request.DrmContentId), "drm.contentId"),
        new(250002, request => request.DrmContentId is string id && !DrmContentForm.IsMatch(id), "drm.contentId"),
    ];

    private static readonly Rule<ChannelRequest>[] ToCreate = [.. Name, .. Kind, .. Ingest, .. Quality, .. Delivery, .. TimeMachine, .. Record, .. Drm];

    private static readonly Rule<ChannelRequest>[] ToUpdate = [.. Name, .. Kind, .. NoIngest, .. TimeMachine, .. OnAir, .. Record];

    private static readonly Rule<ChannelRequest>[] ToDeliver = [.. Name, .. Kind, .. Quality, .. Delivery, .. Drm];

    private static readonly Rule<ChannelRequest>[] ToRename = [.. Name, .. Kind];

    /// <summary>The settings that a new channel is to have.</summary>
    public static ChannelSettings Create(ChannelRequest request) => Create(request, ToCreate);

    /// <summary>The settings of a new channel that takes no stream and records nothing.</summary>
    public static ChannelSettings CreateWithoutIngest(ChannelRequest request) => Create(request, ToDeliver);

    /// <summary>The settings after a change. Quality set, CDN and DRM are no part of it.</summary>
    public static ChannelSettings Update(ChannelRequest request, ChannelSettings current)
    {
        ToUpdate.Judge(request);
        return Renamed(request, current) with
        {
            UseDvr = request.UseDvr == true,
            ImmediateOnAir = request.ImmediateOnAir == true,
            Record = request.Record,
        };
    }

    /// <summary>The same for a channel that takes no stream and records nothing.</summary>
    public static ChannelSettings UpdateWithoutIngest(ChannelRequest request, ChannelSettings current)
    {
        ToRename.Judge(request);
        return Renamed(request, current);
    }

    private static ChannelSettings Create(ChannelRequest request, Rule<ChannelRequest>[] rules)
    {
        rules.Judge(request);
        return new ChannelSettings(request.ChannelName!, request.QualitySet!, request.Record)
        {
            OutputProtocol = request.OutputProtocol ?? "HLS",
            EnvType = request.EnvType ?? "REAL",
            IngestProtocol = request.IngestProtocol ?? "RTMP",
            UseDvr = request.UseDvr == true,
            ImmediateOnAir = request.ImmediateOnAir == true,
            IsStreamFailOver = request.IsStreamFailOver == true,
            DrmEnabled = request.DrmEnabledYn == true,
            DrmSiteId = request.DrmSiteId,
            DrmContentId = request.DrmContentId,
        };
    }

    private static ChannelSettings Renamed(ChannelRequest request, ChannelSettings current)
    {
        string protocol = request.OutputProtocol ?? current.OutputProtocol;
        if (protocol != current.OutputProtocol && (request.IsLowLatency || current.OutputProtocol == "LL_HLS"))
        {
            throw new Refusal(250002, "outputProtocol");
        }

        return current with
        {
            Name = request.ChannelName!,
            OutputProtocol = protocol,
            EnvType = request.EnvType ?? current.EnvType,
        };
    }

    // Fields that the pages of the financial zone do not have. It may ignore them; whoever sends them there means something that he will not get.
    private static IEnumerable<Rule<ChannelRequest>> NotInZone(params (string Name, Func<ChannelRequest, object?> Value)[] fields) =>
        fields.Select(field => new Rule<ChannelRequest>(250002, request => !request.Zone.HasGlobalEdge && field.Value(request) is not null, field.Name));
}
