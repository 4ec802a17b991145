using System;
using System.Globalization;

namespace LiveStation;

/// <summary>This machine's clock, corrected by what the service's answers say of theirs.</summary>
internal sealed class ServerClock
{
    // The gateway turns away what is more than five minutes off; below this a refusal has another reason.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(4);

    private readonly TimeProvider _time;
    private readonly object _lock = new();
    private TimeSpan _offset;

    public ServerClock(TimeProvider time) => _time = time;

    /// <summary>What is added to this machine's clock before signing.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _offset;
            }
        }
    }

    /// <summary>How far the service's clock is ahead of this machine's, from the Date header of an answer (whole seconds).</summary>
    public TimeSpan Measure(DateTimeOffset serverDate) => serverDate - _time.GetUtcNow();

    /// <summary>Learns from a refused call.</summary>
    /// <param name="signedWith">The offset that the refused call was signed with.</param>
    /// <param name="serverDate">The Date header of the refusal.</param>
    /// <param name="warning">What to tell the user, once.</param>
    /// <returns>Whether another try would be signed with a better time.</returns>
    public bool Learn(TimeSpan signedWith, DateTimeOffset? serverDate, out string? warning)
    {
        warning = null;
        lock (_lock)
        {
            if (_offset != signedWith)
            {
                // A parallel call has learned it already, and has told.
                return true;
            }

            if (serverDate is not { } date || (Measure(date) - _offset).Duration() < Tolerance)
            {
                return false;
            }

            _offset = Measure(date);
            TimeSpan off = _offset.Duration();
            if (off < Tolerance)
            {
                // Set right since the last correction: nothing to tell.
                return true;
            }

            warning = string.Format(
                CultureInfo.InvariantCulture,
                "This machine's clock is {0} {1} the service's. Calls are signed with the corrected time; set the clock right (NTP).",
                off < TimeSpan.FromHours(2) ? $"{off.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} min" : $"{off.TotalHours.ToString("0.#", CultureInfo.InvariantCulture)} h",
                _offset > TimeSpan.Zero ? "behind" : "ahead of");
            return true;
        }
    }
}
