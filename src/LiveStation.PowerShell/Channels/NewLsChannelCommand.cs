using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Makes a live channel.</summary>
[Cmdlet(VerbsCommon.New, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class NewLsChannelCommand : LsNewChannelCmdlet<Channel, ChannelSettings>
{
    /// <summary>How the encoder sends.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.IngestProtocol.Rtmp, LiveStation.IngestProtocol.Srt)]
    public IngestProtocol? IngestProtocol { get; set; }

    /// <summary>What happens to recordings.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RecordType")]
    [ValidateRange(LiveStation.RecordSaveType.NoRecord, LiveStation.RecordSaveType.ManualUpload)]
    public RecordSaveType? RecordSaveType { get; set; }

    /// <summary>Kind of file.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.RecordFormat.Mp4, LiveStation.RecordFormat.All)]
    public RecordFormat? RecordFormat { get; set; }

    /// <summary>Bucket for automatic uploads.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    public string? BucketName { get; set; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? FilePath { get; set; }

    /// <summary>Who may read what is written there.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.AccessControl.Private, LiveStation.AccessControl.PublicRead)]
    public AccessControl? AccessControl { get; set; }

    /// <summary>Let viewers rewind (time machine).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchText]
    public SwitchParameter UseDvr { get; set; }

    /// <summary>How far, in minutes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? TimemachineMin { get; set; }

    /// <summary>Start recording together with publishing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SwitchText]
    public SwitchParameter ImmediateOnAir { get; set; }

    /// <summary>Take a backup stream too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IsStreamFailOver")]
    [SwitchText]
    public SwitchParameter StreamFailOver { get; set; }

    private protected override string Noun => "a live channel";

    private protected override ChannelSettings Settings(long qualitySetId) => new()
    {
        ChannelName = ChannelName,
        QualitySetId = qualitySetId,
        EnvType = EnvType ?? LiveStation.EnvType.Real,
        OutputProtocol = OutputProtocol ?? LiveStation.OutputProtocol.Hls,
        CreateCdn = !IsAttached,
        CdnType = CdnTypeInForce,
        CdnRegionType = CdnRegionTypeInForce,
        CdnInstanceNo = Cell(CdnInstanceNo),
        CdnDomain = Cell(CdnDomain),
        ProfileId = Cell(ProfileId),
        DrmSiteId = Cell(DrmSiteId),
        DrmContentId = Cell(DrmContentId),
        IngestProtocol = IngestProtocol,
        RecordSaveType = RecordSaveType,
        RecordFormat = RecordFormat,
        BucketName = Cell(BucketName),
        FilePath = Cell(FilePath),
        AccessControl = AccessControl,
        UseDvr = UseDvr,
        TimemachineMin = Cell(TimemachineMin),
        ImmediateOnAir = ImmediateOnAir,
        StreamFailOver = StreamFailOver,
    };

    private protected override string Check(ChannelSettings settings) => settings.Check(CurrentContext.Zone);

    private protected override Task<Channel> CreateAsync(LiveStationClient client, ChannelSettings settings, CancellationToken cancellationToken) => client.Channels.CreateAsync(settings, cancellationToken);

    private protected override Task<Channel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Channels.GetAsync(id, cancellationToken);

    private protected override string? IdOf(Channel channel) => channel.ChannelId;

    private protected override StateWait<Channel> CreateWait(TimeSpan timeout) => ChannelWait.Create(this, [ChannelStatus.Ready], timeout);
}
