using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a quality.</summary>
[Cmdlet(VerbsCommon.New, "LsQuality", SupportsShouldProcess = true)]
[OutputType(typeof(Quality))]
public sealed class NewLsQualityCommand : LsCmdlet
{
    // Nobody encodes a picture with less; whoever writes 2000 means kbit/s.
    private const long LikelyKilobits = 20_000;

    /// <summary>Name, 3 to 20 characters.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [NameRule("quality", "Latin letters, digits and hyphens")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string Name { get; set; } = "";

    /// <summary>Picture and sound, or sound alone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(QualityType.Normal, QualityType.Audio)]
    public QualityType Type { get; set; } = QualityType.Normal;

    /// <summary>Width in pixels; even.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? Width { get; set; }

    /// <summary>Height in pixels; even.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? Height { get; set; }

    /// <summary>Frames per second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public double? Fps { get; set; }

    /// <summary>Video bit rate in bit/s.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? VideoBitrate { get; set; }

    /// <summary>H.264 profile.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.VideoProfile.Baseline, LiveStation.VideoProfile.High)]
    public VideoProfile? VideoProfile { get; set; }

    /// <summary>H.264 level.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? VideoLevel { get; set; }

    /// <summary>How the bit rate is kept.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.RateControl.Cbr, LiveStation.RateControl.Vbr)]
    public RateControl? RateControl { get; set; }

    /// <summary>B frames.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? Bframes { get; set; }

    /// <summary>Reference frames.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? VideoH264ParamRefFrames { get; set; }

    /// <summary>Pass the video through as it is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchText]
    public SwitchParameter VideoBypass { get; set; }

    /// <summary>How the picture is turned.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public string? Orientation { get; set; }

    /// <summary>Audio codec.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.AudioCodec.Aac, LiveStation.AudioCodec.Mp3)]
    public AudioCodec AudioCodec { get; set; } = AudioCodec.Aac;

    /// <summary>Audio profile.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public string? AudioProfile { get; set; }

    /// <summary>Sampling rate in Hz.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? AudioSamplerate { get; set; }

    /// <summary>Audio channels.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? AudioChannels { get; set; }

    /// <summary>Audio bit rate in kbit/s.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QualityValueCompleter))]
    public long? AudioBitrate { get; set; }

    /// <summary>Pass the audio through as it is sent.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchText]
    public SwitchParameter AudioBypass { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        QualitySettings settings = Settings();
        string words;
        try
        {
            words = settings.Check();
        }
        catch (LiveStationArgumentException e)
        {
            Refuse(e, Name);
            return;
        }

        if (settings.VideoBitrate < LikelyKilobits)
        {
            WriteWarning($"{Name}: -VideoBitrate is in bit/s, so {settings.VideoBitrate} is next to nothing. 2 Mbit/s are 2000000.");
        }

        if (Approve(Name, "Make a quality: " + words) && Try((client, token) => client.Qualities.CreateAsync(settings, token), Name, out Quality? made))
        {
            WriteObject(made);
        }
    }

    private QualitySettings Settings()
    {
        QualitySettings usual = new() { Name = Name };
        return usual with
        {
            Type = Type,
            Width = Cell(Width),
            Height = Cell(Height),
            Fps = Fps > 0 ? Fps : null,
            VideoBitrate = Cell(VideoBitrate),
            VideoProfile = VideoProfile,
            VideoLevel = VideoLevel,
            RateControl = RateControl,
            Bframes = Bframes,
            VideoH264ParamRefFrames = Cell(VideoH264ParamRefFrames),
            VideoBypass = VideoBypass ? true : null,
            Orientation = Cell(Orientation),
            AudioCodec = AudioCodec,
            AudioProfile = Cell(AudioProfile),
            AudioSamplerate = Cell(AudioSamplerate) ?? usual.AudioSamplerate,
            AudioChannels = AudioChannels ?? usual.AudioChannels,
            AudioBitrate = Cell(AudioBitrate) ?? usual.AudioBitrate,
            AudioBypass = AudioBypass ? true : null,
        };
    }
}
