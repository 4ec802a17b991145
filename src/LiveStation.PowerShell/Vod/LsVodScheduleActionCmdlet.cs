using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that does one thing to each of some schedules.</summary>
public abstract class LsVodScheduleActionCmdlet : LsPassThruCmdlet<VodSchedule>
{
    /// <summary>Ids of schedules; nothing else than a schedule is taken for one.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(VodScheduleKind))]
    [ArgumentCompleter(typeof(NameCompleter<VodScheduleKind>))]
    [ValidateNotNullOrEmpty]
    public virtual string[] ScheduleId { get; set; } = [];

    private protected override IReadOnlyList<string> Ids => ScheduleId;

    private protected override string Describe(string id) => CurrentContext.Seen.Describe<VodScheduleKind>(id);

    private protected sealed override Task<VodSchedule> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        CallAsync(client, long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    private protected abstract Task<VodSchedule> CallAsync(LiveStationClient client, long id, CancellationToken cancellationToken);
}
