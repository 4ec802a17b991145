using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>
/// Live Station offline: areas with states that move, the gateway's checks, the service's refusals, and faults on request. Every
/// instance has a state of its own. Safe for use by several threads.
/// </summary>
public sealed class LiveStationEmulator
{
    private readonly TimeProvider _time;
    private readonly GatewayKey _key;
    private readonly Gateway _gateway;
    private readonly ObjectStorage _storage;
    private readonly Edge _edge;
    private readonly RateGate _rate;
    private readonly Areas _areas;
    private readonly RequestLog _log = new();
    private readonly Theatre _theatre;

    /// <summary>Starts the service.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    public LiveStationEmulator(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        _time = options.TimeProvider;
        _key = new GatewayKey(options.AccessKeyId, options.SecretKey);
        _rate = new RateGate(_time, options.RateLimit);
        Account account = new(_time, options.Pace);
        _areas = new Areas(account, _time);
        _theatre = new Theatre(account, _areas);
        _storage = new ObjectStorage(account, _key, _areas.Recordings.State);
        _edge = new Edge(account, id => (IDelivered?)_areas.Channels.State.All.Find(id) ?? _areas.Vod.State.Channels.Find(id));
        _gateway = new Gateway(account, _key, _areas.All.SelectMany(area => area.Routes), options.TakesNumbersAsText);
        if (options.Seed)
        {
            account.Do(_areas.Seed);
        }
    }

    /// <summary>Raised when a request has come in, before anything is done about it. Comes on the caller's thread.</summary>
    public event EventHandler<RecordedRequest>? RequestReceived;

    /// <summary>The script that is ready: an evening of not four hours with three live channels and a re-stream, with failures and gaps.</summary>
    public static string Evening => Script.Evening;

    /// <summary>The access key id that callers must send.</summary>
    public string AccessKeyId => _key.AccessKeyId;

    /// <summary>Qualities and quality sets that are there from before.</summary>
    public QualityControls Qualities => _areas.Qualities.Controls;

    /// <summary>What happens to live channels without a call.</summary>
    public ChannelControls Channels => _areas.Channels.Controls;

    /// <summary>What happens to recordings without a call.</summary>
    public RecordingControls Recordings => _areas.Recordings.Controls;

    /// <summary>What happens to snapshots and short clips without a call.</summary>
    public ShortClipControls ShortClips => _areas.ShortClips.Controls;

    /// <summary>What happens to curtains and their contents without a call.</summary>
    public CurtainControls Curtain => _areas.Curtain.Controls;

    /// <summary>What happened, and the callbacks that tell of it.</summary>
    public EventControls Events => _areas.Events.Controls;

    /// <summary>Who can be notified.</summary>
    public NotificationControls Notifications => _areas.Notifications.Controls;

    /// <summary>What lies in Object Storage.</summary>
    public StorageControls Storage => _storage.Controls;

    /// <summary>What happens to re-streams without a call.</summary>
    public RestreamControls Restream => _areas.Restream.Controls;

    /// <summary>What happens to VOD2LIVE channels and their schedules without a call.</summary>
    public VodControls Vod => _areas.Vod.Controls;

    /// <summary>The faults to come.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>What the gateway lets through, null for everything. It may be set while requests run; the new limit counts from then on.</summary>
    public RateLimit? RateLimit
    {
        get => _rate.Limit;
        set => _rate.Limit = value;
    }

    /// <summary>The last 10,000 requests, fewer when they take more than 16 Mi characters together; oldest first: a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>The play that was begun last; null before the first.</summary>
    public Performance? Performance => _theatre.Newest;

    /// <summary>Lets an evening happen: channels go on air, streams fall, recordings and uploads fail, each at its time.</summary>
    /// <param name="script">What happens, as text; null for <see cref="Evening"/>. docs/offline-service.md tells its form.</param>
    /// <param name="start">When it begins; null for now. What is in the past has happened at once, each thing at its time.</param>
    /// <param name="speed">How many times faster than the script says; 1 when not given.</param>
    public Performance Play(string? script = null, DateTimeOffset? start = null, double speed = 1) => _theatre.Play(script, start, speed);

    /// <summary>The secret key that goes with the access key. A method, so that nothing shows it by accident.</summary>
    public string GetSecretKey() => _key.Reveal();

    /// <summary>Forgets the requests in the log.</summary>
    public void ClearRequests() => _log.Clear();

    /// <summary>A transport for HttpClient that ends in this service, without a socket. Any host name will do.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHandler(this);

    /// <summary>Answers one request. The body of the answer is made while it is read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for a slow answer.</param>
    public async Task<EmulatorResponse> HandleAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        RecordedRequest recorded = new(request, _time.GetUtcNow());
        _log.Add(recorded);
        RequestReceived?.Invoke(this, recorded);
        Func<Answer>? beside = ObjectStorage.IsMeant(request) ? () => _storage.Serve(request, ServiceNow()) : Edge.IsMeant(request) ? () => _edge.Serve(request) : null;
        Answer? throttled = beside is null ? _rate.Refuse() : null;
        Fault? fault = throttled is null ? Faults.Take(request) : null;
        if (fault?.Kind == FaultKind.SlowHeaders)
        {
            await Task.Delay(fault.Delay, _time, cancellationToken).ConfigureAwait(false);
        }

        bool isReset = fault?.Kind == FaultKind.Reset;
        Answer answer = throttled ?? FaultPlay.AnswerInstead(fault, ServiceNow())
            ?? (isReset && !fault!.After ? Answer.Empty(0) : FaultPlay.AnswerWith(fault, beside?.Invoke() ?? _gateway.Serve(request, ServiceNow(), AnswerStyle.For(fault))));
        if (!isReset)
        {
            recorded.StatusCode = answer.Status;
        }

        BodyStream body = new(answer.Body, FaultPlay.ShapeOf(fault, answer), _time);
        return new EmulatorResponse(answer.Status, answer.HeadersAt(ServiceNow()), body, isReset);
    }

    /// <summary>What it is and how many channels it has; never a key.</summary>
    public override string ToString() => "offline Live Station, " + Channels;

    private DateTimeOffset ServiceNow() => _time.GetUtcNow() + Faults.ClockSkew;
}
