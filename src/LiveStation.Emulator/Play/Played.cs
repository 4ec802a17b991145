using System;

namespace LiveStation.Emulator;

/// <summary>Something that a play let happen.</summary>
/// <param name="Time">When.</param>
/// <param name="Channel">The name of its channel in the script.</param>
/// <param name="ChannelId">The id; null where there is none.</param>
/// <param name="What">What happened, as the script writes it.</param>
/// <param name="Details">The words after it.</param>
/// <param name="WhyNot">Why it could not happen; null where it did.</param>
public sealed record Played(DateTimeOffset Time, string Channel, string? ChannelId, string What, string Details, string? WhyNot);
