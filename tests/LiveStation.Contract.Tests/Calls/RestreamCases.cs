using System.Linq;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>Re-streams to make, and changes of their targets.</summary>
internal static class RestreamCases
{
    public static RestreamSettings Least { get; } = new() { ChannelName = "abc", Restream = [Target("YOUTUBE")] };

    /// <summary>Every field, and as many targets as there can be.</summary>
    public static RestreamSettings Most { get; } = new()
    {
        ChannelName = "중계_abc_1234567890_",
        PlanType = PlanType.Professional,
        EnvType = EnvType.Stage,
        Restream = [.. new[] { "YOUTUBE", "CHZZK", "STEAM", "AFREECATV", "CUSTOM" }.Select(static name => Target(name, withLogin: true))],
    };

    /// <summary>The re-stream that the offline service starts with.</summary>
    public static RestreamChannel Known { get; } = new() { ChannelId = ContractCalls.Restream };

    public static RestreamPlatform Running { get; } = new()
    {
        ChannelId = ContractCalls.Restream,
        PlatId = ContractCalls.Relay,
        RtmpUrl = new HiddenText("rtmp://ingest.partner.example/app"),
        StreamKey = new StreamKey("old"),
    };

    public static RestreamPlatformChange KeyAlone { get; } = new() { StreamKey = new StreamKey("new \"key\" 한글") };

    public static RestreamPlatformChange AllOfIt { get; } = new()
    {
        RtmpUrl = new HiddenText("rtmps://other.example/app"),
        StreamKey = new StreamKey("new"),
        Id = new HiddenText("user"),
        Password = new HiddenText("password"),
    };

    private static RestreamTarget Target(string name, bool withLogin = false) => new()
    {
        TargetName = name,
        RtmpUrl = new HiddenText("rtmp://target.example/live"),
        StreamKey = new StreamKey("key-\"1\""),
        Id = withLogin ? new HiddenText("user") : null,
        Password = withLogin ? new HiddenText("password") : null,
    };
}
