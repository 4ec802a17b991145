namespace LiveStation.Emulator;

/// <summary>A stream as it comes in: bit/s of the picture, and frames a second.</summary>
internal sealed record IncomingStream(long Bitrate, double Fps);
