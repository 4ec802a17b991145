using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that makes a channel: what live and VOD2LIVE channels are asked for alike.</summary>
/// <typeparam name="T">The channel.</typeparam>
/// <typeparam name="TSettings">What it is to be.</typeparam>
public abstract class LsNewChannelCmdlet<T, TSettings> : LsCmdlet
    where T : class
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

    /// <summary>What one is called, with its article.</summary>
    private protected abstract string Noun { get; }

    /// <summary>Whether a CDN that exists is attached.</summary>
    private protected bool IsAttached => MyInvocation.BoundParameters.ContainsKey(nameof(CreateCdn)) ? !CreateCdn : Cell(CdnInstanceNo) is not null;

    /// <summary>The kind of CDN that was named, or the zone's own.</summary>
    private protected CdnType CdnTypeInForce => CdnType ?? DeliveryRules.CdnTypeIn(CurrentContext.Zone);

    /// <summary>The region that was named, or Korea where one is needed.</summary>
    private protected CdnRegionType? CdnRegionTypeInForce => CdnRegionType ?? DeliveryRules.RegionIn(CurrentContext.Zone, IsAttached, OutputProtocol);

    /// <summary>What was asked for.</summary>
    private protected abstract TSettings Settings(long qualitySetId);

    /// <summary>What is made, in words.</summary>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    private protected abstract string Check(TSettings settings);

    private protected abstract Task<T> CreateAsync(LiveStationClient client, TSettings settings, CancellationToken cancellationToken);

    private protected abstract Task<T> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    private protected abstract string? IdOf(T channel);

    private protected abstract StateWait<T> CreateWait(TimeSpan timeout);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // An empty cell of a CSV row is no value; an empty variable on the command line is a mistake.
        foreach (KeyValuePair<string, object> given in MyInvocation.BoundParameters.Where(static given => given.Value is ""))
        {
            RefuseParameters("EmptyValue", $"-{given.Key} is empty.", $"Give it a value, or leave -{given.Key} out.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // A set that was given as an object is one of the account that it came from.
        TurnTo(QualitySetId);
        if (!TryFindQualitySet(out long qualitySetId))
        {
            return;
        }

        TSettings settings = Settings(qualitySetId);
        try
        {
            if (!Approve(ChannelName, $"Make {Noun}: " + Check(settings)))
            {
                return;
            }
        }
        catch (LiveStationArgumentException e)
        {
            Refuse(e, ChannelName);
            return;
        }

        if (!Try((client, token) => CreateAsync(client, settings, token), ChannelName, out T? channel))
        {
            return;
        }

        if (!Wait || IdOf(channel!) is not { } id)
        {
            WriteObject(channel);
            return;
        }

        StateWait<T> wait = CreateWait(TimeSpan.FromSeconds(TimeoutSec));
        wait.Add(id, async token => await GetAsync(Client, id, token).ConfigureAwait(false));
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
}
