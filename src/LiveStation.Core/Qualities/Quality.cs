using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>
/// A quality: how one picture and its sound are encoded. What the service leaves out is <see langword="null"/>, as all of the
/// picture of one that is sound alone. The fields of video and audio stand side by side, so that a table holds them.
/// </summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualityinfo</remarks>
public sealed class Quality : ServiceRecord
{
    // The unit of audio bit rates in answers was not seen. In kbit/s there are 320 at most, in bit/s 16000 at least.
    private const long SmallestInBits = 1000;

    /// <summary>Id of the quality.</summary>
    public long? QualityId { get; init; }

    /// <summary>Name; need not be unique.</summary>
    public string? Name { get; init; }

    /// <summary>What it is made of.</summary>
    public QualityType Type { get; init; }

    /// <summary>Whether it is the account's own or built in.</summary>
    public GenType GenType { get; init; }

    /// <summary>Everything of it in one line: size, frame rate, bit rates, codecs.</summary>
    public string Encoding
    {
        get
        {
            string?[] parts = Type == QualityType.Bypass ? ["as it is sent"] : [Picture, VideoBypass == true ? "video as it is sent" : VideoLine, AudioBypass == true ? "audio as it is sent" : AudioLine];
            return string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part)));
        }
    }

    /// <summary>Width in pixels.</summary>
    public long? Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public long? Height { get; init; }

    /// <summary>Frames per second.</summary>
    public double? Fps { get; init; }

    /// <summary>Video codec.</summary>
    public string? VideoCodec { get; init; }

    /// <summary>H.264 profile.</summary>
    public VideoProfile VideoProfile { get; init; }

    /// <summary>H.264 level; -1 is automatic.</summary>
    public long? VideoLevel { get; init; }

    /// <summary>Video bit rate in bit/s.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>How the bit rate is kept.</summary>
    public RateControl RateControl { get; init; }

    /// <summary>B frames between others.</summary>
    public long? Bframes { get; init; }

    /// <summary>Reference frames.</summary>
    public long? VideoH264ParamRefFrames { get; init; }

    /// <summary>Whether the video passes through as it is sent.</summary>
    public bool? VideoBypass { get; init; }

    /// <summary>How the picture is turned.</summary>
    public string? Orientation { get; init; }

    /// <summary>Audio codec.</summary>
    public AudioCodec AudioCodec { get; init; }

    /// <summary>Audio profile.</summary>
    public string? AudioProfile { get; init; }

    /// <summary>Sampling rate in Hz.</summary>
    public long? AudioSamplerate { get; init; }

    /// <summary>Audio channels.</summary>
    public long? AudioChannels { get; init; }

    /// <summary>Audio bit rate as the service gives it: in kbit/s when a quality is made; the unit of answers is not documented.</summary>
    public long? AudioBitrate { get; init; }

    /// <summary>Whether the audio passes through as it is sent.</summary>
    public bool? AudioBypass { get; init; }

    /// <summary>Whether it is switched off.</summary>
    public bool? Disabled { get; init; }

    /// <summary>State; CREATED is the only one that is documented.</summary>
    public string? Status { get; init; }

    /// <summary>When it was made; local time.</summary>
    public DateTime? CreatedTime { get; init; }

    /// <summary>What it is made of, as the service wrote it.</summary>
    public string? TypeText { get; init; }

    /// <summary>Whose it is, as the service wrote it.</summary>
    public string? GenTypeText { get; init; }

    /// <summary>The H.264 profile as the service wrote it.</summary>
    public string? VideoProfileText { get; init; }

    /// <summary>How the bit rate is kept, as the service wrote it.</summary>
    public string? RateControlText { get; init; }

    /// <summary>The audio codec as the service wrote it.</summary>
    public string? AudioCodecText { get; init; }

    internal string? Size => Width is null && Height is null ? null : string.Format(CultureInfo.InvariantCulture, "{0}x{1}", Width, Height);

    /// <summary>Size, frame rate and bit rate: what is told of it where it is one of several.</summary>
    internal string Short => Picture is null ? Encoding : $"{Picture} {BitRate}".TrimEnd();

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0} ({1}): {2}", Name, QualityId, Encoding);

    private string? Picture => Size is { } size ? string.Format(CultureInfo.InvariantCulture, Fps is null ? "{0}" : "{0}@{1:0.##}", size, Fps) : null;

    private string? BitRate => Rates.Words(VideoBitrate);

    private string? VideoLine => string.Join(", ", new[] { BitRate, $"{VideoCodec} {VideoProfileText}".Trim() }.Where(static part => !string.IsNullOrEmpty(part)));

    private string AudioLine => string.Format(CultureInfo.InvariantCulture, AudioBitrate is null ? "{0}" : "{0} {1}k", AudioCodecText, AudioBitrate >= SmallestInBits ? AudioBitrate / 1000 : AudioBitrate).Trim();

    internal static Quality Read(JsonElement element) => Read(new JsonFields(element));

    internal static Quality Read(JsonFields fields)
    {
        string? type = fields.Enum(out QualityType qualityType, "type");
        string? gen = fields.Enum(out GenType genType, "genType");
        JsonFields? video = fields.Nested("video");
        JsonFields? audio = fields.Nested("audio");
        VideoProfile videoProfile = default;
        RateControl rateControl = default;
        AudioCodec audioCodec = default;
        string? profile = video?.Enum(out videoProfile, "profile");
        string? control = video?.Enum(out rateControl, "rateControl");
        string? codec = audio?.Enum(out audioCodec, "codec");
        return new Quality
        {
            QualityId = fields.Long("id"),
            Name = fields.Text("name"),
            Type = qualityType,
            TypeText = type,
            GenType = genType,
            GenTypeText = gen,
            Width = video?.Long("width"),
            Height = video?.Long("height"),
            Fps = video?.Number("fps"),
            VideoCodec = video?.Text("codec"),
            VideoProfile = videoProfile,
            VideoProfileText = profile,
            VideoLevel = video?.Long("level"),
            VideoBitrate = video?.Long("bitrate"),
            RateControl = rateControl,
            RateControlText = control,
            Bframes = video?.Long("bframes"),
            VideoH264ParamRefFrames = video?.Long("videoH264ParamRefFrames"),
            VideoBypass = video?.Bool("bypass"),
            Orientation = video?.Text("orientation"),
            AudioCodec = audioCodec,
            AudioCodecText = codec,
            AudioProfile = audio?.Text("profile"),
            AudioSamplerate = audio?.Long("samplerate"),
            AudioChannels = audio?.Long("channels"),
            AudioBitrate = audio?.Long("bitrate"),
            AudioBypass = audio?.Bool("bypass"),
            Disabled = fields.Bool("disabled"),
            Status = fields.Text("status"),
            CreatedTime = fields.Time("createdTime"),
            Rest = fields.Rest,
        };
    }
}
