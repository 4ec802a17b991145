namespace LiveStation.Emulator;

/// <summary>What a caller chooses for a target.</summary>
internal sealed record TargetSettings(string TargetName, string RtmpUrl, string StreamKey, string? User, string? Password);
