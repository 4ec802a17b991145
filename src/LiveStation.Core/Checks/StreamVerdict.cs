using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>A stream that comes in, held against the quality set that it is encoded to: the encoder at the platform can make nothing of what does not come in.</summary>
internal sealed class StreamVerdict
{
    // Encoders hold a rate on the average only, and the service measures a moment.
    private const double LowestBitrate = 0.8;
    private const double LowestFps = 0.9;

    private readonly string _faults;

    private StreamVerdict(StreamMetadata stream, Quality? asked, string? setName, string faults)
    {
        Stream = stream;
        Asked = asked;
        SetName = setName;
        _faults = faults;
    }

    /// <summary>What comes in.</summary>
    public StreamMetadata Stream { get; }

    /// <summary>The best quality of the set; null where there is none to hold a stream to.</summary>
    public Quality? Asked { get; }

    /// <summary>Name of the set.</summary>
    public string? SetName { get; }

    public bool IsBitrateLow { get; private init; }

    public bool IsFpsLow { get; private init; }

    public bool IsSmall { get; private init; }

    /// <summary>Whether something is too little.</summary>
    public bool IsWeak => IsBitrateLow || IsFpsLow || IsSmall;

    /// <summary>Holds a stream against a set. What the service does not say is not held against anybody, nor is what passes through as it is sent.</summary>
    public static StreamVerdict Of(StreamMetadata stream, QualitySet? set)
    {
        Quality? asked = (set?.Qualities ?? []).Where(static quality => quality.VideoBitrate > 0 && quality.VideoBypass != true && quality.Type != QualityType.Bypass).OrderByDescending(static quality => quality.VideoBitrate).FirstOrDefault();
        bool isBitrateLow = stream.VideoBitrate < asked?.VideoBitrate * LowestBitrate;
        bool isFpsLow = stream.VideoFps < asked?.Fps * LowestFps;
        bool isSmall = stream.VideoWidth < asked?.Width || stream.VideoHeight < asked?.Height;
        List<string> faults = [];
        if (isBitrateLow)
        {
            faults.Add("bit rate");
        }

        if (isFpsLow)
        {
            faults.Add("frame rate");
        }

        if (isSmall)
        {
            faults.Add("picture size");
        }

        return new StreamVerdict(stream, asked, set?.Name, string.Join(" and ", faults)) { IsBitrateLow = isBitrateLow, IsFpsLow = isFpsLow, IsSmall = isSmall };
    }

    public CheckFinding ToFinding()
    {
        string comes = Words(Stream.VideoWidth, Stream.VideoHeight, Stream.VideoFps, Stream.VideoBitrate);
        string asks = Asked is null ? "" : $"; {SetName} asks for {Words(Asked.Width, Asked.Height, Asked.Fps, Asked.VideoBitrate)}";
        return Stream.VideoBitrate is 0 ? CheckFinding.Wrong("A stream comes in without a picture.", "Look at the encoder.")
            : IsWeak ? CheckFinding.Wrong($"Too little {_faults} comes in: {comes}{asks}.", "Look at the encoder and its line to the service; or give the channel a quality set that asks for less.")
            : CheckFinding.Fine($"{comes} comes in{asks}.");
    }

    private static string Words(long? width, long? height, double? fps, long? bitrate) =>
        string.Format(CultureInfo.InvariantCulture, "{0}x{1}@{2:0.##} {3}", width, height, fps, Rates.Words(bitrate)).TrimEnd();
}
