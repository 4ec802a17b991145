using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Sets where the service posts events: those of some channels, or of all that have no address of their own.</summary>
[Cmdlet(VerbsCommon.Set, "LsCallback", DefaultParameterSetName = ChannelSet, SupportsShouldProcess = true)]
[OutputType(typeof(Callback), typeof(Channel), ParameterSetName = [ChannelSet])]
[OutputType(typeof(RestreamChannel), ParameterSetName = [RestreamSet])]
[OutputType(typeof(VodChannel), ParameterSetName = [VodSet])]
public sealed class SetLsCallbackCommand : LsActionCmdlet<ServiceRecord>
{
    private const string ChannelSet = "Channel";
    private const string RestreamSet = "Restream";
    private const string VodSet = "Vod";

    private const string OfAll = "callback of all channels without one of their own";

    /// <summary>An http or https address.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("CallbackEndpoint", "Url", "Uri")]
    [ValidateNotNull]
    [HttpAddress]
    [ArgumentCompleter(typeof(NoFiles))]
    public Uri? CallbackUrl { get; set; }

    /// <summary>Ids of live channels; without any id, the address of all channels without one of their own.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), LeavesToOthers = [typeof(RestreamKind), typeof(VodChannelKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>Ids of re-streams.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ParameterSetName = RestreamSet)]
    [IdOf(typeof(RestreamKind), LeavesToOthers = [typeof(ChannelKind), typeof(VodChannelKind)])]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] RestreamChannelId { get; set; } = [];

    /// <summary>Ids of VOD2LIVE channels.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ParameterSetName = VodSet)]
    [IdOf(typeof(VodChannelKind), LeavesToOthers = [typeof(ChannelKind), typeof(RestreamKind)])]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] VodChannelId { get; set; } = [];

    /// <summary>Also write what the service keeps: the callback, or the channel.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<string> Ids => ParameterSetName switch
    {
        RestreamSet => RestreamChannelId,
        VodSet => VodChannelId,
        _ => ChannelId ?? [OfAll],
    };

    private protected override string Plan(string id) => $"Post events to {Secrets.Hide(CallbackUrl)?.OriginalString}";

    private protected override string Describe(string id) => ParameterSetName switch
    {
        RestreamSet => CurrentContext.Seen.Describe<RestreamKind>(id),
        VodSet => CurrentContext.Seen.Describe<VodChannelKind>(id),
        _ => ChannelId is null ? id : CurrentContext.Seen.Describe<ChannelKind>(id),
    };

    private protected override async Task<ServiceRecord> CallAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => ParameterSetName switch
    {
        RestreamSet => await client.Callbacks.SetForRestreamAsync(id, CallbackUrl!, cancellationToken).ConfigureAwait(false),
        VodSet => await client.Callbacks.SetForVodChannelAsync(id, CallbackUrl!, cancellationToken).ConfigureAwait(false),
        _ when ChannelId is null => await client.Callbacks.SetAsync(CallbackUrl!, cancellationToken).ConfigureAwait(false),
        _ => await client.Callbacks.SetForChannelAsync(id, CallbackUrl!, cancellationToken).ConfigureAwait(false),
    };

    private protected override void Done(ServiceRecord answer)
    {
        if (PassThru)
        {
            WriteObject(answer);
        }
    }
}
