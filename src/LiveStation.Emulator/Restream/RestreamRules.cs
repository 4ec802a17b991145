using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>
/// What a re-stream must keep to, in the order in which it is looked at. The codes are the API's; the order, and 250002 and 250011 for
/// what has no code of its own, are guesses.
/// </summary>
internal static class RestreamRules
{
    private const string Standard = "STANDARD";
    private const string Professional = "PROFESSIONAL";

    private static readonly string?[] EnvTypes = [null, "REAL", "DEV", "STAGE"];

    // The page of the call and the text of 250130 have different lists: what either has is taken.
    private static readonly string[] TargetNames =
    [
        "YOUTUBE", "CHZZK", "STEAM", "YOUNOW", "USTREAM", "AFREECATV", "PRISM", "CUSTOM",
        "MIXER", "TWITCH", "AFREECA_TV", "NAVER_TV", "V_LIVE", "LINE_TV", "LIVESTATION",
    ];

    private static readonly Rule<(string? Name, string? PlanType, string? EnvType, int Targets)>[] Channel =
    [
        new(250142, it => string.IsNullOrEmpty(it.Name)),
        new(250104, it => !ChannelName.IsAllowed(it.Name!)),
        new(250002, it => !EnvTypes.Contains(it.EnvType), "envType"),
        new(250011, it => string.IsNullOrEmpty(it.PlanType), "planType"),
        new(250127, it => it.PlanType is not (Standard or Professional)),
        new(250128, it => it.PlanType == Standard && it.Targets is < 1 or > 3),
        new(250126, it => it.PlanType == Professional && it.Targets is < 1 or > 5),
    ];

    private static readonly Rule<(string? RtmpUrl, string? StreamKey)>[] Target =
    [
        new(250129, it => !IsRtmp(it.RtmpUrl)),
        new(250143, it => string.IsNullOrEmpty(it.StreamKey)),
    ];

    /// <summary>The settings that a new re-stream is to have.</summary>
    public static RestreamSettings Create(Fields body)
    {
        string? name = body.Text("channelName");
        string? plan = body.Text("planType");
        string? env = body.Text("envType");
        IReadOnlyList<Fields> targets = body.Objects("restream") ?? [];
        Channel.Judge((name, plan, env, targets.Count));
        return new RestreamSettings(name!, plan!, env ?? "REAL", targets.Select(Read).ToList());
    }

    /// <summary>The settings of a target after a change. What is left out of the login stays: a guess, documented nowhere.</summary>
    public static TargetSettings Update(Fields body, TargetSettings current)
    {
        (string? RtmpUrl, string? StreamKey) wanted = (body.Text("rtmpUrl"), body.Text("streamKey"));
        Target.Judge(wanted);
        return current with
        {
            RtmpUrl = wanted.RtmpUrl!,
            StreamKey = wanted.StreamKey!,
            User = body.Text("streamId") ?? current.User,
            Password = body.Text("streamPassword") ?? current.Password,
        };
    }

    private static TargetSettings Read(Fields target)
    {
        string name = target.Text("targetName") ?? throw new Refusal(250011, "targetName");
        if (!TargetNames.Contains(name))
        {
            throw new Refusal(250130);
        }

        (string? RtmpUrl, string? StreamKey) wanted = (target.Text("rtmpUrl"), target.Text("streamKey"));
        Target.Judge(wanted);
        return new TargetSettings(name, wanted.RtmpUrl!, wanted.StreamKey!, target.Text("id"), target.Text("password"));
    }

    private static bool IsRtmp(string? address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "rtmp" or "rtmps";
}
