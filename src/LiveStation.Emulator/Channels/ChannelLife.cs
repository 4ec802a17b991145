using System;

namespace LiveStation.Emulator;

/// <summary>The states that a channel goes through: made, on air and off, stopped, deleted.</summary>
internal sealed class ChannelLife
{
    private readonly DateTimeOffset _readyFrom;
    private TimeSpan _pastAirTime;
    private string _status = ChannelStatus.Ready;

    /// <summary>A new life.</summary>
    /// <param name="readyFrom">When the channel can be used; it is being made until then.</param>
    public ChannelLife(DateTimeOffset readyFrom) => _readyFrom = readyFrom;

    public event Action<DateTimeOffset>? WentOnAir;

    public event Action<DateTimeOffset>? WentOffAir;

    /// <summary>When it went on air the last time.</summary>
    public DateTimeOffset? OnAirSince { get; private set; }

    public bool IsOnAir => _status == ChannelStatus.Publishing;

    public bool IsGone => _status is ChannelStatus.Deleted or ChannelStatus.ForceDeleted;

    public string StatusAt(DateTimeOffset now) =>
        _status == ChannelStatus.Ready && now < _readyFrom ? ChannelStatus.Creating : _status;

    public TimeSpan AirTimeAt(DateTimeOffset now) => IsOnAir ? _pastAirTime + (now - OnAirSince!.Value) : _pastAirTime;

    /// <summary>An encoder begins to send.</summary>
    /// <param name="what">The channel, for people.</param>
    /// <param name="now">When.</param>
    /// <exception cref="InvalidOperationException">It is not READY.</exception>
    public void GoOnAir(string what, DateTimeOffset now)
    {
        string status = StatusAt(now);
        if (status != ChannelStatus.Ready)
        {
            throw new InvalidOperationException($"{what} is {status}; only a READY one can go on air.");
        }

        StartPublishing(now);
    }

    public void StartPublishing(DateTimeOffset now)
    {
        _status = ChannelStatus.Publishing;
        OnAirSince = now;
        WentOnAir?.Invoke(now);
    }

    /// <summary>Nothing happens when it is not on air.</summary>
    public void StopPublishing(DateTimeOffset now)
    {
        if (IsOnAir)
        {
            _pastAirTime = AirTimeAt(now);
            _status = ChannelStatus.Ready;
            WentOffAir?.Invoke(now);
        }
    }

    public void Block(DateTimeOffset now)
    {
        StopPublishing(now);
        _status = ChannelStatus.Block;
    }

    public void Unblock()
    {
        if (_status == ChannelStatus.Block)
        {
            _status = ChannelStatus.Ready;
        }
    }

    /// <summary>Ends it for good, by its owner (DELETED) or by the platform (FORCE_DELETED); only the first end counts.</summary>
    public void Delete(DateTimeOffset now, string status)
    {
        if (!IsGone)
        {
            StopPublishing(now);
            _status = status;
        }
    }
}
