using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets figures for monitoring: of the account, of channels and their streams, of recordings.</summary>
[Cmdlet(VerbsCommon.Get, "LsMetric")]
[OutputType(typeof(Metric))]
public sealed class GetLsMetricCommand : LsMetricCmdlet
{
    /// <summary>Ids of channels; without it every channel of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    private protected override string[]? Ids => ChannelId;

    private protected override void Use(IReadOnlyList<Metric> metrics) => WriteObject(metrics, enumerateCollection: true);
}
