using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>What a VOD2LIVE channel plays, and when. Touched under the lock of the account only.</summary>
internal sealed class VodSchedule
{
    private readonly Pace _pace;
    private string _before = VodStatus.Creating;
    private string? _fate;

    public VodSchedule(long id, VodChannel channel, DateTimeOffset start, IReadOnlyList<VodFile> files, DateTimeOffset created, Pace pace)
    {
        _pace = pace;
        Id = id;
        Channel = channel;
        Start = start;
        Files = files;
        Created = created;
        Updated = created;
    }

    public long Id { get; }

    public VodChannel Channel { get; }

    public DateTimeOffset Start { get; private set; }

    public IReadOnlyList<VodFile> Files { get; private set; }

    public DateTimeOffset End => Start + TimeSpan.FromTicks(_pace.VodLength.Ticks * Files.Count);

    public DateTimeOffset Created { get; }

    public DateTimeOffset Updated { get; private set; }

    public DateTimeOffset? Deleted { get; private set; }

    /// <summary>Whether it is on air now.</summary>
    public bool IsPlaying { get; private set; }

    /// <summary>Whether it will never play, or never again.</summary>
    public bool IsOver => _fate is not null;

    // Its files are looked at in the second half of the preparation.
    public string StatusAt(DateTimeOffset now) =>
        _fate ?? (now < Updated + TimeSpan.FromTicks(_pace.VodPreparation.Ticks / 2) ? _before : now < Updated + _pace.VodPreparation ? VodStatus.Processing : VodStatus.Ready);

    public void Change(DateTimeOffset? start, IReadOnlyList<VodFile>? files, DateTimeOffset now)
    {
        Start = start ?? Start;
        Files = files ?? Files;
        Updated = now;
        _before = VodStatus.Updating;
    }

    public void Play() => IsPlaying = true;

    /// <summary>Ends it: FINISH, PROCESSING_FAIL or DELETED. Only the first end counts.</summary>
    public void Close(string fate, DateTimeOffset now)
    {
        if (!IsOver)
        {
            _fate = fate;
            IsPlaying = false;
            Deleted = fate == VodStatus.Deleted ? now : null;
        }
    }
}
