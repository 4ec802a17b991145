using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The contents of the account, and the curtain of each channel that has one.</summary>
internal sealed class CurtainState
{
    // A picture becomes a video of five minutes; what a video has, its file would tell.
    private static readonly TimeSpan PictureLength = TimeSpan.FromMinutes(5);

    private readonly Pace _pace;
    private readonly Counter _ids = new(412);
    private readonly Dictionary<string, Curtain> _curtains = new(StringComparer.Ordinal);

    public CurtainState(Pace pace, RecordingState recordings)
    {
        _pace = pace;
        Channels = recordings.Channels;
        recordings.Stopped += (channel, _, _) => _curtains.Remove(channel.Id);
        Channels.WentOffAir += (channel, _) => _curtains.Remove(channel.Id);
    }

    public ChannelState Channels { get; }

    /// <summary>All contents, also those that are deleted. For one that is not there the pages print no code: the general one.</summary>
    public Shelf<long, CurtainContent> All { get; } = new(content => content.Id, notFoundCode: 250004);

    public CurtainContent Create(IReadOnlyList<string> input, DateTimeOffset now) =>
        All.Add(new CurtainContent(_ids.Next(), input, now, PictureLength) { Due = now + _pace.CurtainCreation });

    public CurtainContent Require(long id, DateTimeOffset now) => All.Find(id)?.At(now) ?? throw new Refusal(250004, "Curtain content");

    public int CountAt(DateTimeOffset now) => All.Count(content => content.At(now).Status != CurtainStatus.Deleted);

    /// <summary>The curtain that is on in front of a channel, or null.</summary>
    public Curtain? Find(Channel channel, DateTimeOffset now) => _curtains.TryGetValue(channel.Id, out Curtain? curtain) && curtain.IsOnAt(now) ? curtain : null;

    public Curtain Start(Channel channel, IReadOnlyList<long> contentIds, int minutes, DateTimeOffset now) => _curtains[channel.Id] = new Curtain(contentIds, minutes, now);

    public void Stop(Channel channel) => _curtains.Remove(channel.Id);
}
