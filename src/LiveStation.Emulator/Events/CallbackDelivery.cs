namespace LiveStation.Emulator;

/// <summary>What became of a callback.</summary>
/// <param name="EventId">Number of the event.</param>
/// <param name="EventCode">Its code.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="Outcome">The HTTP status of who received it; or Lost, HeldBack, NoAnswer, or NotLoopback: other machines are never posted to.</param>
public sealed record CallbackDelivery(long EventId, string EventCode, string ChannelId, string Outcome);
