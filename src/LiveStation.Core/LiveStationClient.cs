using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The door to Live Station: one operations object for each area of the API. Safe for use by many threads.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation</remarks>
public sealed class LiveStationClient
{
    private readonly HttpPipeline _pipeline;
    private readonly StorageLine _storage;
    private readonly Zone _zone;

    /// <summary>Makes a client; sends nothing.</summary>
    /// <param name="options">Where and how to call.</param>
    /// <exception cref="LiveStationArgumentException">An option cannot serve, for example a plain http endpoint on another machine.</exception>
    public LiveStationClient(LiveStationClientOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        _zone = options.Zone;
        Endpoint = ServiceAddress.Of(options.Zone, options.Endpoint);
        RegionCode = options.RegionCode ?? ServiceAddress.RegionOf(options.Zone);
        if (!IsRegion(RegionCode))
        {
            throw new LiveStationArgumentException("InvalidIdentifier", $"The region code '{Text.Clean(RegionCode)}' is empty, or holds what cannot stand in a header. Nothing was sent.", "Give -RegionCode, or NCLOUD_REGION, as the vendor writes it: KR or FKR.");
        }

        string storageRegion = options.StorageRegion ?? ServiceAddress.StorageRegionOf(options.Zone);
        if (!IsRegion(storageRegion) || storageRegion.Contains("/"))
        {
            throw new LiveStationArgumentException("InvalidIdentifier", $"The region '{Text.Clean(storageRegion)}' of Object Storage is empty, or holds what cannot stand in a signature. Nothing was sent.", "Give -StorageRegion as the vendor writes it, for example kr-standard.");
        }

        Transport transport = For(SharedTransport.Service, options);
        PipelineState state = new(options.TimeProvider, Math.Max(1, options.MaxAttempts), options.ThrottleTimeout);
        _pipeline = new HttpPipeline(transport, options.Credential, Endpoint, RegionCode, options.Timeout, state);
        _storage = new StorageLine(For(StorageTransport.Shared, options), options.Credential, ServiceAddress.StorageOf(options.Zone, options.StorageEndpoint), storageRegion, options.Timeout, state);
        Playlists = new PlaylistFetch(transport, options.Timeout, Endpoint.IsLoopback);
    }

    private LiveStationClient(LiveStationClient other, HttpPipeline pipeline, StorageLine storage, PlaylistFetch playlists)
    {
        Playlists = playlists;
        _zone = other._zone;
        Endpoint = other.Endpoint;
        RegionCode = other.RegionCode;
        _pipeline = pipeline;
        _storage = storage;
    }

    /// <summary>Base address of the calls, with the path prefix.</summary>
    public Uri Endpoint { get; }

    /// <summary>Region that the calls name.</summary>
    public string RegionCode { get; }

    /// <summary>Address of Object Storage, where uploaded recordings lie.</summary>
    public Uri StorageEndpoint => _storage.Endpoint;

    /// <summary>Region that signatures for Object Storage name.</summary>
    public string StorageRegion => _storage.Region;

    /// <summary>How far the service's clock was found ahead of this machine's; zero until a refused call showed otherwise.</summary>
    public TimeSpan ClockOffset => _pipeline.Clock.Offset;

    /// <summary>The pace of calls in words: what the gateway was found to let through. All calls of this client and of those made from it share it.</summary>
    public string Pace => _pipeline.Pace.Words;

    /// <summary>The proxy on the way to the service, with who named it, in words; <see langword="null"/> where there is none.</summary>
    /// <exception cref="LiveStationArgumentException">The environment names something that is no proxy.</exception>
    public string? Proxy => _pipeline.DescribeProxy();

    /// <summary>Live channels.</summary>
    public ChannelOperations Channels => new(_pipeline, _zone);

    /// <summary>Recordings of live channels.</summary>
    public RecordingOperations Recordings => new(_pipeline);

    /// <summary>Qualities and quality sets.</summary>
    public QualityOperations Qualities => new(_pipeline);

    /// <summary>Snapshots of live channels, and the short clips that are cut from them.</summary>
    public ShortClipOperations ShortClips => new(_pipeline);

    /// <summary>Live curtains, and the contents that they show.</summary>
    public CurtainOperations Curtain => new(_pipeline);

    /// <summary>VOD2LIVE channels, which play files as a broadcast.</summary>
    public VodChannelOperations VodChannels => new(_pipeline, _zone);

    /// <summary>What VOD2LIVE channels play, and when.</summary>
    public VodScheduleOperations VodSchedules => new(_pipeline, _zone);

    /// <summary>What happened to channels.</summary>
    public EventOperations Events => new(_pipeline);

    /// <summary>Where the service posts events.</summary>
    public CallbackOperations Callbacks => new(_pipeline);

    /// <summary>Who is told about a channel, by mail or text message.</summary>
    public NotificationOperations Notifications => new(_pipeline);

    /// <summary>Object Storage, as far as recordings lie there.</summary>
    public StorageOperations Storage => new(_storage);

    /// <summary>Re-streams: channels that relay one stream to several platforms.</summary>
    public RestreamOperations Restream => new(_pipeline);

    /// <summary>All that a configuration is read and applied with.</summary>
    internal ConfigurationService Configuration => new(_pipeline, _zone);

    /// <summary>Any call by its path.</summary>
    public RestOperations Rest => new(_pipeline);

    /// <summary>The edge, as players see it.</summary>
    internal PlaylistFetch Playlists { get; }

    /// <summary>The same client, sharing connections, pace, retry budget and clock, that tells what happens.</summary>
    /// <param name="events">Called for each event, from any thread; <see langword="null"/> for nobody.</param>
    public LiveStationClient Observe(Action<ApiEvent>? events) => new(this, _pipeline.Observe(events), _storage.Observe(events), Playlists.Observe(events));

    /// <summary>
    /// The same client for many calls that are one piece of work: one that the gateway refuses is sent again as long as it lets others
    /// through, instead of <see cref="LiveStationClientOptions.MaxAttempts"/> times.
    /// </summary>
    public LiveStationClient ForMany() => new(this, _pipeline.For(new Crowd { IsMany = true }), _storage, Playlists);

    internal LiveStationClient Observe(Action<ApiEvent>? events, Crowd crowd) => new(this, _pipeline.Observe(events).For(crowd), _storage.Observe(events), Playlists.Observe(events));

    /// <summary>Makes one signed call and tells how it went; does not throw for a failure of the call.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ConnectionTest> TestAsync(CancellationToken cancellationToken = default) => ConnectionTest.RunAsync(_pipeline, cancellationToken);

    private static Transport For(SharedTransport pools, LiveStationClientOptions options) =>
        pools.For(options.Handler, options.Proxy, options.ProxyCredential, options.ProxyUseDefaultCredentials);

    private static bool IsRegion(string region) => region.Length > 0 && !region.Any(static c => c is <= ' ' or >= '\x7f');
}
