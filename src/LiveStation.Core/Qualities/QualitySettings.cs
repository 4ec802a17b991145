namespace LiveStation;

/// <summary>What a new quality is to be. A <see langword="null"/> is left to the service, or filled in where the service wants a value and documents no default.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-quality-qualitycreate</remarks>
public sealed record QualitySettings
{
    private const string OnlyVideoCodec = "H264";

    // Of 1280x720, below which the service takes one profile only (code 250341).
    private const long ProfilesFrom = 1280 * 720;

    /// <summary>Name, 3 to 20 characters: Latin letters, digits and hyphens. Need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>Picture and sound, or sound alone.</summary>
    public QualityType Type { get; init; } = QualityType.Normal;

    /// <summary>Width in pixels; even. Needed with a picture.</summary>
    public long? Width { get; init; }

    /// <summary>Height in pixels; even. Needed with a picture.</summary>
    public long? Height { get; init; }

    /// <summary>Video bit rate in bit/s. Needed with a picture.</summary>
    public long? VideoBitrate { get; init; }

    /// <summary>Frames per second; 30 unless set.</summary>
    public double? Fps { get; init; }

    /// <summary>H.264 profile; High unless set, Baseline below 1280x720.</summary>
    public VideoProfile? VideoProfile { get; init; }

    /// <summary>H.264 level; -1, which is automatic, unless set. Code 250363 speaks of 0.</summary>
    public long? VideoLevel { get; init; }

    /// <summary>How the bit rate is kept.</summary>
    public RateControl? RateControl { get; init; }

    /// <summary>B frames.</summary>
    public long? Bframes { get; init; }

    /// <summary>Reference frames; 1 is the only number that is documented.</summary>
    public long? VideoH264ParamRefFrames { get; init; }

    /// <summary>Whether the video passes through as it is sent.</summary>
    public bool? VideoBypass { get; init; }

    /// <summary>How the picture is turned; FIX is the only value that is documented.</summary>
    public string? Orientation { get; init; }

    /// <summary>Audio codec.</summary>
    public AudioCodec AudioCodec { get; init; } = AudioCodec.Aac;

    /// <summary>Audio profile; LC with AAC unless set, the only one that is documented.</summary>
    public string? AudioProfile { get; init; }

    /// <summary>Sampling rate in Hz.</summary>
    public long AudioSamplerate { get; init; } = 44_100;

    /// <summary>Audio channels.</summary>
    public long AudioChannels { get; init; } = 2;

    /// <summary>Audio bit rate in kbit/s, unlike that of the video.</summary>
    public long AudioBitrate { get; init; } = 128;

    /// <summary>Whether the audio passes through as it is sent.</summary>
    public bool? AudioBypass { get; init; }

    private bool HasPicture => Type != QualityType.Audio;

    // What the service wants with every picture and an operator need not think of.
    private QualitySettings Whole => this with
    {
        Fps = Fps ?? 30,
        VideoProfile = VideoProfile ?? (Width * Height < ProfilesFrom ? LiveStation.VideoProfile.Baseline : LiveStation.VideoProfile.High),
        VideoLevel = VideoLevel ?? -1,
        AudioProfile = AudioProfile ?? (AudioCodec == AudioCodec.Aac ? "LC" : null),
    };

    /// <summary>Refuses what would not do what it says. Ranges are left to the service, whose pages contradict its codes.</summary>
    /// <returns>In words what is made.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check()
    {
        if (HasPicture && (Width is null || Height is null || VideoBitrate is null))
        {
            throw new LiveStationArgumentException(
                "PictureMissing",
                $"{Text.Clean(Name)}: a quality with a picture needs its size (-Width, -Height) and its bit rate (-VideoBitrate, in bit/s). Nothing was sent.",
                "Give them, as in -Width 1280 -Height 720 -VideoBitrate 2000000, or -Type Audio for sound alone.");
        }

        if (!HasPicture && (Width ?? Height ?? VideoBitrate ?? Fps ?? VideoLevel ?? Bframes ?? VideoH264ParamRefFrames ?? VideoProfile ?? RateControl ?? VideoBypass ?? Orientation as object) is not null)
        {
            throw new LiveStationArgumentException(
                "PictureUnused",
                $"{Text.Clean(Name)}: a quality of sound alone (-Type Audio) has no picture, and what is given for it would be dropped. Nothing was sent.",
                "Leave out size, frame rate, bit rate and whatever else is about the picture, or leave -Type out.");
        }

        QualitySettings whole = Whole;
        return new Quality
        {
            Type = Type,
            Width = Width,
            Height = Height,
            Fps = HasPicture ? whole.Fps : null,
            VideoBitrate = VideoBitrate,
            VideoCodec = HasPicture ? OnlyVideoCodec : null,
            VideoProfileText = HasPicture ? WireNames<VideoProfile>.Write(whole.VideoProfile!.Value) : null,
            VideoBypass = VideoBypass,
            AudioCodecText = WireNames<AudioCodec>.Write(AudioCodec),
            AudioBitrate = AudioBitrate,
            AudioBypass = AudioBypass,
        }.Encoding;
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        QualitySettings whole = Whole;
        writer.Text("name", Name);
        writer.Wire<QualityType>("type", Type);
        if (HasPicture)
        {
            writer.Object("video", video =>
            {
                video.Text("codec", OnlyVideoCodec);
                video.Wire("profile", whole.VideoProfile);
                video.Number("level", whole.VideoLevel);
                video.Number("width", Width);
                video.Number("height", Height);
                video.Real("fps", whole.Fps);
                video.Number("bitrate", VideoBitrate);
                video.Number("videoH264ParamRefFrames", VideoH264ParamRefFrames);
                video.Wire("rateControl", RateControl);
                video.Number("bframes", Bframes);
                video.Flag("bypass", VideoBypass);
                video.Text("orientation", Orientation);
            });
        }

        writer.Object("audio", audio =>
        {
            audio.Wire<AudioCodec>("codec", AudioCodec);
            audio.Text("profile", whole.AudioProfile);
            audio.Number("samplerate", AudioSamplerate);
            audio.Number("channels", AudioChannels);
            audio.Number("bitrate", AudioBitrate);
            audio.Flag("bypass", AudioBypass);
        });
    });
}
