using System;

namespace LiveStation.Emulator;

/// <summary>The relay to one target: it connects when the re-stream goes on air, and then publishes, or fails while something is wrong with it.</summary>
internal sealed class Relay
{
    /// <summary>2.4 Mbit/s.</summary>
    public const long BytesPerSecond = 300_000;

    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _connecting;
    private DateTimeOffset? _connectedFrom;
    private DateTimeOffset? _brokenFrom;
    private TimeSpan _pastPlayTime;
    private long _pastRetries;

    public Relay(TimeSpan connecting) => _connecting = connecting;

    /// <summary>Told when the state becomes another, ahead where that takes time. What was told ahead is void when something is told that comes before it.</summary>
    public event Action<DateTimeOffset, string>? Changes;

    public string StatusAt(DateTimeOffset now) =>
        _connectedFrom is null ? RelayStatus.Ready
        : now < _connectedFrom ? RelayStatus.Connecting
        : _brokenFrom is null ? RelayStatus.Publishing
        : RelayStatus.Fail;

    public TimeSpan PlayTimeAt(DateTimeOffset now)
    {
        DateTimeOffset end = _brokenFrom < now ? _brokenFrom.Value : now;
        return _connectedFrom < end ? _pastPlayTime + (end - _connectedFrom.Value) : _pastPlayTime;
    }

    public long RetriesAt(DateTimeOffset now)
    {
        if (StatusAt(now) != RelayStatus.Fail)
        {
            return _pastRetries;
        }

        DateTimeOffset failsSince = _brokenFrom > _connectedFrom ? _brokenFrom.Value : _connectedFrom!.Value;
        return _pastRetries + ((now - failsSince).Ticks / RetryPause.Ticks) + 1;
    }

    public void Start(DateTimeOffset now)
    {
        Settle(now, now + _connecting);
        Changes?.Invoke(now, RelayStatus.Connecting);
        Changes?.Invoke(now + _connecting, StatusAt(now + _connecting));
    }

    public void Stop(DateTimeOffset now)
    {
        if (_connectedFrom is not null)
        {
            Settle(now, null);
            Changes?.Invoke(now, RelayStatus.Ready);
        }
    }

    /// <summary>Something is wrong from now on: the key, the platform, the line.</summary>
    public void Break(DateTimeOffset now)
    {
        _brokenFrom ??= now;
        if (_connectedFrom is { } connected)
        {
            Changes?.Invoke(connected > now ? connected : now, RelayStatus.Fail);
        }
    }

    /// <summary>It is right again; what is on air connects anew.</summary>
    public void Mend(DateTimeOffset now)
    {
        if (_brokenFrom is null)
        {
            return;
        }

        bool isOnAir = _connectedFrom is not null;
        Settle(now, null);
        _brokenFrom = null;
        if (isOnAir)
        {
            Start(now);
        }
    }

    private void Settle(DateTimeOffset now, DateTimeOffset? connectedFrom)
    {
        (_pastPlayTime, _pastRetries) = (PlayTimeAt(now), RetriesAt(now));
        _connectedFrom = connectedFrom;
    }
}
