using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Schedules of VOD2LIVE channels, and what a channel says of them.</summary>
internal sealed class VodScheduleKind : Kind
{
    public override string Noun => "a schedule of a VOD2LIVE channel";

    public override IReadOnlyList<Type> Records => [typeof(VodSchedule), typeof(VodChannelSchedule)];

    public override string? IdName => nameof(VodSchedule.ScheduleId);

    public override Type? Within => typeof(VodChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(VodSchedule.ScheduleId)];

    public override string? NumberAdvice => "Get-LsVodSchedule -ChannelId finds those of a channel.";

    public override int Keep => 200;

    public override string Advice => "For schedules use the cmdlets on LsVodSchedule; if its channel is meant, give that one's id: $schedule.ChannelId.";

    /// <summary>Whether a channel that was listed has schedules to ask for: no example of a list shows them, so its state tells.</summary>
    public static bool IsUsedBy(VodChannel channel) => channel.ScheduleList.Count > 0 || channel.ChannelStatus is VodChannelStatus.Reserved or VodChannelStatus.Publishing;

    public override bool IsSeenIn(Type type) => type == typeof(VodSchedule);

    public override string? NameIn(object item) => ((VodSchedule)item).ScheduleId?.ToString(CultureInfo.InvariantCulture);

    public override string Tip(object item) => string.Format(CultureInfo.InvariantCulture, "{0} {1:yyyy-MM-dd HH:mm} ({2})", ((VodSchedule)item).ChannelId, ((VodSchedule)item).StartTime, ((VodSchedule)item).StatusText);

    public override async IAsyncEnumerable<object> ListAsync(LiveStationClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (VodChannel channel in client.VodChannels.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (channel.ChannelId is { } id && IsUsedBy(channel))
            {
                await foreach (VodSchedule schedule in client.VodSchedules.ListAsync(id, cancellationToken).ConfigureAwait(false))
                {
                    yield return schedule;
                }
            }
        }
    }
}
