using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes settings of live channels; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class SetLsChannelCommand : LsChannelActionCmdlet
{
    private Channel? _now;

    /// <summary>Ids of channels; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public override string[] ChannelId { get; set; } = [];

    /// <summary>New name, 3 to 20 characters.</summary>
    [Parameter]
    [Alias("Name")]
    [NameRule("channel", "Korean or Latin letters, digits and underscore")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? ChannelName { get; set; }

    /// <summary>Environment tag.</summary>
    [Parameter]
    [ValidateRange(LiveStation.EnvType.Real, LiveStation.EnvType.Stage)]
    public EnvType? EnvType { get; set; }

    /// <summary>Packaging.</summary>
    [Parameter]
    [ValidateRange(LiveStation.OutputProtocol.Hls, LiveStation.OutputProtocol.HlsDash)]
    public OutputProtocol? OutputProtocol { get; set; }

    /// <summary>Whether viewers can rewind (time machine).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseDvr { get; set; }

    /// <summary>How far, in minutes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? TimemachineMin { get; set; }

    /// <summary>Whether a recording starts together with publishing.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? ImmediateOnAir { get; set; }

    /// <summary>What happens to recordings.</summary>
    [Parameter]
    [ValidateRange(LiveStation.RecordSaveType.NoRecord, LiveStation.RecordSaveType.ManualUpload)]
    public RecordSaveType? RecordSaveType { get; set; }

    /// <summary>Kind of file.</summary>
    [Parameter]
    [ValidateRange(LiveStation.RecordFormat.Mp4, LiveStation.RecordFormat.All)]
    public RecordFormat? RecordFormat { get; set; }

    /// <summary>Bucket for automatic uploads.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    [ValidateNotNullOrEmpty]
    public string? BucketName { get; set; }

    /// <summary>Folder in the bucket, beginning with a slash.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? FilePath { get; set; }

    /// <summary>Who may read what is written there.</summary>
    [Parameter]
    [ValidateRange(LiveStation.AccessControl.Private, LiveStation.AccessControl.PublicRead)]
    public AccessControl? AccessControl { get; set; }

    // The channel is read first: the service wants every setting each time, and what follows from a change depends on it.
    private protected override string? Plan(string id)
    {
        if (!Try((client, token) => client.Channels.GetAsync(id, token), id, out _now))
        {
            return null;
        }

        try
        {
            string differences = Change().Check(_now!);
            return differences.Length > 0 ? $"Set {differences}" : "Send the settings again; all of them are so already";
        }
        catch (LiveStationArgumentException e)
        {
            WriteFailure(e, id);
            return null;
        }
    }

    private protected override Task<Channel> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Channels.UpdateAsync(id, _now!, Change(), cancellationToken);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Change().IsEmpty)
        {
            RefuseParameters("NothingToChange", "No setting was named, so there is nothing to change.", "Name at least one setting, for example -ChannelName.");
        }
    }

    private ChannelChange Change() => new()
    {
        ChannelName = ChannelName,
        EnvType = EnvType,
        OutputProtocol = OutputProtocol,
        UseDvr = UseDvr,
        TimemachineMin = TimemachineMin,
        ImmediateOnAir = ImmediateOnAir,
        RecordSaveType = RecordSaveType,
        RecordFormat = RecordFormat,
        BucketName = BucketName,
        FilePath = FilePath,
        AccessControl = AccessControl,
    };
}
