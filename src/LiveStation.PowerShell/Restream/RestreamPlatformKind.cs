using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Targets of re-streams as they run.</summary>
internal sealed class RestreamPlatformKind : Kind
{
    public override string Noun => "a relay of a re-stream";

    public override IReadOnlyList<Type> Records => [typeof(RestreamPlatform)];

    public override string? IdName => nameof(RestreamPlatform.PlatId);

    public override Type? Within => typeof(RestreamKind);

    public override IReadOnlyList<string> Marks => [nameof(RestreamPlatform.PlatId)];

    public override int Keep => 500;

    public override string Advice => "For relays use Get-LsRestreamPlatform or Set-LsRestreamPlatform; if the whole re-stream is meant, give its id: $platform.ChannelId.";

    public override string? NameIn(object item) => ((RestreamPlatform)item).PlatId?.ToString(CultureInfo.InvariantCulture);

    public override string Tip(object item) => $"{((RestreamPlatform)item).Relay} ({((RestreamPlatform)item).ChannelId})";

    public override bool Fits(object item, IDictionary boundParameters) => boundParameters[nameof(RestreamPlatform.ChannelId)] is not string channelId || channelId == ((RestreamPlatform)item).ChannelId;

    // An account has few re-streams, and completion waits for no answer longer than a key press may take.
    public override async IAsyncEnumerable<object> ListAsync(LiveStationClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RestreamChannel channel in client.Restream.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (channel.ChannelId is { } id)
            {
                await foreach (RestreamPlatform platform in client.Restream.ListPlatformsAsync(id, cancellationToken).ConfigureAwait(false))
                {
                    yield return platform;
                }
            }
        }
    }

    /// <summary>A relay as errors name it: by its re-stream and its number.</summary>
    public static string Name(string channelId, long platformId) => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", channelId, platformId);

    /// <summary>A number that no relay of the re-stream has.</summary>
    public static ErrorRecord NotFound(string channelId, long platformId) =>
        ErrorRecords.NotFound(Name(channelId, platformId), "relay", "RestreamPlatformNotFound", $"Run Get-LsRestreamPlatform {ShellText.Quote(Text.Clean(channelId))} for the relays of this re-stream; the number is in PlatId.");

    /// <summary>A relay that was given without the re-stream that it is asked for with.</summary>
    public static ErrorRecord ChannelMissing(RestreamPlatform platform) => ErrorRecords.Of(
        new PSArgumentException(string.Format(CultureInfo.InvariantCulture, "Relay {0} was given without its re-stream, and a relay is named by both. Nothing was sent for it.", platform.PlatId)),
        "ChannelIdMissing",
        ErrorCategory.InvalidArgument,
        platform.PlatId,
        "Give objects with a ChannelId and a PlatId, or -ChannelId and -PlatformId.");
}
