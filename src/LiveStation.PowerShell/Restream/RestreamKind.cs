using System;
using System.Collections.Generic;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Re-streams. Their ids look like those of live channels.</summary>
internal sealed class RestreamKind : Kind
{
    public override string Noun => "a re-stream";

    public override IReadOnlyList<Type> Records => [typeof(RestreamChannel)];

    public override string? IdName => nameof(RestreamChannel.ChannelId);

    public override IReadOnlyList<string> Marks => [nameof(RestreamChannel.PlanType)];

    public override int Keep => 500;

    public override string Advice => "For a re-stream use Get-LsRestream, Get-LsRestreamPlatform or Remove-LsRestream.";

    public override string? NameIn(object item) => ((RestreamChannel)item).ChannelId;

    public override string? LabelOf(object item) => ((RestreamChannel)item).ChannelName;

    public override string Tip(object item) => $"{((RestreamChannel)item).ChannelName} ({((RestreamChannel)item).ChannelStatusText})";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Restream.ListAsync(cancellationToken);
}
