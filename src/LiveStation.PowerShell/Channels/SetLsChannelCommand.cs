using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Changes settings of live channels; what is not named stays.</summary>
[Cmdlet(VerbsCommon.Set, "LsChannel", SupportsShouldProcess = true)]
[OutputType(typeof(Channel))]
public sealed class SetLsChannelCommand : LsChangeCmdlet<Channel>
{
    /// <summary>Ids of channels; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

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
    [BooleanText]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseDvr { get; set; }

    /// <summary>How far, in minutes.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoFiles))]
    public long? TimemachineMin { get; set; }

    /// <summary>Whether a recording starts together with publishing.</summary>
    [Parameter]
    [BooleanText]
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

    private protected override IReadOnlyList<string> Ids => ChannelId;

    private protected override bool IsEmpty => Change().IsEmpty;

    private protected override string? NewName => ChannelName;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override Task<Channel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.Channels.GetAsync(id, cancellationToken);

    private protected override string Check(Channel now) => Change().Check(now);

    private protected override Task<Channel> UpdateAsync(LiveStationClient client, string id, Channel now, CancellationToken cancellationToken) =>
        client.Channels.UpdateAsync(id, now, Change(), cancellationToken);

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
