using System;
using System.Linq;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Settings of VOD2LIVE channels and their schedules.</summary>
internal static class VodSettings
{
    /// <summary>No more than what the offline service takes.</summary>
    public static VodChannelSettings Least { get; } = new()
    {
        ChannelName = "abc",
        QualitySetId = 1,
        CreateCdn = true,
        CdnRegionType = CdnRegionType.Korea,
        ProfileId = 4207,
    };

    /// <summary>Every field.</summary>
    public static VodChannelSettings Most { get; } = new()
    {
        ChannelName = "한국어_abc_12345678",
        QualitySetId = 4,
        EnvType = EnvType.Stage,
        OutputProtocol = OutputProtocol.LlHls,
        CreateCdn = false,
        CdnType = CdnType.GlobalEdge,
        CdnRegionType = CdnRegionType.Korea,
        CdnInstanceNo = 11577,
        CdnDomain = "sample11577.edge.example",
        ProfileId = 4207,
        DrmSiteId = "SITE",
        DrmContentId = "content-1",
    };

    public static VodChannelSettings Financial { get; } = new() { ChannelName = "금융_뉴스", QualitySetId = 3, CdnType = CdnType.CdnPlus, CdnInstanceNo = 11577 };

    /// <summary>Every field of a change.</summary>
    public static VodChannelChange Change { get; } = new() { ChannelName = "other_name", EnvType = EnvType.Dev, OutputProtocol = OutputProtocol.HlsDash };

    public static DateTime Tomorrow { get; } = DateTime.UtcNow.AddDays(1);

    public static VodScheduleSettings Schedule { get; } = new()
    {
        ChannelId = ContractCalls.Vod,
        StartTime = Tomorrow,
        VodList = [new VodItem("mybucket", "/361570-1307727-202508191329.mp4"), new VodItem("mybucket", "folder/\"quoted\"/한글.mp4")],
    };

    /// <summary>Every field of a change, with as many files as the file allows.</summary>
    public static VodScheduleChange ScheduleChange { get; } = new()
    {
        StartTime = Tomorrow,
        VodList = [.. Enumerable.Range(1, 50).Select(number => new VodItem("mybucket", $"/part_{number}.mp4"))],
    };
}
