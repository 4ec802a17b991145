using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The attempts of one call: counts them, and decides whether there is another and when.</summary>
internal sealed class Attempts
{
    private const int QuotaUsedUp = 400;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LargestBackOff = TimeSpan.FromSeconds(20);
#if NETFRAMEWORK
    private static readonly Random Jitter = new();
#endif

    private readonly PipelineState _state;
    private readonly Action<ApiEvent>? _events;
    private int _sent;

    public Attempts(PipelineState state, Action<ApiEvent>? events)
    {
        _state = state;
        _events = events;
    }

    /// <summary>Counts a request that goes out.</summary>
    public void Count() => _sent++;

    /// <summary>Told when a call ends well.</summary>
    public void Succeeded()
    {
        if (_sent == 1)
        {
            _state.Budget.Return();
        }
    }

    /// <summary>Tells a failure how often the call was sent.</summary>
    public void Mark(LiveStationException failure) => failure.Attempts = _sent;

    /// <summary>Decides after a failure.</summary>
    /// <param name="isRead">Whether the call changes nothing.</param>
    /// <param name="failure">What went wrong; learns how often the call was sent.</param>
    /// <param name="delay">How long to wait first.</param>
    /// <returns>Whether the call is sent again.</returns>
    public bool MayRetry(bool isRead, LiveStationException failure, out TimeSpan delay)
    {
        Mark(failure);
        delay = (failure as LiveStationApiException)?.RetryAfter ?? BackOff();
        return Allows(isRead, failure) && _sent < _state.MaxAttempts && delay <= LongestWait && _state.Budget.TryTake();
    }

    /// <summary>Waits before the next attempt.</summary>
    public async Task WaitAsync(ApiRequest request, LiveStationException failure, TimeSpan delay, CancellationToken cancellationToken)
    {
        _events?.Invoke(new ApiEvent(
            ApiEventLevel.Verbose,
            string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}; attempt {3} of {4} in {5:0.0} s", request.Method, ApiPath.Redact(request.Path), failure.ErrorId, _sent + 1, _state.MaxAttempts, delay.TotalSeconds))
        {
            Pause = delay,
        });
#if NETFRAMEWORK
        await _state.Time.Delay(delay, cancellationToken).ConfigureAwait(false);
#else
        await Task.Delay(delay, _state.Time, cancellationToken).ConfigureAwait(false);
#endif
    }

    // A used-up quota is a 429 too, but no pause of a minute brings it back.
    private static bool Allows(bool isRead, LiveStationException failure) => failure switch
    {
        LiveStationApiException { HttpStatus: 429 } api => api.Code != QuotaUsedUp,
        LiveStationApiException { Kind: ErrorKind.Throttled } => true,
        LiveStationApiException api => isRead && api.HttpStatus >= 500,
        _ => isRead && failure.IsTransient,
    };

    private TimeSpan BackOff()
    {
        double ceiling = Math.Min(LargestBackOff.TotalMilliseconds, FirstBackOff.TotalMilliseconds * Math.Pow(2, _sent - 1));
        return TimeSpan.FromMilliseconds(ceiling * NextJitter());
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
