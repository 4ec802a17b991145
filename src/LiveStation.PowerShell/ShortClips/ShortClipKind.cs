using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.PowerShell;

/// <summary>Short clips.</summary>
internal sealed class ShortClipKind : Kind
{
    public override string Noun => "a short clip";

    public override IReadOnlyList<Type> Records => [typeof(ShortClip)];

    public override string? IdName => nameof(ShortClip.ShortClipId);

    public override Type Within => typeof(SnapshotKind);

    public override IReadOnlyList<string> Marks => [nameof(ShortClip.ShortClipId)];

    public override int Keep => 200;

    public override string Advice => "For short clips use Get- or Wait-LsShortClip; if the snapshot or the channel is meant, give its id: $clip.SnapshotId, $clip.ChannelId.";

    public override string? NameIn(object item) => ((ShortClip)item).ShortClipId?.ToString(CultureInfo.InvariantCulture);

    public override string Tip(object item) => $"{((ShortClip)item).ChannelId} {Span((ShortClip)item)} ({((ShortClip)item).StatusText})";

    public override bool Fits(object item, IDictionary boundParameters) => boundParameters[nameof(ShortClip.ChannelId)] is not string channelId || channelId == ((ShortClip)item).ChannelId;

    /// <summary>A clip as messages name it.</summary>
    public static string Name(string channelId, long shortClipId) => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", channelId, shortClipId);

    /// <summary>A clip with what this session knows of it: no answer tells where it was cut.</summary>
    public static ShortClip Recall(SeenNames seen, ShortClip clip) =>
        clip.ShortClipId is { } id && seen.Find<ShortClipKind>(id.ToString(CultureInfo.InvariantCulture)) is ShortClip known && known.ChannelId == clip.ChannelId ? clip.With(known) : clip;

    private static string Span(ShortClip clip) => clip.EndTime is null
        ? string.Format(CultureInfo.InvariantCulture, "{0:g}", clip.Duration)
        : string.Format(CultureInfo.InvariantCulture, "{0:g} to {1:g}", clip.StartTime, clip.EndTime);
}
