using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Moves live channels to a Global Edge CDN: one by its own call, several by few bulk calls.</summary>
[Cmdlet(VerbsCommon.Set, "LsChannelCdn", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Channel))]
public sealed class SetLsChannelCdnCommand : LsCmdlet
{
    private readonly List<string> _approved = [];
    private readonly HashSet<string> _asked = [];

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNullOrEmpty]
    public string[] ChannelId { get; set; } = [];

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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in ChannelId)
        {
            TurnTo(id);
            RequireOneContext();
            if (_asked.Add(id) && Approve(CurrentContext.Seen.Describe<ChannelKind>(id), $"Move to CDN {CdnInstanceNo}, profile {ProfileId}", Force))
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

        Pull<BulkOutcome<string, ChannelCdn>> outcomes = Start(Client.Channels.SetCdnAsync(_approved, CdnInstanceNo, ProfileId, StopToken));
        while (outcomes.Next())
        {
            if (outcomes.Current.Failure is { } failure)
            {
                WriteFailure(failure, outcomes.Current.Ids, "channels");
                continue;
            }

            foreach (string id in outcomes.Current.Ids)
            {
                if (PassThru && Try((client, token) => client.Channels.GetAsync(id, token), id, out Channel? channel))
                {
                    WriteObject(channel);
                }
            }
        }
    }
}
