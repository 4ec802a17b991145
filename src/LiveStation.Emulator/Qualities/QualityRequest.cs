namespace LiveStation.Emulator;

/// <summary>The body of qualityCreate, read but not judged: everything may be absent.</summary>
internal sealed record QualityRequest
{
    private QualityRequest(Fields body)
    {
        Name = body.Text("name");
        Type = body.Text("type");
        Fields? video = body.Object("video");
        HasVideo = video is not null;
        VideoCodec = video?.Text("codec");
        Profile = video?.Text("profile");
        Level = video?.Whole("level");
        Width = video?.Whole("width");
        Height = video?.Whole("height");
        Fps = video?.Number("fps");
        VideoBitrate = video?.Whole("bitrate");
        ReferenceFrames = video?.Whole("videoH264ParamRefFrames");
        RateControl = video?.Text("rateControl");
        Bframes = video?.Whole("bframes");
        VideoBypass = video?.Flag("bypass");
        Orientation = video?.Text("orientation");
        Fields? audio = body.Object("audio");
        HasAudio = audio is not null;
        AudioCodec = audio?.Text("codec");
        AudioProfile = audio?.Text("profile");
        Samplerate = audio?.Whole("samplerate");
        Channels = audio?.Whole("channels");
        AudioBitrate = audio?.Whole("bitrate");
        AudioBypass = audio?.Flag("bypass");
    }

    public string? Name { get; }

    public string? Type { get; }

    public bool HasVideo { get; }

    public string? VideoCodec { get; }

    public string? Profile { get; }

    public long? Level { get; }

    public long? Width { get; }

    public long? Height { get; }

    public double? Fps { get; }

    public long? VideoBitrate { get; }

    public long? ReferenceFrames { get; }

    public string? RateControl { get; }

    public long? Bframes { get; }

    public bool? VideoBypass { get; }

    public string? Orientation { get; }

    public bool HasAudio { get; }

    public string? AudioCodec { get; }

    public string? AudioProfile { get; }

    public long? Samplerate { get; }

    public long? Channels { get; }

    public long? AudioBitrate { get; }

    public bool? AudioBypass { get; }

    public bool HasPicture => Type == "NORMAL";

    public long? Pixels => Width * Height;

    public static QualityRequest Read(Fields body) => new(body);
}
