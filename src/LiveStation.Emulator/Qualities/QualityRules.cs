using System.Linq;
using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>
/// What a quality must keep to, in the order in which it is looked at. The codes and limits are the API's; the order, and 250002 and
/// 250011 for what has no code of its own, are guesses. Where the page and a code contradict each other, the stricter one counts, but
/// for the level: neither the -1 of the page nor the 0 of its code is refused.
/// </summary>
internal static class QualityRules
{
    // The limits of codes 250334, and 250335 and 250341, as they print them.
    private const long Small = 409_920;
    private const long Medium = 921_600;

    private static readonly Regex NameForm = new("^[A-Za-z0-9-]{3,20}$", RegexOptions.CultureInvariant);
    private static readonly string[] Profiles = ["BASELINE", "MAIN", "HIGH"];
    private static readonly double[] FrameRates = [10, 15, 23.97, 24, 29.97, 30, 50, 60];
    private static readonly long[] Mp3Rates = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000];
    private static readonly long[] AacRates = [.. Mp3Rates, 64000, 88200, 96000];

    private static readonly Rule<QualityRequest>[] Head =
    [
        new(250312, request => !IsName(request.Name)),
        new(250011, request => string.IsNullOrEmpty(request.Type), "type"),
        new(250002, request => request.Type is not ("NORMAL" or "AUDIO"), "type"),
    ];

    private static readonly Rule<QualityRequest>[] Video =
    [
        new(250372, request => !request.HasVideo),
        new(250314, request => string.IsNullOrEmpty(request.VideoCodec)),
        new(250360, request => request.VideoCodec != "H264"),
        new(250315, request => string.IsNullOrEmpty(request.Profile)),
        new(250361, request => !Profiles.Contains(request.Profile)),
        new(250316, request => request.Level is null),
        new(250363, request => request.Level is not (-1 or 0)),
        new(250366, request => request.Width is null or < 128 or > 1920),
        new(250367, request => request.Height is null or < 96 or > 1920),
        new(250342, request => request.Width % 2 != 0 || request.Height % 2 != 0),
        new(250336, request => request.Fps is null or < 1),
        new(250337, request => request.Fps > 60),
        new(250368, request => !FrameRates.Contains(request.Fps!.Value)),
        new(250365, request => request.VideoBitrate is null),
        new(250321, request => request.VideoBitrate < 1),
        new(250322, request => request.VideoBitrate > 20_000_000),
        new(250323, request => request.Bframes < 0),
        new(250324, request => request.Bframes > 4),
        new(250334, request => request.Pixels < Small && request.Bframes > 0),
        new(250335, request => request.Pixels < Medium && request.Bframes > 2),
        new(250341, request => request.Pixels < Medium && request.Profile != "BASELINE"),
        new(250364, request => request.ReferenceFrames is not (null or 1)),
        new(250370, request => request.RateControl is not (null or "VBR" or "CBR")),
        new(250362, request => request.Orientation is not (null or "FIX")),
    ];

    private static readonly Rule<QualityRequest>[] Audio =
    [
        new(250373, request => !request.HasAudio),
        new(250325, request => string.IsNullOrEmpty(request.AudioCodec)),
        new(250353, request => request.AudioCodec is not ("AAC" or "MP3")),
        new(250333, request => request.AudioCodec != "AAC" && request.AudioProfile is not null, "Audio"),
        new(250354, request => request.AudioCodec == "AAC" && request.AudioProfile != "LC"),
        new(250327, request => request.Samplerate is null),
        new(250358, request => request.AudioCodec == "AAC" && !AacRates.Contains(request.Samplerate!.Value)),
        new(250359, request => request.AudioCodec == "MP3" && !Mp3Rates.Contains(request.Samplerate!.Value)),
        new(250328, request => request.Channels is null),
        new(250338, request => request.Channels < 0),
        new(250339, request => request.Channels > 8),
        new(250356, request => request.AudioCodec == "MP3" && request.Channels > 2),
        new(250378, request => request.AudioBitrate is null),
        new(250357, request => request.AudioBitrate is < 16 or > 320),
    ];

    private static readonly Rule<QualityRequest>[] OfSound = [.. Head, .. Audio];

    private static readonly Rule<QualityRequest>[] OfPicture = [.. Head, .. Video, .. Audio];

    public static bool IsName(string? name) => name is not null && NameForm.IsMatch(name);

    /// <summary>The picture and the sound of a new quality.</summary>
    public static (VideoSetting? Video, AudioSetting Audio) Create(QualityRequest request)
    {
        (request.HasPicture ? OfPicture : OfSound).Judge(request);
        VideoSetting? video = !request.HasPicture ? null : new(request.Profile!, request.Width!.Value, request.Height!.Value, request.Fps!.Value, request.VideoBitrate!.Value)
        {
            Level = request.Level!.Value,
            ReferenceFrames = request.ReferenceFrames ?? 1,
            RateControl = request.RateControl ?? "CBR",
            Bframes = request.Bframes ?? 0,
            Bypass = request.VideoBypass == true,
        };
        return (video, new(request.AudioCodec!, request.Samplerate!.Value, request.Channels!.Value, request.AudioBitrate!.Value)
        {
            Profile = request.AudioProfile,
            Bypass = request.AudioBypass == true,
        });
    }
}
