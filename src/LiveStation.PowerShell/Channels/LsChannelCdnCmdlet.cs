using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that moves channels to a Global Edge CDN: one by its own call, several by few bulk calls. An area adds the parameter of ids.</summary>
/// <typeparam name="T">The channels.</typeparam>
public abstract class LsChannelCdnCmdlet<T> : LsCmdlet
{
    private readonly List<string> _approved = [];
    private readonly HashSet<string> _asked = [];

    /// <summary>Instance of the edge.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public long CdnInstanceNo { get; set; }

    /// <summary>Profile of the edge.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NoFiles))]
    public long ProfileId { get; set; }

    /// <summary>Do not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Also write the channels as they are afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The ids of the input at hand.</summary>
    private protected abstract IReadOnlyList<string> Ids { get; }

    /// <summary>A channel as questions name it.</summary>
    private protected abstract string Describe(string id);

    private protected abstract Task<T> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken);

    private protected abstract IAsyncEnumerable<BulkOutcome<string, ChannelCdn>> MoveAsync(LiveStationClient client, IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in Ids)
        {
            TurnTo(id);
            RequireOneContext();
            if (_asked.Add(id) && Approve(Describe(id), $"Move to CDN {CdnInstanceNo}, profile {ProfileId}", Force))
            {
                _approved.Add(id);
            }
        }
    }

    private protected override void Finish()
    {
        if (_approved.Count == 0)
        {
            return;
        }

        Pull<BulkOutcome<string, ChannelCdn>> outcomes = Start(MoveAsync(Client, _approved, StopToken));
        while (outcomes.Next())
        {
            if (outcomes.Current.Failure is { } failure)
            {
                WriteFailure(failure, outcomes.Current.Ids, "channels");
                continue;
            }

            foreach (string id in outcomes.Current.Ids)
            {
                if (PassThru && Try((client, token) => GetAsync(client, id, token), id, out T? channel))
                {
                    WriteObject(channel);
                }
            }
        }
    }
}
