using System;

namespace LiveStation;

/// <summary>What the calls of one client share and remember.</summary>
internal sealed class PipelineState
{
    public PipelineState(TimeProvider time, int maxAttempts, TimeSpan patience)
    {
        Time = time;
        MaxAttempts = maxAttempts;
        Clock = new ServerClock(time);
        Pace = new Pace(time, patience);
        Budget = new RetryBudget(time);
    }

    public TimeProvider Time { get; }

    public int MaxAttempts { get; }

    public ServerClock Clock { get; }

    public Pace Pace { get; }

    public RetryBudget Budget { get; }
}
