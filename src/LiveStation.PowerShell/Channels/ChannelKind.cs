using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Live channels.</summary>
internal sealed class ChannelKind : Kind
{
    public override string Noun => "a live channel";

    public override IReadOnlyList<Type> Records => [typeof(Channel)];

    public override string? IdName => nameof(Channel.ChannelId);

    public override string Advice => "For its recordings pipe it into Get-LsRecording; for the channel itself use the cmdlets on LsChannel.";
}
