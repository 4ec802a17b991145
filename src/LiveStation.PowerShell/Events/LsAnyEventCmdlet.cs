using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet about the events of channels of any kind, or of all.</summary>
public abstract class LsAnyEventCmdlet : LsEventCmdlet
{
    private const string VodSet = "Vod";

    /// <summary>Ids of live channels; without any id, what happens to all channels.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(RestreamKind), typeof(VodChannelKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public override string[]? ChannelId { get; set; }

    /// <summary>Ids of VOD2LIVE channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = VodSet)]
    [IdOf(typeof(VodChannelKind), LeavesToOthers = [typeof(ChannelKind), typeof(RestreamKind)])]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] VodChannelId { get; set; } = [];

    private protected override IAsyncEnumerable<Event> OfChannel(LiveStationClient client, string channelId) => client.Events.ListOfChannelAsync(channelId, StopToken);

    private protected override IAsyncEnumerable<Event> OfRestream(LiveStationClient client, string channelId) => client.Events.ListOfRestreamAsync(channelId, StopToken);

    /// <summary>Asks for what happened to all channels.</summary>
    private protected abstract void AskAll();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();

        // The API has no list of their own for these, but the list of all can be asked for any one channel.
        Ask(VodChannelId, (client, id) => client.Events.ListAsync(id, StopToken));
        if (ParameterSetName == ChannelSet && ChannelId is null)
        {
            AskAll();
        }
    }
}
