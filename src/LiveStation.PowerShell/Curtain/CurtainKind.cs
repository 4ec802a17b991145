using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Curtains in front of live channels.</summary>
internal sealed class CurtainKind : Kind
{
    public override string Noun => "a live curtain";

    public override IReadOnlyList<Type> Records => [typeof(Curtain)];

    public override string? IdName => null;

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(Curtain.IsLiveCurtain)];

    public override string Advice => "It goes to Stop-LsCurtain; if its channel or its contents are meant, give their ids: $curtain.ChannelId, $curtain.ContentId.";
}
