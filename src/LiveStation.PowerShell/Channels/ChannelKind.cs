using System;
using System.Collections.Generic;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>Live channels.</summary>
internal sealed class ChannelKind : Kind
{
    public override string Noun => "a live channel";

    public override IReadOnlyList<Type> Records => [typeof(Channel)];

    public override string? IdName => nameof(Channel.ChannelId);

    // Rows about re-streams and VOD2LIVE channels have a ChannelId too.
    public override IReadOnlyList<string> Marks => [nameof(Channel.IsRecording), nameof(Channel.UseDvr), nameof(Channel.TimemachineMin)];

    public override int Keep => 2000;

    public override string Advice => "For what it has pipe it into Get-LsRecording, Get-LsSnapshot or Get-LsEvent; for the channel itself use the cmdlets on LsChannel.";

    public override string? NameIn(object item) => ((Channel)item).ChannelId;

    public override string? LabelOf(object item) => ((Channel)item).ChannelName;

    public override string Tip(object item) => $"{((Channel)item).ChannelName} ({((Channel)item).ChannelStatusText})";

    public override IAsyncEnumerable<object> ListAsync(LiveStationClient client, CancellationToken cancellationToken) => client.Channels.ListAsync(null, cancellationToken);
}
