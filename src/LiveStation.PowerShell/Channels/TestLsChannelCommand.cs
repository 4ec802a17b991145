using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Checks live channels before they go on air, or while they are. A check that fails is a result, not an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LsChannel")]
[OutputType(typeof(ChannelCheck), typeof(bool))]
public sealed class TestLsChannelCommand : LsChannelFanOutCmdlet<ChannelCheck>
{
    private readonly Dictionary<LiveStationClient, ChannelCheckup> _checkups = [];
    private ChannelCheckName[] _wanted = [];
    private bool _isAny;
    private bool _isAnyWrong;

    /// <summary>Only these checks.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelCheckName>))]
    public ChannelCheckName?[] Check { get; set; } = [];

    /// <summary>Not these checks.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<ChannelCheckName>))]
    public ChannelCheckName?[] ExcludeCheck { get; set; } = [];

    /// <summary>Write only whether there was something to check and no check has failed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _wanted =
        [.. (Check.Length > 0 ? Check.OfType<ChannelCheckName>() : ChannelCheckup.All).Except(ExcludeCheck.OfType<ChannelCheckName>())];

    private protected override IEnumerable<IAsyncEnumerable<ChannelCheck>> Ask(string channelId)
    {
        LiveStationClient client = Client;
        if (!_checkups.TryGetValue(client, out ChannelCheckup? checkup))
        {
            _checkups.Add(client, checkup = new ChannelCheckup(client));
        }

        yield return checkup.CheckAsync(channelId, _wanted, StopToken);
    }

    private protected override bool Matches(ChannelCheck item)
    {
        _isAny = true;
        _isAnyWrong |= item.Passed == false;
        return !Quiet;
    }

    private protected override void Finish()
    {
        base.Finish();
        if (Quiet)
        {
            // What nobody looked at is not good.
            WriteObject(_isAny && !_isAnyWrong && !HasFailed);
        }
    }
}
