using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Snapshots of what is being recorded.</summary>
internal sealed class SnapshotKind : Kind
{
    public override string Noun => "a snapshot";

    public override IReadOnlyList<Type> Records => [typeof(Snapshot)];

    public override string? IdName => nameof(Snapshot.SnapshotId);

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(Snapshot.SnapshotUrl)];

    public override int Keep => 100;

    public override string Advice => "Snapshots go to Get-LsSnapshot, Wait-LsSnapshot, New-LsShortClip and Get-LsShortClip; if the whole channel is meant, give its id: $snapshot.ChannelId.";

    public override string? NameIn(object item) => ((Snapshot)item).SnapshotId.ToString(CultureInfo.InvariantCulture);

    public override string Tip(object item) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1:g}, until {2:HH:mm}", ((Snapshot)item).ChannelId, ((Snapshot)item).Duration, ((Snapshot)item).ExpireTime);

    public override bool Fits(object item, IDictionary boundParameters) => boundParameters[nameof(Snapshot.ChannelId)] is not string channelId || channelId == ((Snapshot)item).ChannelId;

    /// <summary>A snapshot as messages name it.</summary>
    public static string Name(string channelId, long snapshotId) => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", channelId, snapshotId);

    /// <summary>The id of the snapshot that the service names with a channel: tables of older pages have it, and no call lists snapshots.</summary>
    public static async Task<long?> IdOfChannelAsync(LiveStationClient client, string channelId, CancellationToken cancellationToken) =>
        (await client.Channels.GetAsync(channelId, cancellationToken).ConfigureAwait(false)).SnapshotId;

    /// <summary>The snapshot that the service names with a channel; none where it names none.</summary>
    public static async IAsyncEnumerable<Snapshot> OfChannelAsync(LiveStationClient client, string channelId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await IdOfChannelAsync(client, channelId, cancellationToken).ConfigureAwait(false) is { } snapshotId)
        {
            yield return await client.ShortClips.GetSnapshotAsync(channelId, snapshotId, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The error where the service names none.</summary>
    public static ErrorRecord NoneNamed(string channelId) => ErrorRecords.Of(
        new ItemNotFoundException($"{Text.Clean(channelId)}: the service names no snapshot of this channel that is still valid."),
        "SnapshotNotFound",
        ErrorCategory.ObjectNotFound,
        channelId,
        "Make one with New-LsSnapshot while the channel is being recorded, or give -SnapshotId: a snapshot is kept for an hour, and not every edition of the service names it with its channel.");
}
