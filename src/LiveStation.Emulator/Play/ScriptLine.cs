using System;

namespace LiveStation.Emulator;

/// <summary>A line of a script.</summary>
/// <param name="Number">Its place in the text, from 1.</param>
/// <param name="At">When, from the beginning of the play.</param>
/// <param name="Channel">The name of its channel, or an id.</param>
/// <param name="What">What happens.</param>
/// <param name="Details">The words after it, as they were written.</param>
/// <param name="Act">How it happens.</param>
internal sealed record ScriptLine(int Number, TimeSpan At, string Channel, Happening What, string Details, Action<Stage, DateTimeOffset> Act);
