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

    // The first retry comes soon, for most cuts are over at once; what fails again is an outage and gets time.
    private static readonly double[] BackOffSec = [0.25, 2, 8, 20];
#if NETFRAMEWORK
    private static readonly Random Jitter = new();
#endif

    private readonly PipelineState _state;
    private readonly Crowd _crowd;
    private readonly Action<ApiEvent>? _events;
    private int _sent;
    private int _failed;
    private bool _wasRefused;

    public Attempts(PipelineState state, Crowd crowd, Action<ApiEvent>? events)
    {
        _state = state;
        _crowd = crowd;
        _events = events;
    }

    /// <summary>Waits for the turn of an attempt.</summary>
    public ValueTask<int> EnterAsync(ApiRequest request, CancellationToken cancellationToken) => _state.Pace.EnterAsync(_wasRefused, _crowd, request, cancellationToken);

    /// <summary>Counts a request that goes out.</summary>
    public void Count() => _sent++;

    /// <summary>Told when a call ends well.</summary>
    public void Succeeded() => _state.Budget.Return(atOnce: _sent == 1);

    /// <summary>Tells a failure how often the call was sent.</summary>
    public void Mark(LiveStationException failure)
    {
        // What ends several calls speaks for none of them.
        if (failure is not LiveStationApiException { IsGivenUp: true })
        {
            failure.Attempts = _sent;
        }
    }

    /// <summary>Whether a failure says that calls come too fast, and that this one was not carried out.</summary>
    public static bool IsRefusal(LiveStationException failure) =>
        failure is LiveStationApiException { Code: not QuotaUsedUp } api && (api.HttpStatus == 429 || api.Kind == ErrorKind.Throttled);

    /// <summary>Decides after a failure, and waits where there is another attempt.</summary>
    /// <param name="request">The call.</param>
    /// <param name="failure">What went wrong; learns how often the call was sent.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>Whether the call is sent again.</returns>
    /// <exception cref="LiveStationApiException">The gateway lets nothing through any more.</exception>
    public async Task<bool> AgainAsync(ApiRequest request, LiveStationException failure, CancellationToken cancellationToken)
    {
        Mark(failure);
        if (failure is LiveStationApiException { IsGivenUp: true })
        {
            return false;
        }

        bool isRefusal = IsRefusal(failure);
        if (isRefusal && _crowd.IsMany)
        {
            // The pace makes it wait, and it is no attempt: nothing was carried out.
            _wasRefused = true;
            _state.Pace.ThrowIfNothingPasses(_crowd, (LiveStationApiException)failure);
            return true;
        }

        _failed++;
        TimeSpan delay = (failure as LiveStationApiException)?.RetryAfter ?? BackOff();
        if (_failed >= _state.MaxAttempts || delay > LongestWait || !(isRefusal || MayRunTwice(request, failure)))
        {
            return false;
        }

        if (!_state.Budget.TryTake())
        {
            if (!_state.Budget.MayFill)
            {
                return false;
            }

            Tell(_state.Pace.Slow());
            if (!await _state.Budget.TakeLaterAsync(cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        _wasRefused = isRefusal;
        Tell(new ApiEvent(
            ApiEventLevel.Verbose,
            string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}; attempt {3} of {4} in {5:0.0} s", request.Method, ApiPath.Redact(request.Path), failure.ErrorId, _failed + 1, _state.MaxAttempts, delay.TotalSeconds))
        {
            Pause = delay,
        });
        await Task.Delay(delay, _state.Time, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static bool MayRunTwice(ApiRequest request, LiveStationException failure) =>
        request.IsRead && (failure is LiveStationApiException api ? api.HttpStatus >= 500 : failure.IsTransient);

    private void Tell(ApiEvent apiEvent) => _events?.Invoke(apiEvent);

    private TimeSpan BackOff() => TimeSpan.FromSeconds(BackOffSec[Math.Min(_failed, BackOffSec.Length) - 1] * NextJitter());

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
