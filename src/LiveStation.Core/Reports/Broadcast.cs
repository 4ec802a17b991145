namespace LiveStation;

/// <summary>The time from going on air to going off.</summary>
/// <param name="OnAir">When it was.</param>
/// <param name="IsOngoing">Whether it is on air.</param>
internal readonly record struct Broadcast(Stretch OnAir, bool IsOngoing);
