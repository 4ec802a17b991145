using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The five operations on snapshots and short clips.</summary>
internal sealed class ShortClipRoutes
{
    private readonly ShortClipState _clips;

    private ShortClipRoutes(ShortClipState clips) => _clips = clips;

    public static IReadOnlyList<Route> For(ShortClipState clips)
    {
        ShortClipRoutes it = new(clips);
        return
        [
            new("POST", "/channels/{channelId}/snapshot", it.TakeSnapshot),
            new("GET", "/channels/{channelId}/snapshot/{snapshotId}", it.GetSnapshot),
            new("POST", "/channels/{channelId}/{snapshotId}", it.Create),
            new("GET", "/channels/{channelId}/{snapshotId}/shortclips", it.List),
            new("GET", "/channels/{channelId}/shortclip/{shortClipId}", it.Get),
        ];
    }

    // The page says what is needed, and the table has codes for each; which of them the call answers with is a guess.
    private Answer TakeSnapshot(Call call)
    {
        Channel channel = Find(call);
        int minutes = call.Query("limitedDuration", 0, 1, 240);
        if (!channel.Settings.UseDvr)
        {
            throw new Refusal(250133);
        }

        if (!channel.Life.IsOnAir)
        {
            throw new Refusal(250134);
        }

        if (!channel.IsRecording)
        {
            throw new Refusal(250137);
        }

        return ShortClipJson.One(_clips.Take(channel, minutes == 0 ? null : minutes, call.Now), call.Now, call.Style);
    }

    private Answer GetSnapshot(Call call) => ShortClipJson.One(FindSnapshot(call), call.Now, call.Style);

    private Answer Create(Call call)
    {
        Channel channel = Find(call);
        TakenSnapshot snapshot = FindSnapshot(call);
        if (!channel.Life.IsOnAir && channel.Life.StatusAt(call.Now) != ChannelStatus.Ready)
        {
            // No code is documented for this case.
            throw new Refusal(250005, "Channel");
        }

        ShortClipRequest request = ShortClipRequest.Read(call.Body);
        ShortClipRules.OfNew.Judge((request, snapshot));
        return ShortClipJson.One(_clips.Cut(snapshot, request, call.Now), call.Style);
    }

    private Answer List(Call call)
    {
        TakenSnapshot snapshot = FindSnapshot(call);
        string? status = call.Query("shortclipStatus");
        if (status is not null && !ShortClipStatus.All.Contains(status))
        {
            throw new Refusal(250002, "shortclipStatus");
        }

        return ShortClipJson.List(snapshot, _clips.Of(snapshot, call.Now).Where(clip => status is null || clip.Status == status).ToList(), call.Style);
    }

    private Answer Get(Call call) => ShortClipJson.One(_clips.Require(Find(call), Whole(call, "shortClipId"), call.Now), call.Style);

    private TakenSnapshot FindSnapshot(Call call) => _clips.RequireSnapshot(Find(call), Whole(call, "snapshotId"), call.Now);

    private Channel Find(Call call) => _clips.Recordings.Channels.All.Require(call.Path("channelId"));

    private static long Whole(Call call, string name) =>
        long.TryParse(call.Path(name), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : throw new Refusal(250021, name, "Integer");
}
