using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets recordings: of some channels, of all, or single ones by id.</summary>
[Cmdlet(VerbsCommon.Get, "LsRecording", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Recording))]
public sealed class GetLsRecordingCommand : LsFanOutCmdlet<Recording>
{
    private const string ChannelSet = "Channel";
    private const string ObjectSet = "Object";

    /// <summary>Ids of channels; without it every channel of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(RecordingKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>Ids of recordings; needs their channel.</summary>
    [Parameter(ParameterSetName = ChannelSet)]
    [ArgumentCompleter(typeof(NameCompleter<RecordingKind>))]
    [ValidateNotNull]
    public long[]? RecordId { get; set; }

    /// <summary>Recordings, results of exporting them, or rows about them: each is asked for anew.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [RecordingInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Recording[] InputObject { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<RecordStatus>))]
    public RecordStatus?[] Status { get; set; } = [];

    /// <summary>Kinds of file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<RecordType>))]
    public RecordType?[] RecordType { get; set; } = [];

    /// <summary>Only what would be lost in this time: to be deleted within it, and neither in a bucket nor deleted.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan? ExpiringWithin { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (Recording recording in InputObject)
            {
                AddOne(recording);
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
            if (RecordId is null)
            {
                Add(Client.Recordings.ListAsync(channelId, StopToken), channelId);
                continue;
            }

            // An empty list asks for nothing: what it gives may be on its way to Remove-LsRecording.
            foreach (long recordId in RecordId)
            {
                AddOne(channelId, recordId);
            }
        }
    }

    private protected override bool Matches(Recording item) =>
        (Status.Length == 0 || Status.Contains(item.Status))
        && (RecordType.Length == 0 || RecordType.Contains(item.RecordType))
        && (ExpiringWithin is not { } span || item.ExpiresWithin(span, DateTime.UtcNow));

    private void AddEveryChannel()
    {
        if (RecordId is not null)
        {
            RefuseParameters(
                "ChannelIdMissing",
                "A recording is asked for by its id and its channel; no channel was given.",
                "Give -ChannelId as well, or pipe recordings, which bring both.");
        }

        AddEach<Channel, ChannelKind>(Client.Channels.ListAsync(null, StopToken), "channels", channel =>
        {
            if (channel.ChannelId is { } id)
            {
                Add(Client.Recordings.ListAsync(id, StopToken), id);
            }
        });
    }

    private void AddOne(Recording recording)
    {
        TurnTo(recording);
        if (recording.ChannelId is { } channelId)
        {
            AddOne(channelId, recording.RecordId);
        }
        else
        {
            WriteError(RecordingKind.ChannelMissing(recording.RecordId));
        }
    }

    private void AddOne(string channelId, long recordId)
    {
        string target = string.Format(CultureInfo.InvariantCulture, "{0}/{1}", channelId, recordId);
        Add(Once(token => Client.Recordings.GetAsync(channelId, recordId, token)), target, () => RecordingKind.NotFound(target));
    }
}
