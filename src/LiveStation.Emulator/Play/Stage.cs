using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>A channel of a play, and what is done to it. Under the lock of the account only; what cannot be throws InvalidOperationException.</summary>
internal sealed class Stage
{
    private readonly Areas _areas;
    private readonly Pace _pace;

    /// <summary>A channel that is there already, or that is to enter.</summary>
    /// <param name="areas">Where all channels are.</param>
    /// <param name="pace">How long uploads take that nobody ends.</param>
    /// <param name="name">Its name, or an id.</param>
    public Stage(Areas areas, Pace pace, string name)
    {
        _areas = areas;
        _pace = pace;
        Name = name;
        Live = ChannelNamed(name);
        Restream = Live is null ? RestreamNamed(name) : null;
    }

    /// <summary>The name that the script has for it.</summary>
    public string Name { get; }

    /// <summary>Its id; null before it enters.</summary>
    public string? Id => Live?.Id ?? Restream?.Id;

    private Channel? Live { get; set; }

    private RestreamChannel? Restream { get; set; }

    private Channel Channel => Live ?? throw new InvalidOperationException($"{Name} is no live channel.");

    private ChannelLife Life => Live?.Life ?? Restream?.Life ?? throw new InvalidOperationException($"{Name} has not entered yet.");

    private RecordingShelf Shelf => _areas.Recordings.State.Of(Channel);

    // One that is there from before, from another evening for example, plays its part as it is.
    public void AddChannel(ChannelSettings settings, DateTimeOffset now) => Live = Live is null && Restream is null ? _areas.Channels.State.AddReady(null, settings, now) : Channel;

    public void AddRestream(IReadOnlyList<string> targets, DateTimeOffset now) =>
        Restream ??= Live is null ? _areas.Restream.State.AddReady(null, RestreamSettings.MadeUp(Name, targets), now) : throw new InvalidOperationException($"{Name} is a live channel.");

    public void GoOnAir(DateTimeOffset now) => Life.GoOnAir(Name, now);

    public void GoOffAir(DateTimeOffset now) => RequireOnAir().StopPublishing(now);

    public void ConnectBackup(DateTimeOffset now)
    {
        if (!OnAir().Settings.IsStreamFailOver)
        {
            throw new InvalidOperationException($"{Name} takes no backup stream.");
        }

        Channel.HasBackupStream = true;
        _areas.Channels.State.Tell(Channel, ChannelNews.BackupConnected, now);
    }

    // With a backup stream viewers see nothing of it; without one the broadcast is over until somebody sends again.
    public void LoseStream(DateTimeOffset now)
    {
        if (Live is { HasBackupStream: true, IsOnBackupStream: false })
        {
            SwitchStream(now);
        }
        else
        {
            GoOffAir(now);
        }
    }

    public void FindStream(DateTimeOffset now)
    {
        if (Live is { IsOnBackupStream: true })
        {
            SwitchStream(now);
        }
        else
        {
            GoOnAir(now);
        }
    }

    public void WeakenStream(long bitrate, double? fps)
    {
        Quality quality = OnAir().Settings.QualitySet.Best;
        Channel.Incoming = new IncomingStream(bitrate, fps ?? quality.FrameRate);
    }

    public void StartRecording(DateTimeOffset now)
    {
        if (OnAir().IsRecording || Channel.Settings.Record.Type == RecordSetting.NoRecord)
        {
            throw new InvalidOperationException(Channel.IsRecording ? $"{Name} is recording." : $"{Name} does not record.");
        }

        _areas.Recordings.State.Start(Channel, now);
    }

    public void StopRecording(DateTimeOffset now)
    {
        if (!Channel.IsRecording)
        {
            throw new InvalidOperationException($"{Name} is not recording.");
        }

        _areas.Recordings.State.Stop(Channel, now);
    }

    public void FailRecording(DateTimeOffset now) =>
        Change(RecordingStatus.MadeNow, it => it with { Fate = RecordingStatus.ProcessingFail }, now);

    // It lasts until the script ends it.
    public void StartUpload(string bucket, DateTimeOffset now) =>
        Change(RecordingStatus.Uploadable, it => it.Upload(new UploadTarget(Channel.Zone.StorageHost, bucket, it.Target?.Folder ?? ""), now, _pace) with { Due = null }, now);

    public void EndUpload(DateTimeOffset now) => Change([RecordingStatus.Transfer], it => it.FinishUpload(), now);

    // What is still being made, and uploads by itself, fails when it comes to that.
    public void FailUpload(DateTimeOffset now) => Change(
        [RecordingStatus.Transfer, .. RecordingStatus.MadeNow],
        it => it.Status == RecordingStatus.Transfer ? it.Fail()! : it with { Fate = RecordingStatus.TransferFail },
        now);

    public void Write(string code, string description, DateTimeOffset now) => _areas.Events.Write(now, Id ?? throw new InvalidOperationException($"{Name} has not entered yet."), code, description);

    public RestreamTarget Target(string name) =>
        Restream?.Targets.FirstOrDefault(target => target.Settings.TargetName == name) ?? throw new InvalidOperationException($"{Name} relays to no {name}.");

    public Channel OnAir()
    {
        RequireOnAir();
        return Channel;
    }

    private ChannelLife RequireOnAir() => Life.IsOnAir ? Life : throw new InvalidOperationException($"{Name} is not on air.");

    private void SwitchStream(DateTimeOffset now)
    {
        Channel.SwitchStream();
        _areas.Channels.State.Tell(Channel, ChannelNews.StreamSwitched, now);
    }

    private void Change(IReadOnlyList<string> from, Func<Recording, Recording> change, DateTimeOffset now)
    {
        List<Recording> changed = Shelf.Snapshot(now).Where(it => from.Contains(it.Status)).Select(change).ToList();
        if (changed.Count == 0)
        {
            throw new InvalidOperationException($"{Name} has no recording that is {string.Join(" or ", from)}.");
        }

        foreach (Recording recording in changed)
        {
            Shelf.Replace(recording);
            _areas.Recordings.State.Tell(recording, now);
        }
    }

    private Channel? ChannelNamed(string name) => _areas.Channels.State.All.LastOrDefault(it => !it.Life.IsGone && (it.Id == name || it.Settings.Name == name));

    private RestreamChannel? RestreamNamed(string name) => _areas.Restream.State.All.LastOrDefault(it => !it.Life.IsGone && (it.Id == name || it.Settings.Name == name));
}
