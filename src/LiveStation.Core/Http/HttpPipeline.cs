using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The way of one call: retry, clock, sign, trace, send. Every attempt is signed afresh.</summary>
internal sealed class HttpPipeline
{
    // More than any documented error; a longer one is a page of something else.
    private const int LongestError = 64 * 1024;

    // What no answer but a broken or hostile one reaches; lists that may be longer are streamed.
    private const int LongestAnswer = 64 * 1024 * 1024;

    private static readonly string[] ShownHeaders = ["Date", "Content-Type", "Content-Length", "Content-Encoding", "Retry-After", "Server", "x-ncp-trace-id", "x-ncp-request-id"];

    // What System.Text.Json tells with an InvalidOperationException.
    private const string NoText = "The answer holds text that is not UTF-8, or half a character.";

    private readonly Transport _transport;
    private readonly AccessKeyCredential _credential;
    private readonly string _baseAddress;
    private readonly string _regionCode;
    private readonly TimeSpan _timeout;
    private readonly PipelineState _state;
    private readonly Action<ApiEvent>? _events;
    private readonly Crowd _crowd = new();

    public HttpPipeline(Transport transport, AccessKeyCredential credential, Uri baseAddress, string regionCode, TimeSpan timeout, PipelineState state)
    {
        _transport = transport;
        _credential = credential;
        _baseAddress = baseAddress.AbsoluteUri.TrimEnd('/');
        _regionCode = regionCode;
        _timeout = timeout;
        _state = state;
    }

    private HttpPipeline(HttpPipeline other, Action<ApiEvent>? events, Crowd crowd)
        : this(other._transport, other._credential, new Uri(other._baseAddress), other._regionCode, other._timeout, other._state)
    {
        _events = events;
        _crowd = crowd;
    }

    public ServerClock Clock => _state.Clock;

    public Pace Pace => _state.Pace;

    /// <summary>The proxy on this way in words; null where there is none.</summary>
    /// <exception cref="LiveStationArgumentException">The environment names something that is no proxy.</exception>
    public string? DescribeProxy() => _transport.DescribeProxyTo(new Uri(_baseAddress));

    /// <summary>The same way, telling its events to somebody.</summary>
    public HttpPipeline Observe(Action<ApiEvent>? events) => new(this, events, _crowd);

    /// <summary>The same way, for calls that belong together.</summary>
    public HttpPipeline For(Crowd crowd) => new(this, _events, crowd);

    /// <summary>Begins to count the attempts of a call.</summary>
    public Attempts Begin() => new(_state, _crowd, _events);

    /// <summary>Tells an event.</summary>
    public void Tell(ApiEventLevel level, string message) => _events?.Invoke(new ApiEvent(level, message));

    /// <summary>Sends a call, with retries, and reads its whole answer.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Stops it in any state.</param>
    /// <returns>The answer's JSON; undefined for a body that is empty.</returns>
    public Task<JsonElement> SendJsonAsync(ApiRequest request, CancellationToken cancellationToken) =>
        SendJsonAsync(request, static answer => answer, cancellationToken);

    /// <summary>Sends a call, with retries, and takes what it is about out of its whole answer.</summary>
    /// <param name="request">The call.</param>
    /// <param name="read">Reads the answer's JSON, undefined for a body that is empty; throws <see cref="JsonException"/> for another shape.</param>
    /// <param name="cancellationToken">Stops it in any state.</param>
    public async Task<T> SendJsonAsync<T>(ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        Attempts attempts = Begin();
        while (true)
        {
            try
            {
                using ApiResponse response = await SendOnceAsync(request, attempts, cancellationToken).ConfigureAwait(false);
                JsonElement answer = await ReadAsync(request, response, cancellationToken).ConfigureAwait(false);
                T result = Shape(request, response, answer, read);
                attempts.Succeeded();
                return result;
            }
            catch (LiveStationException e)
            {
                if (await attempts.AgainAsync(request, e, cancellationToken).ConfigureAwait(false))
                {
                    continue;
                }

                if (!request.IsRead && IsOutcomeUnknown(e))
                {
                    e.MayHaveRun(request.HowToLook);
                }

                throw;
            }
        }
    }

    private static bool IsOutcomeUnknown(LiveStationException failure) => failure switch
    {
        LiveStationApiException api => api.HttpStatus >= 500,
        LiveStationTransportException transport => transport.WasSent,
        LiveStationProtocolException => true,
        _ => false,
    };

    /// <summary>Sends a call, with retries, and leaves the body of the answer to the caller.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, Attempts attempts, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                ApiResponse response = await SendOnceAsync(request, attempts, cancellationToken).ConfigureAwait(false);
                attempts.Succeeded();
                return response;
            }
            catch (LiveStationException e)
            {
                if (!await attempts.AgainAsync(request, e, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Sends a call once; twice only where the refusal shows that the clock is off.</summary>
    public async Task<ApiResponse> SendOnceAsync(ApiRequest request, Attempts attempts, CancellationToken cancellationToken)
    {
        for (bool mended = false; ; mended = true)
        {
            int ticket = await attempts.EnterAsync(request, cancellationToken).ConfigureAwait(false);
            if (!mended)
            {
                attempts.Count();
            }

            TimeSpan offset = _state.Clock.Offset;
            ApiResponse? response = null;
            try
            {
                response = await ExchangeAsync(request, offset, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (response is null)
                {
                    Pace.Lost(ticket);
                }
            }

            if (response.IsSuccess)
            {
                GotThrough(ticket);
                return response;
            }

            using (response)
            {
                LiveStationApiException failure = await FailureAsync(request, response, cancellationToken).ConfigureAwait(false);
                if (Attempts.IsRefusal(failure))
                {
                    // A call that stands alone tells its own pause.
                    ApiEvent? change = Pace.Refused(ticket, failure);
                    Tell(_crowd.IsMany ? change : change is null ? null : change with { Pause = null });
                    throw failure;
                }

                GotThrough(ticket);

                // A second try with a mended clock is part of the same attempt.
                if (mended || failure.Kind != ErrorKind.Authentication || !_state.Clock.Learn(offset, response.Date, out string? warning))
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

    private void GotThrough(int ticket)
    {
        Pace.Passed(ticket);
        Tell(Pace.Change());
    }

    private void Tell(ApiEvent? change)
    {
        if (change is not null)
        {
            _events?.Invoke(change);
        }
    }

    private async Task<ApiResponse> ExchangeAsync(ApiRequest request, TimeSpan offset, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = Sign(request, offset);
        Uri uri = message.RequestUri!;
        Uri? proxy = _transport.ProxyTo(uri);
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
            ApiResponse answer = new(response, new BodyStream(content, response.Dispose, _timeout, e => TransportFailure.IdleBody(request, uri, proxy, _timeout, e), cancellationToken));
            Trace(request, response, answer, started);
            return answer;
        }
        catch (OperationCanceledException e)
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            Tell(ApiEventLevel.Verbose, Line(request, "no answer in time", started));
            throw TransportFailure.NoHeaders(request, uri, proxy, _timeout, e);
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            Tell(ApiEventLevel.Verbose, Line(request, "connection failed", started));
            throw TransportFailure.NoConnection(request, uri, proxy, e);
        }
    }

    private HttpRequestMessage Sign(ApiRequest request, TimeSpan offset)
    {
        Uri uri = ApiPath.Address(_baseAddress, request.Path);
        string timestamp = (_state.Time.GetUtcNow() + offset).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

        // Every request carries content, GET too: the service wants the content type, and SocketsHttpHandler resends
        // a request without content by itself, with the old signature, when a connection closes early.
        HttpRequestMessage message = new(request.Method, uri)
        {
            Content = new ByteArrayContent(request.Body ?? []),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("x-ncp-apigw-timestamp", timestamp);
        headers.TryAddWithoutValidation("x-ncp-iam-access-key", _credential.AccessKeyId);
        headers.TryAddWithoutValidation("x-ncp-apigw-signature-v2", RequestSigner.Sign(_credential, request.Method.Method, uri.PathAndQuery, timestamp));
        headers.TryAddWithoutValidation("x-ncp-region_code", _regionCode);
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("User-Agent", ClientVersion.UserAgent);
        return message;
    }

    private void Trace(ApiRequest request, HttpResponseMessage response, ApiResponse answer, long started)
    {
        if (_events is null)
        {
            return;
        }

        string trace = answer.TraceId is { } id ? $", trace {Text.Clean(id)}" : "";
        Tell(ApiEventLevel.Verbose, Line(request, answer.HttpStatus.ToString(CultureInfo.InvariantCulture), started) + trace);
        foreach (string name in ShownHeaders)
        {
            if (ApiResponse.Header(response, name) is { } value)
            {
                Tell(ApiEventLevel.Debug, $"{name}: {Text.Clean(value)}");
            }
        }
    }

    private static string Line(ApiRequest request, string outcome, long started)
    {
        long ms = (Stopwatch.GetTimestamp() - started) * 1000 / Stopwatch.Frequency;
        return $"{request.Method} {ApiPath.Redact(request.Path)} -> {outcome}, {ms.ToString(CultureInfo.InvariantCulture)} ms";
    }

    private async Task<LiveStationApiException> FailureAsync(ApiRequest request, ApiResponse response, CancellationToken cancellationToken)
    {
        TimeSpan? ahead = response.Date is { } date ? Clock.Measure(date) : null;
        byte[] body;
        try
        {
            (body, _) = await ReadBytesAsync(response.Body, LongestError, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is LiveStationTransportException || TransportFailure.IsCut(e))
        {
            // The status is known, and says more than a cut error page would.
            body = [];
        }

        ErrorAnswer answer = ErrorAnswer.Empty;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            answer = ErrorAnswer.Find(document.RootElement) ?? ErrorAnswer.Empty;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            string text = response.IsHtml ? "" : Text.Clean(request.Heard(System.Text.Encoding.UTF8.GetString(body)));
            answer = answer with { Message = text.Length == 0 ? null : text };
        }

        return Refused(request, response, answer, response.RetryAfter(_state.Time.GetUtcNow()), answer.HasEnvelope ? ahead : null);
    }

    private static LiveStationApiException Refused(ApiRequest request, ApiResponse response, ErrorAnswer answer, TimeSpan? retryAfter, TimeSpan? ahead) =>
        new(request.Heard(answer), response.HttpStatus, response.TraceId, retryAfter, request.Target, request.Listing, request.Advice) { ClockOffset = ahead };

    private static T Shape<T>(ApiRequest request, ApiResponse response, JsonElement answer, Func<JsonElement, T> read)
    {
        try
        {
            return read(answer);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new LiveStationProtocolException(request.Target, e is JsonException ? e.Message : NoText, response.HttpStatus, response.TraceId, e);
        }
    }

    /// <summary>Reads a whole answer; an error inside a successful one throws.</summary>
    public static async Task<JsonElement> ReadAsync(ApiRequest request, ApiResponse response, CancellationToken cancellationToken)
    {
        byte[] body;
        try
        {
            (body, bool whole) = await ReadBytesAsync(response.Body, LongestAnswer, cancellationToken).ConfigureAwait(false);
            if (!whole)
            {
                throw new LiveStationProtocolException(request.Target, "The answer is larger than any this call can have.", response.HttpStatus, response.TraceId);
            }
        }
        catch (Exception e) when (TransportFailure.IsCut(e) && request.AcceptsAnyAnswer)
        {
            return default;
        }
        catch (Exception e) when (TransportFailure.IsCut(e))
        {
            throw new LiveStationProtocolException(request.Target, "The answer ends early.", response.HttpStatus, response.TraceId, e) { IsTransient = true };
        }

        if (body.Length == 0)
        {
            return default;
        }

        JsonElement root;
        ErrorAnswer? error;
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
            error = ErrorAnswer.Find(root);
        }
        catch (Exception e) when (request.AcceptsAnyAnswer && !response.IsHtml && e is JsonException or InvalidOperationException)
        {
            return default;
        }
        catch (InvalidOperationException e)
        {
            throw new LiveStationProtocolException(request.Target, NoText, response.HttpStatus, response.TraceId, e);
        }
        catch (JsonException e)
        {
            throw new LiveStationProtocolException(request.Target, response.IsHtml ? "The answer is a web page." : "The answer is no JSON.", response.HttpStatus, response.TraceId, e) { IsTransient = true };
        }

        return error is not null
            ? throw Refused(request, response, error, null, null)
            : root;
    }

    private static async Task<(byte[] Bytes, bool Whole)> ReadBytesAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[8192];
        int read;
        while ((read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                return (bytes.ToArray(), false);
            }

            bytes.Write(buffer, 0, read);
        }

        return (bytes.ToArray(), true);
    }
}
