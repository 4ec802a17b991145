using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>A curtain in front of a broadcast.</summary>
internal sealed record Curtain(IReadOnlyList<long> ContentIds, int Minutes, DateTimeOffset Answered)
{
    public bool IsOnAt(DateTimeOffset now) => now < Answered + TimeSpan.FromMinutes(Minutes);
}
