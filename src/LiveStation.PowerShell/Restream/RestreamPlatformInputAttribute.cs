using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes relays of re-streams, copies of them and rows about them.</summary>
public sealed class RestreamPlatformInputAttribute : ThingInputAttribute<RestreamPlatform>
{
    internal override Kind Wanted => Kind.Get(typeof(RestreamPlatformKind));

    private protected override string NamedBy => "its re-stream and its number: -ChannelId and -PlatformId";

    private protected override RestreamPlatform? Named(PSObject thing) =>
        IdIn(thing, nameof(RestreamPlatform.PlatId)) is { } platId ? new RestreamPlatform { PlatId = platId, ChannelId = TextIn(thing, nameof(RestreamPlatform.ChannelId)) } : null;
}
