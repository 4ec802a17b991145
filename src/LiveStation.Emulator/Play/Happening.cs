using System;

namespace LiveStation.Emulator;

/// <summary>Something that a script can let happen.</summary>
/// <param name="Name">How a script writes it.</param>
/// <param name="Takes">The words after it, for people; empty for none.</param>
/// <param name="Read">Reads these words; null where they cannot be understood. What comes out lets it happen, at its time; where it cannot happen then, that throws InvalidOperationException.</param>
internal sealed record Happening(string Name, string Takes, Func<string[], Action<Stage, DateTimeOffset>?> Read)
{
    /// <summary>Whether it brings its channel, instead of being about one that is there.</summary>
    public bool IsEntrance { get; init; }
}
