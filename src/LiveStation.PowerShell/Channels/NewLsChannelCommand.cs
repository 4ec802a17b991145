using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a live channel.</summary>
[Cmdlet(VerbsCommon.New, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class NewLsChannelCommand : LsCmdlet
{
    private readonly Dictionary<(LsContext, string), long> _setIds = [];

    /// <summary>Name, 3 to 20 characters.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [NameRule("channel", "Korean or Latin letters, digits and underscore")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string ChannelName { get; set; } = "";

    /// <summary>The quality set, by id or by its whole name.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(QualitySetKind), AllowsRelated = true, AllowsNames = true)]
    [ArgumentCompleter(typeof(NameCompleter<QualitySetKind>))]
    [ValidateNotNullOrEmpty]
    public string QualitySetId { get; set; } = "";

    /// <summary>Environment tag.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.EnvType.Real, LiveStation.EnvType.Stage)]
    public EnvType? EnvType { get; set; }

    /// <summary>Packaging.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.OutputProtocol.Hls, LiveStation.OutputProtocol.HlsDash)]
    public OutputProtocol? OutputProtocol { get; set; }

    /// <summary>How the encoder sends.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.IngestProtocol.Rtmp, LiveStation.IngestProtocol.Srt)]
    public IngestProtocol? IngestProtocol { get; set; }

    /// <summary>Make a new CDN; what happens anyway where no -CdnInstanceNo is given.</summary>
    [Parameter]
    public SwitchParameter CreateCdn { get; set; }

    /// <summary>Kind of CDN; the zone's own unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(LiveStation.CdnType.GlobalEdge, LiveStation.CdnType.NoCdn)]
    public CdnType? CdnType { get; set; }

    /// <summary>Region that a new edge serves.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RegionType")]
    [ValidateRange(LiveStation.CdnRegionType.Korea, LiveStation.CdnRegionType.Global)]
    public CdnRegionType? CdnRegionType { get; set; }

    /// <summary>Instance of a CDN to attach.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? CdnInstanceNo { get; set; }

    /// <summary>Domain of the CDN to attach.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? CdnDomain { get; set; }

    /// <summary>Global Edge profile.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? ProfileId { get; set; }

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

    /// <summary>Site of Multi DRM.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? DrmSiteId { get; set; }

    /// <summary>Content of Multi DRM.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? DrmContentId { get; set; }

    /// <summary>Wait until the channel is ready.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // An empty cell of a CSV row is no value; an empty variable on the command line is a mistake.
        foreach (string name in (string[])[nameof(CdnDomain), nameof(BucketName), nameof(FilePath), nameof(DrmSiteId), nameof(DrmContentId)])
        {
            if (MyInvocation.BoundParameters.TryGetValue(name, out object? value) && string.IsNullOrEmpty(value as string))
            {
                RefuseParameters("EmptyValue", $"-{name} is empty.", $"Give it a value, or leave -{name} out.");
            }
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CdnDomain = Cell(CdnDomain);
        BucketName = Cell(BucketName);
        FilePath = Cell(FilePath);
        DrmSiteId = Cell(DrmSiteId);
        DrmContentId = Cell(DrmContentId);
        CdnInstanceNo = Cell(CdnInstanceNo);
        ProfileId = Cell(ProfileId);
        TimemachineMin = Cell(TimemachineMin);
        // A set that was given as an object is one of the account that it came from.
        TurnTo(QualitySetId);
        if (!TryFindQualitySet(out long qualitySetId))
        {
            return;
        }

        ChannelSettings settings = Settings(qualitySetId);
        try
        {
            if (!Approve(ChannelName, "Make a live channel: " + settings.Check(CurrentContext.Zone)))
            {
                return;
            }
        }
        catch (LiveStationArgumentException e)
        {
            Refuse(e, ChannelName);
            return;
        }

        if (!Try((client, token) => client.Channels.CreateAsync(settings, token), ChannelName, out Channel? channel))
        {
            return;
        }

        if (!Wait || channel!.ChannelId is not { } id)
        {
            WriteObject(channel);
            return;
        }

        StateWait<Channel> wait = ChannelWait.Create(this, [ChannelStatus.Ready], TimeSpan.FromSeconds(TimeoutSec));
        wait.Add(id, async token => await Client.Channels.GetAsync(id, token).ConfigureAwait(false));
        wait.Run();
    }

    // Digits are an id always, though a name may be made of them. Rows of a file name the same few sets: each is looked for once.
    private bool TryFindQualitySet(out long id)
    {
        if (long.TryParse(QualitySetId, NumberStyles.None, CultureInfo.InvariantCulture, out id) || _setIds.TryGetValue((CurrentContext, QualitySetId), out id))
        {
            return true;
        }

        string name = QualitySetId;
        if (!Try((client, token) => client.Qualities.FindSetAsync(name, token), name, out QualitySet? set))
        {
            return false;
        }

        _setIds[(CurrentContext, name)] = id = set!.QualitySetId ?? 0;
        return true;
    }

    private ChannelSettings Settings(long qualitySetId)
    {
        bool attach = MyInvocation.BoundParameters.ContainsKey(nameof(CreateCdn)) ? !CreateCdn : CdnInstanceNo is not null;
        bool isFinancial = CurrentContext.Zone == Zone.Financial;
        bool hasRegion = !isFinancial && (!attach || OutputProtocol == LiveStation.OutputProtocol.LlHls);
        return new ChannelSettings
        {
            ChannelName = ChannelName,
            QualitySetId = qualitySetId,
            EnvType = EnvType ?? LiveStation.EnvType.Real,
            OutputProtocol = OutputProtocol ?? LiveStation.OutputProtocol.Hls,
            IngestProtocol = IngestProtocol,
            CreateCdn = !attach,
            CdnType = CdnType ?? (isFinancial ? LiveStation.CdnType.CdnPlus : LiveStation.CdnType.GlobalEdge),
            CdnRegionType = CdnRegionType ?? (hasRegion ? LiveStation.CdnRegionType.Korea : null),
            CdnInstanceNo = CdnInstanceNo,
            CdnDomain = CdnDomain,
            ProfileId = ProfileId,
            RecordSaveType = RecordSaveType,
            RecordFormat = RecordFormat,
            BucketName = BucketName,
            FilePath = FilePath,
            AccessControl = AccessControl,
            UseDvr = UseDvr,
            TimemachineMin = TimemachineMin,
            ImmediateOnAir = ImmediateOnAir,
            StreamFailOver = StreamFailOver,
            DrmSiteId = DrmSiteId,
            DrmContentId = DrmContentId,
        };
    }
}
