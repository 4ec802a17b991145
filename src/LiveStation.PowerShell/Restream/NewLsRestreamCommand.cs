using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes a re-stream.</summary>
[Cmdlet(VerbsCommon.New, "LsRestream", SupportsShouldProcess = true)]
[OutputType(typeof(RestreamChannel))]
public sealed class NewLsRestreamCommand : LsCmdlet
{
    // None leaves these without somebody's doing.
    private static readonly ChannelStatus[] Dead = [ChannelStatus.Deleted, ChannelStatus.Block, ChannelStatus.ForceBlock, ChannelStatus.ForceDeleted];

    private readonly List<RestreamTarget> _targets = [];

    /// <summary>Name, 3 to 20 characters.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("Name")]
    [NameRule("re-stream", "Korean or Latin letters, digits and underscore")]
    [ArgumentCompleter(typeof(NoFiles))]
    public string ChannelName { get; set; } = "";

    /// <summary>Targets, as New-LsRestreamTarget makes them.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [RestreamTargetInput]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public RestreamTarget[] Restream { get; set; } = [];

    /// <summary>Plan: Standard for up to three targets, Professional for up to five.</summary>
    [Parameter]
    [ValidateRange(LiveStation.PlanType.Standard, LiveStation.PlanType.Professional)]
    public PlanType PlanType { get; set; } = LiveStation.PlanType.Standard;

    /// <summary>Environment tag.</summary>
    [Parameter]
    [ValidateRange(LiveStation.EnvType.Real, LiveStation.EnvType.Stage)]
    public EnvType EnvType { get; set; } = LiveStation.EnvType.Real;

    /// <summary>Wait until it is ready.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 300;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _targets.AddRange(Restream);

    private protected override void Finish()
    {
        // Without any, the binder has refused what was given.
        if (_targets.Count > 0)
        {
            Make(new RestreamSettings { ChannelName = ChannelName, Restream = [.. _targets.Distinct()], PlanType = PlanType, EnvType = EnvType });
        }
    }

    private void Make(RestreamSettings settings)
    {
        try
        {
            if (!Approve(ChannelName, "Make a re-stream: " + settings.Check()))
            {
                return;
            }
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, ChannelName));
        }

        if (!Try((client, token) => client.Restream.CreateAsync(settings, token), ChannelName, out RestreamChannel? channel))
        {
            return;
        }

        if (!Wait || channel!.ChannelId is not { } id)
        {
            WriteObject(channel);
            return;
        }

        StateWait<RestreamChannel> wait = new(this)
        {
            Goal = ChannelStatus.Ready.ToString(),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StateOf = static made => made.ChannelStatusText ?? "without a state",
            IsDone = static made => made.ChannelStatus is ChannelStatus.Ready or ChannelStatus.Publishing,
            IsFailed = static made => Dead.Contains(made.ChannelStatus),
            FailedAdvice = "Look with Get-LsRestream; a stop by the platform is for the vendor's support.",
            Ended = made => WriteObject(made),
        };
        wait.Add(id, async token => await Client.Restream.GetAsync(id, token).ConfigureAwait(false));
        wait.Run();
    }
}
