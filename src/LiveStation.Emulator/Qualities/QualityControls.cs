using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>Qualities and quality sets that are there from before.</summary>
public sealed class QualityControls
{
    private readonly Account _account;
    private readonly QualityState _state;

    internal QualityControls(Account account, QualityState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>The ids of all qualities, built in ones too: a copy.</summary>
    public IReadOnlyList<long> Ids => _account.Do(_ => _state.Qualities.Select(quality => quality.Id).ToList());

    /// <summary>The ids of all quality sets, built in ones too: a copy.</summary>
    public IReadOnlyList<long> SetIds => _account.Do(_ => _state.Sets.Select(set => set.Id).ToList());

    /// <summary>Adds a quality of the account's own.</summary>
    /// <param name="name">Its name; not checked.</param>
    /// <param name="width">Width in pixels; 0 for sound alone. Not checked.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="bitrate">Video bit rate in bits per second.</param>
    /// <returns>The quality id.</returns>
    public long Add(string name, int width = 1280, int height = 720, long bitrate = 2_000_000) =>
        _account.Do(now => _state.Add(name, width == 0 ? null : new VideoSetting("HIGH", width, height, 30, bitrate), AudioSetting.Aac(128), now).Id);

    /// <summary>Adds a quality set of the account's own, for HLS.</summary>
    /// <param name="name">Its name; not checked.</param>
    /// <param name="qualityIds">Qualities that are there.</param>
    /// <returns>The quality set id.</returns>
    public long AddSet(string name, params long[] qualityIds) => _account.Do(now =>
    {
        List<Quality> qualities = (qualityIds ?? []).Select(id => Given.OneIn(_state.Qualities, id, "quality", nameof(qualityIds))).ToList();
        return qualities.Count == 0
            ? throw new ArgumentException("A set holds one quality at least.", nameof(qualityIds))
            : _state.Add(name, false, qualities, now, 2000, 3, null).Id;
    });

    /// <summary>How many there are.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} qualities, {1} sets", Ids.Count, SetIds.Count);
}
