using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Addresses of channels.</summary>
internal sealed class ServiceUrlKind : Kind
{
    public override string Noun => "an address of a channel";

    public override IReadOnlyList<Type> Records => [typeof(ServiceUrl)];

    public override string? IdName => null;

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(ServiceUrl.ServiceUrlType), nameof(ServiceUrl.Url)];

    public override string Advice => "If its channel is meant, give that one's id: $address.ChannelId.";
}
