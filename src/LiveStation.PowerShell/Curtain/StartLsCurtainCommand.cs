using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Covers the broadcast of live channels with a curtain.</summary>
[Cmdlet(VerbsLifecycle.Start, "LsCurtain", SupportsShouldProcess = true)]
[OutputType(typeof(Curtain))]
public sealed class StartLsCurtainCommand : LsActionCmdlet<Curtain>
{
    /// <summary>Ids of channels; nothing else than a channel is taken for one, since viewers see the difference.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Ids of the contents to show.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [IdOf(typeof(CurtainContentKind))]
    [ArgumentCompleter(typeof(NameCompleter<CurtainContentKind>))]
    [ValidateNotNullOrEmpty]
    public long[] ContentId { get; set; } = [];

    /// <summary>How long it stays, in whole minutes; without it the service's own three.</summary>
    [Parameter(Position = 2)]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(MinutesCompleter))]
    public TimeSpan? InsertTime { get; set; }

    private protected override IReadOnlyList<string> Ids => ChannelId;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            CurtainOperations.CheckStart("-InsertTime", ContentId, InsertTime);
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }
    }

    private protected override string Plan(string id) => string.Format(
        CultureInfo.InvariantCulture,
        "Cover the broadcast with {0} for {1:0} min",
        CurtainContentKind.Describe(CurrentContext.Seen, ContentId),
        (InsertTime ?? CurtainOperations.UsualTime).TotalMinutes);

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override Task<Curtain> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Curtain.StartAsync(id, ContentId, InsertTime, cancellationToken);

    private protected override void Done(Curtain answer) => WriteObject(answer);
}
