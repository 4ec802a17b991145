using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Sets where the service posts events: those of some channels, or of all that have no address of their own.</summary>
[Cmdlet(VerbsCommon.Set, "LsCallback", DefaultParameterSetName = DefaultSet, SupportsShouldProcess = true)]
[OutputType(typeof(Callback), ParameterSetName = new[] { DefaultSet })]
[OutputType(typeof(Channel), ParameterSetName = new[] { ChannelSet })]
public sealed class SetLsCallbackCommand : LsActionCmdlet<ServiceRecord>
{
    private const string DefaultSet = "Default";
    private const string ChannelSet = "Channel";

    private const string OfAll = "callback of all channels without one of their own";

    /// <summary>An http or https address.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("CallbackEndpoint", "Url", "Uri")]
    [ValidateNotNull]
    [HttpAddress]
    [ArgumentCompleter(typeof(NoFiles))]
    public Uri? CallbackUrl { get; set; }

    /// <summary>Ids of live channels; nothing else than a channel is taken for one.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind))]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Also write what the service keeps: the callback, or the channel.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<string> Ids => ParameterSetName == DefaultSet ? [OfAll] : ChannelId;

    private protected override string Plan(string id) => $"Post events to {Secrets.Hide(CallbackUrl)?.OriginalString}";

    private protected override string Describe(string id) => ParameterSetName == DefaultSet ? id : CurrentContext.Seen.Describe<ChannelKind>(id);

    private protected override async Task<ServiceRecord> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => ParameterSetName switch
    {
        ChannelSet => await client.Callbacks.SetForChannelAsync(id, CallbackUrl!, cancellationToken).ConfigureAwait(false),
        _ => await client.Callbacks.SetAsync(CallbackUrl!, cancellationToken).ConfigureAwait(false),
    };

    private protected override void Done(ServiceRecord answer)
    {
        if (PassThru)
        {
            WriteObject(answer);
        }
    }
}
