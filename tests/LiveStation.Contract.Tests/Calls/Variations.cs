using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Each value of each setting, one at a time.</summary>
internal static class Variations
{
    private static readonly Func<ChannelSettings, ChannelSettings>[] Others =
    [
        settings => settings with { ChannelName = "한글이름_20_글자까지_1234567" },
        settings => settings with { QualitySetId = long.MaxValue },
        settings => settings with { CreateCdn = true },
        settings => settings with { CreateCdn = false, CdnInstanceNo = 11577, CdnDomain = "sample11577.edge.example" },
        settings => settings with { CdnInstanceNo = 0 },
        settings => settings with { ProfileId = null },
        settings => settings with { BucketName = "show-archive", FilePath = "/" },
        settings => settings with { FilePath = "/\t\u0001\\" },
        settings => settings with { UseDvr = true },
        settings => settings with { UseDvr = true, TimemachineMin = 360, ImmediateOnAir = true },
        settings => settings with { ImmediateOnAir = true },
        settings => settings with { StreamFailOver = true },
        settings => settings with { DrmSiteId = "SITE", DrmContentId = "a-1_B" },
    ];

    private static readonly Func<ChannelChange, ChannelChange>[] OtherChanges =
    [
        change => change with { ChannelName = "other_name" },
        change => change with { UseDvr = true },
        change => change with { UseDvr = false },
        change => change with { UseDvr = true, TimemachineMin = 360 },
        change => change with { ImmediateOnAir = true },
        change => change with { ImmediateOnAir = false },
        change => change with { BucketName = "other-bucket" },
        change => change with { FilePath = "/other" },
    ];

    public static IReadOnlyList<Func<ChannelSettings, ChannelSettings>> OfSettings { get; } =
    [
        .. Each<EnvType, ChannelSettings>((settings, value) => settings with { EnvType = value }),
        .. Each<OutputProtocol, ChannelSettings>((settings, value) => settings with { OutputProtocol = value }),
        .. Each<CdnRegionType, ChannelSettings>((settings, value) => settings with { CdnRegionType = value }),
        .. Each<RecordSaveType, ChannelSettings>((settings, value) => settings with { RecordSaveType = value }),
        .. Each<RecordFormat, ChannelSettings>((settings, value) => settings with { RecordFormat = value }),
        .. Each<AccessControl, ChannelSettings>((settings, value) => settings with { AccessControl = value }),
        .. Others,
    ];

    public static IReadOnlyList<Func<ChannelChange, ChannelChange>> OfChanges { get; } =
    [
        .. Each<EnvType, ChannelChange>((change, value) => change with { EnvType = value }),
        .. Each<OutputProtocol, ChannelChange>((change, value) => change with { OutputProtocol = value }),
        .. Each<RecordSaveType, ChannelChange>((change, value) => change with { RecordSaveType = value }),
        .. Each<RecordFormat, ChannelChange>((change, value) => change with { RecordFormat = value }),
        .. Each<AccessControl, ChannelChange>((change, value) => change with { AccessControl = value }),
        .. OtherChanges,
    ];

    // 0 is Unknown: what an answer may hold and no request.
    private static IEnumerable<Func<T, T>> Each<TEnum, T>(Func<T, TEnum, T> set)
        where TEnum : struct, Enum
    {
        return Enum.GetValues<TEnum>().Where(value => !value.Equals(default(TEnum))).Select(value => (Func<T, T>)(settings => set(settings, value)));
    }
}
