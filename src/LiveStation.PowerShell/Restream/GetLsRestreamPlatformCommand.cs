using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Gets the relays of re-streams: their states, rates and reconnects.</summary>
[Cmdlet(VerbsCommon.Get, "LsRestreamPlatform", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(RestreamPlatform))]
public sealed class GetLsRestreamPlatformCommand : LsFanOutCmdlet<RestreamPlatform>
{
    private const string ChannelSet = "Channel";
    private const string ObjectSet = "Object";

    private WildcardPattern[] _names = [];

    /// <summary>Ids of re-streams.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [Alias("Id")]
    [IdOf(typeof(RestreamKind), LeavesToOthers = [typeof(RestreamPlatformKind)])]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Numbers of relays.</summary>
    [Parameter(ParameterSetName = ChannelSet)]
    [Alias("PlatId")]
    [ArgumentCompleter(typeof(NameCompleter<RestreamPlatformKind>))]
    [ValidateNotNull]
    public long[]? PlatformId { get; set; }

    /// <summary>Relays, or rows about them: each is asked for anew.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [RestreamPlatformInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public RestreamPlatform[] InputObject { get; set; } = [];

    /// <summary>Platforms; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TargetNameCompleter))]
    public string[] TargetName { get; set; } = [];

    /// <summary>States of the relay.</summary>
    [Parameter]
    [Alias("ConnectStatus")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ConnectStatus>))]
    public ConnectStatus?[] Status { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => _names = [.. TargetName.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (RestreamPlatform platform in InputObject)
            {
                TurnTo(platform);
                if (platform.ChannelId is { } ofChannel && platform.PlatId is { } number)
                {
                    AddOne(ofChannel, number);
                }
                else
                {
                    WriteError(RestreamPlatformKind.ChannelMissing(platform));
                }
            }

            return;
        }

        foreach (string channelId in ChannelId)
        {
            TurnTo(channelId);
            if (PlatformId is null)
            {
                Add(Client.Restream.ListPlatformsAsync(channelId, StopToken), channelId);
                continue;
            }

            foreach (long platformId in PlatformId)
            {
                AddOne(channelId, platformId);
            }
        }
    }

    private protected override bool Matches(RestreamPlatform item) =>
        (Status.Length == 0 || Status.Contains(item.ConnectStatus))
        && (_names.Length == 0 || _names.Any(name => name.IsMatch(item.TargetName ?? "")));

    private void AddOne(string channelId, long platformId) =>
        Add(One(Client.Restream.ListPlatformsAsync(channelId, StopToken), platformId), RestreamPlatformKind.Name(channelId, platformId), () => RestreamPlatformKind.NotFound(channelId, platformId));

    // No call gives a single one.
    private static async IAsyncEnumerable<RestreamPlatform> One(IAsyncEnumerable<RestreamPlatform> platforms, long platformId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (RestreamPlatform platform in platforms.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (platform.PlatId == platformId)
            {
                yield return platform;
            }
        }
    }
}
