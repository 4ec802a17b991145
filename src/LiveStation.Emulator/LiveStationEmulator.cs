using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>
/// Live Station offline: channels and recordings with states that move, the gateway's checks, the service's refusals, and faults on
/// request. Every instance has a state of its own. Safe for use by several threads.
/// </summary>
public sealed class LiveStationEmulator
{
    private readonly TimeProvider _time;
    private readonly GatewayKey _key;
    private readonly GatewayChecks _checks;
    private readonly Account _account;
    private readonly Route[] _routes;
    private readonly RequestLog _log = new();
    private readonly RateGate _rate;
    private readonly bool _takesNumbersAsText;

    /// <summary>Starts the service.</summary>
    /// <param name="options">How it is set up; null for the defaults.</param>
    public LiveStationEmulator(EmulatorOptions? options = null)
    {
        options ??= new EmulatorOptions();
        _time = options.TimeProvider;
        _key = new GatewayKey(options.AccessKeyId, options.SecretKey);
        _checks = new GatewayChecks(_key);
        _takesNumbersAsText = options.TakesNumbersAsText;
        _rate = new RateGate(_time, options.RateLimit);
        _account = new Account(options.Pace);
        _routes = [.. ChannelRoutes.For(_account), .. RecordingRoutes.For(_account)];
        if (options.Seed)
        {
            Seed.Fill(_account, _time.GetUtcNow());
        }
    }

    /// <summary>Raised when a request has come in, before anything is done about it. Comes on the caller's thread.</summary>
    public event EventHandler<RecordedRequest>? RequestReceived;

    /// <summary>The access key id that callers must send.</summary>
    public string AccessKeyId => _key.AccessKeyId;

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

    /// <summary>The ids of all channels that are not deleted, in the order in which they were made.</summary>
    public IReadOnlyList<string> ChannelIds => Locked(_ => _account.Channels.Where(channel => !channel.IsGone).Select(channel => channel.Id).ToList());

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
        Answer? throttled = _rate.Refuse();
        Fault? fault = throttled is null ? Faults.Take(request) : null;
        if (fault?.Kind == FaultKind.SlowHeaders)
        {
            await _time.WaitAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
        }

        bool isReset = fault?.Kind == FaultKind.Reset;
        Answer answer = throttled ?? FaultPlay.AnswerInstead(fault, ServiceNow())
            ?? (isReset && !fault!.After ? Answer.Empty(0) : FaultPlay.AnswerWith(fault, Serve(request, fault)));
        if (!isReset)
        {
            recorded.StatusCode = answer.Status;
        }

        BodyStream body = new(answer.Body, FaultPlay.ShapeOf(fault, answer), _time);
        return new EmulatorResponse(answer.Status, Headers(answer), body, isReset);
    }

    /// <summary>Puts a channel on air without a stream; with immediateOnAir its recording starts too.</summary>
    /// <param name="channelId">A channel in READY.</param>
    public void StartPublishing(string channelId) => Locked(now =>
    {
        Channel channel = Require(channelId);
        string status = channel.StatusAt(now);
        if (status != ChannelStatus.Ready)
        {
            throw new InvalidOperationException($"Channel {channelId} is {status}; only a READY one can go on air.");
        }

        channel.StartPublishing(now);
        return channel;
    });

    /// <summary>Takes a channel off air; its recording stops too. Nothing happens when it is not on air.</summary>
    /// <param name="channelId">A channel.</param>
    public void StopPublishing(string channelId) => Locked(now =>
    {
        Channel channel = Require(channelId);
        channel.StopPublishing(now);
        return channel;
    });

    /// <summary>The platform withdraws a channel: it stays in the lists as FORCE_DELETED. Nothing happens when it is deleted already.</summary>
    /// <param name="channelId">A channel.</param>
    public void Withdraw(string channelId) => Locked(now =>
    {
        Channel channel = Require(channelId);
        channel.Delete(now, ChannelStatus.ForceDeleted);
        return channel;
    });

    /// <summary>Adds a channel that is READY at once.</summary>
    /// <param name="channelName">Its name; not checked.</param>
    /// <param name="recordType">NO_RECORD, AUTO_UPLOAD or MANUAL_UPLOAD.</param>
    /// <param name="recordFormat">MP4, HLS or ALL.</param>
    /// <param name="useDvr">With a time machine.</param>
    /// <param name="immediateOnAir">Recording starts with publishing.</param>
    /// <param name="bucketName">Where AUTO_UPLOAD uploads to; not checked.</param>
    /// <returns>The channel id.</returns>
    public string AddChannel(
        string channelName, string recordType = "MANUAL_UPLOAD", string recordFormat = "MP4", bool useDvr = false, bool immediateOnAir = false, string bucketName = "auto-bucket")
    {
        RequireOneOf(RecordSetting.Types, recordType, nameof(recordType));
        RequireOneOf(RecordSetting.Formats, recordFormat, nameof(recordFormat));
        RecordSetting record = recordType switch
        {
            RecordSetting.NoRecord => new(recordType, null, null, null, null),
            RecordSetting.AutoUpload => new(recordType, recordFormat, bucketName, "/live", "PRIVATE"),
            _ => new(recordType, recordFormat, null, null, null),
        };
        ChannelSettings settings = new(channelName, QualitySet.Standard, record) { UseDvr = useDvr, ImmediateOnAir = immediateOnAir };
        return Locked(now => _account.AddReady(null, settings, now).Id);
    }

    /// <summary>Adds finished recordings to a channel, a hundred thousand if need be.</summary>
    /// <param name="channelId">A channel.</param>
    /// <param name="count">How many.</param>
    /// <param name="status">Their status, as the API writes it; any but RECORDING.</param>
    /// <param name="timeLeft">Until shouldDeleteTime; null for the whole retention.</param>
    /// <param name="recordType">MP4 or HLS.</param>
    /// <param name="fileName">What their files are called, not checked; null for names as the service gives.</param>
    /// <returns>The record ids.</returns>
    public IReadOnlyList<long> AddRecordings(
        string channelId, int count, string status = "TRANSFER_READY", TimeSpan? timeLeft = null, string recordType = "MP4", string? fileName = null)
    {
        RequireOneOf(RecordingStatus.All.Where(known => known != RecordingStatus.Recording), status, nameof(status));
        RequireOneOf(["MP4", "HLS"], recordType, nameof(recordType));
        return Locked(now =>
        {
            Channel channel = Require(channelId);
            DateTimeOffset shouldDelete = now + (timeLeft ?? _account.Pace.Retention);
            long[] ids = new long[count];
            for (int i = 0; i < count; i++)
            {
                Recording recording = Seed.Make(_account, channel, status, recordType, shouldDelete - _account.Pace.Retention, shouldDelete) with { GivenName = fileName };
                channel.Recordings.Add(recording);
                ids[i] = recording.Id;
            }

            return ids;
        });
    }

    /// <summary>Lets the work on a recording fail: PROCESSING becomes PROCESSING_FAIL, TRANSFER and TRANSFER_READY become TRANSFER_FAIL.</summary>
    /// <param name="channelId">Its channel.</param>
    /// <param name="recordId">The recording.</param>
    public void FailRecording(string channelId, long recordId) => Locked(now =>
    {
        Channel channel = Require(channelId);
        Recording recording = channel.Recordings.Find(recordId, now)
            ?? throw new ArgumentException($"Channel {channelId} has no recording {recordId}.", nameof(recordId));
        Recording failed = recording.Fail() ?? throw new InvalidOperationException($"Recording {recordId} is {recording.Status}: nothing can fail.");
        channel.Recordings.Replace(failed);
        return channel;
    });

    /// <summary>What it is and how many channels it has; never a key.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "offline Live Station, {0} channels", ChannelIds.Count);

    private Answer Serve(EmulatorRequest request, Fault? fault)
    {
        if (EmulatorRequest.IsTooLarge(request.Body))
        {
            return GatewayErrors.Answer(430);
        }

        if (_checks.Authenticate(request, ServiceNow()) is Answer refused)
        {
            return refused;
        }

        string path = request.PathAndQuery.Split('?')[0];
        if (Zone.Of(path) is not Zone zone)
        {
            return GatewayErrors.Answer(300);
        }

        string[] segments = path.Substring(zone.Prefix.Length).Split('/');
        foreach (Route route in _routes)
        {
            if (route.Match(request.Method, segments) is IReadOnlyDictionary<string, string> values)
            {
                return Run(route, request, zone, now => new Call(request, zone, values, now, AnswerStyle.For(fault), _takesNumbersAsText));
            }
        }

        return GatewayErrors.Answer(300);
    }

    private Answer Run(Route route, EmulatorRequest request, Zone zone, Func<DateTimeOffset, Call> makeCall)
    {
        try
        {
            GatewayChecks.RequireHeaders(request, zone);
            return Locked(now => route.Handler(makeCall(now)));
        }
        catch (Refusal refusal)
        {
            return refusal.ToAnswer();
        }
    }

    private List<KeyValuePair<string, string>> Headers(Answer answer)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Date", ServiceNow().ToString("R", CultureInfo.InvariantCulture)),
            new("x-ncp-trace-id", TraceId.Next()),
            .. answer.Headers,
        ];
        if (answer.ContentType is string contentType)
        {
            headers.Add(new("Content-Type", contentType));
        }

        return headers;
    }

    private DateTimeOffset ServiceNow() => _time.GetUtcNow() + Faults.ClockSkew;

    private T Locked<T>(Func<DateTimeOffset, T> work)
    {
        lock (_account.Gate)
        {
            return work(_time.GetUtcNow());
        }
    }

    private Channel Require(string channelId) =>
        _account.Channels.FirstOrDefault(channel => channel.Id == channelId)
        ?? throw new ArgumentException($"There is no channel {channelId}.", nameof(channelId));

    private static void RequireOneOf(IEnumerable<string> known, string value, string parameter)
    {
        if (!known.Contains(value))
        {
            throw new ArgumentException($"{value} is none of {string.Join(", ", known)}.", parameter);
        }
    }
}
