using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes address, stream key or login of targets of re-streams; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "LsRestreamPlatform", SupportsShouldProcess = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(RestreamPlatform))]
public sealed class SetLsRestreamPlatformCommand : LsCmdlet
{
    private const string IdSet = "Id";
    private const string ObjectSet = "Object";

    private readonly HashSet<(LsContext, string, long)> _done = [];

    /// <summary>Id of the re-stream.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = IdSet)]
    [IdOf(typeof(RestreamKind), LeavesToOthers = [typeof(RestreamPlatformKind)])]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [ValidateNotNullOrEmpty]
    public string ChannelId { get; set; } = "";

    /// <summary>Numbers of its relays.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = IdSet)]
    [Alias("PlatId")]
    [ArgumentCompleter(typeof(NameCompleter<RestreamPlatformKind>))]
    [ValidateNotNullOrEmpty]
    public long[] PlatformId { get; set; } = [];

    /// <summary>Relays, or rows about them.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [RestreamPlatformInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public RestreamPlatform[] InputObject { get; set; } = [];

    /// <summary>New address to publish to at the platform.</summary>
    [Parameter]
    [Alias("Address")]
    [RtmpUrlRule]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? RtmpUrl { get; set; }

    /// <summary>New stream key at the platform.</summary>
    [Parameter]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public SecureString? StreamKey { get; set; }

    /// <summary>RTMP user and password.</summary>
    [Parameter]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public PSCredential? Credential { get; set; }

    /// <summary>Also write the relays as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private RestreamPlatformChange Change => new()
    {
        RtmpUrl = HiddenText.Of(RtmpUrl),
        StreamKey = RestreamText.Key(StreamKey),
        Id = RestreamText.User(Credential),
        Password = RestreamText.Password(Credential),
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Change.IsEmpty)
        {
            RefuseParameters("NothingToChange", "No setting was named, so there is nothing to change.", "Name at least one of -StreamKey, -RtmpUrl and -Credential.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            TurnTo(ChannelId);
            foreach (long platformId in PlatformId)
            {
                Set(ChannelId, platformId);
            }

            return;
        }

        foreach (RestreamPlatform platform in InputObject)
        {
            TurnTo(platform);
            if (platform.ChannelId is { } channelId && platform.PlatId is { } platformId)
            {
                Set(channelId, platformId);
            }
            else
            {
                WriteError(RestreamPlatformKind.ChannelMissing(platform));
            }
        }
    }

    // The target is read first: the service wants address and key each time, and an object may be hours old.
    private void Set(string channelId, long platformId)
    {
        string name = RestreamPlatformKind.Name(channelId, platformId);
        if (!_done.Add((CurrentContext, channelId, platformId))
            || !Try((client, token) => ListAsync(client, channelId, token), name, out List<RestreamPlatform>? platforms))
        {
            return;
        }

        if (platforms!.Find(platform => platform.PlatId == platformId) is not { } now)
        {
            WriteError(RestreamPlatformKind.NotFound(channelId, platformId));
            return;
        }

        try
        {
            if (Approve($"{name} {now.Relay}", $"Set {Change.Check(now)}")
                && Try((client, token) => client.Restream.UpdatePlatformAsync(channelId, now, Change, token), name, out RestreamPlatform? changed)
                && PassThru)
            {
                WriteObject(changed);
            }
        }
        catch (LiveStationArgumentException e)
        {
            WriteFailure(e, name);
        }
    }

    private static async Task<List<RestreamPlatform>> ListAsync(LiveStationClient client, string channelId, CancellationToken cancellationToken)
    {
        List<RestreamPlatform> platforms = [];
        await foreach (RestreamPlatform platform in client.Restream.ListPlatformsAsync(channelId, cancellationToken).ConfigureAwait(false))
        {
            platforms.Add(platform);
        }

        return platforms;
    }
}
