using System;

namespace LiveStation;

/// <summary>What the calls of one client share and remember.</summary>
internal sealed class PipelineState
{
    public PipelineState(TimeProvider time, int maxAttempts)
    {
        Time = time;
        MaxAttempts = maxAttempts;
        Clock = new ServerClock(time);
    }

    public TimeProvider Time { get; }

    public int MaxAttempts { get; }

    public ServerClock Clock { get; }

    public RetryBudget Budget { get; } = new();
}
