using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Events of channels.</summary>
internal sealed class EventKind : Kind
{
    public override string Noun => "an event of a channel";

    public override IReadOnlyList<Type> Records => [typeof(Event)];

    public override string? IdName => null;

    public override string? NamesAny => nameof(Event.ChannelId);

    public override IReadOnlyList<string> Marks => [nameof(Event.EventCode)];

    public override string Advice => "If its channel is meant, give that one's id: $event.ChannelId.";
}
