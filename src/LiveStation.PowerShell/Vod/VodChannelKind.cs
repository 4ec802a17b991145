using System;
using System.Collections.Generic;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>VOD2LIVE channels.</summary>
internal sealed class VodChannelKind : Kind
{
    public override string Noun => "a VOD2LIVE channel";

    public override IReadOnlyList<Type> Records => [typeof(VodChannel)];

    public override string? IdName => nameof(VodChannel.ChannelId);

    public override IReadOnlyList<string> Marks => [nameof(VodChannel.ScheduleList)];

    public override int Keep => 2000;

    public override string Advice => "For what it plays pipe it into Get-LsVodSchedule; for the channel itself use the cmdlets on LsVodChannel.";

    // An address does not say of which kind of channel it is.
    public override bool IsNamedBy(Kind other) => other is ServiceUrlKind || base.IsNamedBy(other);

    public override string? NameIn(object item) => ((VodChannel)item).ChannelId;

    public override string? LabelOf(object item) => ((VodChannel)item).ChannelName;

    public override string Tip(object item) => $"{((VodChannel)item).ChannelName} ({((VodChannel)item).ChannelStatusText})";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.VodChannels.ListAsync(cancellationToken);
}
