using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The way of a request to Object Storage and back: sign, send, retry. Every attempt is signed afresh.</summary>
internal sealed class StorageLine
{
    // More than any page of a list, and than any playlist of a day.
    private const int LongestDocument = 64 * 1024 * 1024;
    private const int LongestKey = 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LargestBackOff = TimeSpan.FromSeconds(20);
#if NETFRAMEWORK
    private static readonly Random Jitter = new();
#endif

    private readonly Transport _transport;
    private readonly AccessKeyCredential _credential;
    private readonly TimeSpan _timeout;
    private readonly PipelineState _state;
    private readonly Action<ApiEvent>? _events;

    public StorageLine(Transport transport, AccessKeyCredential credential, Uri endpoint, string region, TimeSpan timeout, PipelineState state)
    {
        _transport = transport;
        _credential = credential;
        Endpoint = endpoint;
        Region = region;
        _timeout = timeout;
        _state = state;
    }

    private StorageLine(StorageLine other, Action<ApiEvent>? events)
        : this(other._transport, other._credential, other.Endpoint, other.Region, other._timeout, other._state)
    {
        _events = events;
    }

    /// <summary>Address of the store.</summary>
    public Uri Endpoint { get; }

    /// <summary>Region that signatures name.</summary>
    public string Region { get; }

    /// <summary>How often a request is sent at the most, as long as it gets nowhere.</summary>
    public int MaxAttempts => _state.MaxAttempts;

    public StorageLine Observe(Action<ApiEvent>? events) => new(this, events);

    /// <summary>Tells an event.</summary>
    public void Tell(ApiEventLevel level, string message) => _events?.Invoke(new ApiEvent(level, message));

    /// <summary>Sends a request, with retries, and reads its whole answer.</summary>
    public async Task<T> ReadAsync<T>(StorageRequest request, Func<StorageRequest, StorageAnswer, byte[], T> read, CancellationToken cancellationToken)
    {
        for (int sent = 1; ; sent++)
        {
            TimeSpan delay;
            try
            {
                using StorageAnswer answer = await SendAsync(request, cancellationToken).ConfigureAwait(false);
                byte[] body = request.Method == HttpMethod.Head ? [] : await BytesAsync(request, answer, LongestDocument, cancellationToken).ConfigureAwait(false);
                return read(request, answer, body);
            }
            catch (LiveStationException e) when (MayRetry(e, sent, out delay))
            {
                Tell(ApiEventLevel.Verbose, Again(request, e, sent, delay));
            }

            await WaitAsync(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a request once; twice only where the refusal shows that the clock is off. The body is left to the caller.</summary>
    /// <exception cref="LiveStationStorageException">The store refuses.</exception>
    public async Task<StorageAnswer> SendAsync(StorageRequest request, CancellationToken cancellationToken)
    {
        for (bool mended = false; ; mended = true)
        {
            TimeSpan offset = _state.Clock.Offset;
            StorageAnswer answer = await ExchangeAsync(request, offset, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccess)
            {
                return answer;
            }

            using (answer)
            {
                LiveStationStorageException failure = StorageFailure.Of(request, answer, await ErrorAsync(request, answer, cancellationToken).ConfigureAwait(false));

                // A HEAD is refused without words, so any refusal may be about the clock.
                bool isAboutTime = failure.Code is "RequestTimeTooSkewed" || (failure.Code is null && answer.HttpStatus == 403);
                if (mended || !isAboutTime || !_state.Clock.Learn(offset, answer.Date, out string? warning))
                {
                    throw failure;
                }

                if (warning is not null)
                {
                    Tell(ApiEventLevel.Warning, warning);
                }
            }
        }
    }

    /// <summary>Whether a failed request is worth another try, and after which pause.</summary>
    public bool MayRetry(LiveStationException failure, int sent, out TimeSpan delay)
    {
        failure.Attempts = sent;
        double ceiling = Math.Min(LargestBackOff.TotalMilliseconds, 1000 * Math.Pow(2, sent - 1));
        delay = (failure as LiveStationStorageException)?.RetryAfter ?? TimeSpan.FromMilliseconds(ceiling * NextJitter());
        return failure.IsTransient && sent < MaxAttempts && delay <= LongestWait;
    }

    /// <summary>Waits before the next attempt.</summary>
    public Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        _state.Time.Delay(delay, cancellationToken);
#else
        Task.Delay(delay, _state.Time, cancellationToken);
#endif

    /// <summary>A line about a retry.</summary>
    public string Again(StorageRequest request, LiveStationException failure, int sent, TimeSpan delay) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}; attempt {3} of {4} in {5:0.0} s", request.Method, Text.Clean(request.Target), failure.ErrorId, sent + 1, MaxAttempts, delay.TotalSeconds);

    /// <summary>Turns what the transport throws inside a body into a failure that says what it was.</summary>
    public LiveStationTransportException CutBody(StorageRequest request, Exception inner) =>
        TransportFailure.NoConnection(Named(request), Address(request), _transport.ProxyTo(Address(request)), inner);

    /// <summary>The address of a request, as it is signed and sent.</summary>
    /// <exception cref="LiveStationArgumentException">Bucket or key cannot stand in an address as they are.</exception>
    public Uri Address(StorageRequest request)
    {
        string path = "/" + Part(request.BucketName, request.BucketName);
        if (request.Key is { } key)
        {
            if (key.Length == 0 || Encoding.UTF8.GetByteCount(key) > LongestKey)
            {
                throw Unsendable(key, "is empty or longer than a key can be");
            }

            foreach (string part in key.Split('/'))
            {
                path += "/" + (part.Length == 0 ? "" : Part(part, key));
            }
        }

        string query = request.Query.Length == 0 ? "" : "?" + request.Query;
        Uri uri = new(Endpoint.GetLeftPart(UriPartial.Authority) + path + query);

        // What the address folds, or unescapes so that it means something else, would be another object.
        return SignatureV4.Canonical(uri.AbsolutePath) == path ? uri : throw Unsendable(request.Target, "cannot stand in an address as it is");
    }

    private static string Part(string part, string whole)
    {
        if (part.Length == 0 || part is "." or "..")
        {
            throw Unsendable(whole, "holds a dot segment, which addresses fold away");
        }

        try
        {
            return SignatureV4.Escape(part);
        }
        catch (EncoderFallbackException)
        {
            throw Unsendable(whole, "holds half a character");
        }
    }

    private static LiveStationArgumentException Unsendable(string name, string fault) => new(
        "InvalidIdentifier",
        $"The bucket or key '{Text.Clean(name)}' {fault}. Nothing was sent.",
        "Get-LsStoredObject lists the keys of a bucket. An object with such a name can be renamed in the console.");

    private async Task<StorageAnswer> ExchangeAsync(StorageRequest request, TimeSpan offset, CancellationToken cancellationToken)
    {
        Uri uri = Address(request);
        Uri? proxy = _transport.ProxyTo(uri);
        using HttpRequestMessage message = Message(request, uri);
        SignatureV4.Sign(message, _credential, Region, _state.Time.GetUtcNow() + offset);
        long started = Stopwatch.GetTimestamp();
        using CancellationTokenSource headers = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        headers.CancelAfter(_timeout);
        HttpResponseMessage? response = null;
        try
        {
            response = await _transport.SendAsync(message, headers.Token).ConfigureAwait(false);
#if NETFRAMEWORK
            Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#else
            Stream content = await response.Content.ReadAsStreamAsync(headers.Token).ConfigureAwait(false);
#endif
            if (_events is not null)
            {
                Tell(ApiEventLevel.Verbose, Line(request, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), started));
            }

            return new StorageAnswer(response, new BodyStream(content, response.Dispose, _timeout, e => TransportFailure.IdleBody(Named(request), uri, proxy, _timeout, e), cancellationToken));
        }
        catch (OperationCanceledException e)
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            Tell(ApiEventLevel.Verbose, Line(request, "no answer in time", started));
            throw TransportFailure.NoHeaders(Named(request), uri, proxy, _timeout, e);
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            Tell(ApiEventLevel.Verbose, Line(request, "connection failed", started));
            throw TransportFailure.NoConnection(Named(request), uri, proxy, e);
        }
    }

    private static HttpRequestMessage Message(StorageRequest request, Uri uri)
    {
        HttpRequestMessage message = new(request.Method, uri);
        if (request.Range is { } range)
        {
            message.Headers.TryAddWithoutValidation("Range", string.Format(CultureInfo.InvariantCulture, "bytes={0}-{1}", range.First, range.Last));
        }

        if (request.ETag is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-Match", $"\"{tag}\"");
        }

        if (request.AsksChecksum)
        {
            message.Headers.TryAddWithoutValidation("x-amz-checksum-mode", "ENABLED");
        }

        message.Headers.TryAddWithoutValidation("User-Agent", ClientVersion.UserAgent);
        return message;
    }

    private async Task<byte[]> ErrorAsync(StorageRequest request, StorageAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return request.Method == HttpMethod.Head ? [] : await BytesAsync(request, answer, 64 * 1024, cancellationToken).ConfigureAwait(false);
        }
        catch (LiveStationException)
        {
            // The status is known, and says more than a cut error would.
            return [];
        }
    }

    private async Task<byte[]> BytesAsync(StorageRequest request, StorageAnswer answer, int limit, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await answer.Body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > limit)
                {
                    throw new LiveStationProtocolException(request.Target, "The answer is larger than any this request can have.", answer.HttpStatus, answer.RequestId);
                }
            }
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            throw CutBody(request, e);
        }

        return bytes.ToArray();
    }

    private static ApiRequest Named(StorageRequest request) => new(request.Method, "", request.Target);

    private static string Line(StorageRequest request, string outcome, long started)
    {
        long ms = (Stopwatch.GetTimestamp() - started) * 1000 / Stopwatch.Frequency;
        string range = request.Range is { } bytes ? string.Format(CultureInfo.InvariantCulture, " bytes {0}-{1}", bytes.First, bytes.Last) : "";
        return $"{request.Method} {Text.Clean(request.Target)}{range} -> {outcome}, {ms.ToString(CultureInfo.InvariantCulture)} ms";
    }

    private static double NextJitter()
    {
#if NETFRAMEWORK
        lock (Jitter)
        {
            return Jitter.NextDouble();
        }
#else
        return Random.Shared.NextDouble();
#endif
    }
}
