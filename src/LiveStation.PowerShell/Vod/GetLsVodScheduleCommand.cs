using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets schedules of VOD2LIVE channels: by id, of some channels, or all that wait or play.</summary>
[Cmdlet(VerbsCommon.Get, "LsVodSchedule", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(VodSchedule))]
public sealed class GetLsVodScheduleCommand : LsFanOutCmdlet<VodSchedule>
{
    private const string ChannelSet = "Channel";
    private const string IdSet = "Id";

    /// <summary>Ids of channels; without it every VOD2LIVE channel of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [IdOf(typeof(VodChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(VodScheduleKind)], LeavesNumbers = true)]
    [ArgumentCompleter(typeof(NameCompleter<VodChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>Ids of schedules, or schedules: each is asked for anew.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(VodScheduleKind), LeavesText = true, LeavesToOthers = [typeof(VodChannelKind)])]
    [ArgumentCompleter(typeof(NameCompleter<VodScheduleKind>))]
    [ValidateNotNull]
    public string[] ScheduleId { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<VodScheduleStatus>))]
    public VodScheduleStatus?[] Status { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == IdSet)
        {
            foreach (string id in ScheduleId)
            {
                TurnTo(id);
                LiveStationClient client = Client;
                Add(Once<VodSchedule>(async token => await client.VodSchedules.GetAsync(long.Parse(id, CultureInfo.InvariantCulture), token).ConfigureAwait(false)), id);
            }

            return;
        }

        if (ChannelId is null)
        {
            AddEveryChannel();
            return;
        }

        foreach (string channelId in ChannelId)
        {
            TurnTo(channelId);
            Add(Client.VodSchedules.ListAsync(channelId, StopToken), channelId);
        }
    }

    private protected override bool Matches(VodSchedule item) => Status.Length == 0 || Status.Contains(item.Status);

    private void AddEveryChannel() => AddEach<VodChannel, VodChannelKind>(Client.VodChannels.ListAsync(StopToken), "VOD2LIVE channels", channel =>
    {
        if (channel.ChannelId is { } id && VodScheduleKind.IsUsedBy(channel))
        {
            Add(Client.VodSchedules.ListAsync(id, StopToken), id);
        }
    });
}
