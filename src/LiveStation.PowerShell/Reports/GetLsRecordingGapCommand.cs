using System;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets what is wrong with what was recorded: time on air without a recording, overlaps, files that are too short, failures.</summary>
[Cmdlet(VerbsCommon.Get, "LsRecordingGap", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(RecordingGap))]
public sealed class GetLsRecordingGapCommand : LsFanOutCmdlet<RecordingGap>
{
    private const string ChannelSet = "Channel";
    private const string ObjectSet = "Object";

    private readonly Histories _given = new();

    /// <summary>Ids of channels; without it every live channel of the account.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [IdOf(typeof(ChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(RecordingKind), typeof(EventKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>Recordings and events to be judged; what is not given of their channels is asked for.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [HistoryInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public ServiceRecord[] InputObject { get; set; } = [];

    /// <summary>What is wrong.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<GapKind>))]
    public GapKind?[] Kind { get; set; } = [];

    /// <summary>Only what lies after that: a time, or how long ago.</summary>
    [Parameter]
    [Since]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public DateTime? Since { get; set; }

    /// <summary>Only what lies before that.</summary>
    [Parameter]
    [Since(AllowsToCome = true)]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public DateTime? Until { get; set; }

    /// <summary>What is shorter is left out.</summary>
    [Parameter]
    [TimeSpanWithUnit]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public TimeSpan MinimumGap { get; set; } = Histories.Shortest;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Since > Until)
        {
            RefuseParameters("TimesReversed", "-Since is later than -Until: there is nothing between them.", "Give the earlier time to -Since.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ObjectSet)
        {
            foreach (ServiceRecord thing in InputObject)
            {
                if (!_given.Add(thing))
                {
                    WriteError(RecordingKind.ChannelMissing(((Recording)thing).RecordId));
                }
            }

            return;
        }

        if (ChannelId is null)
        {
            AddEach<Channel, ChannelKind>(Client.Channels.ListAsync(null, StopToken), "channels", channel =>
            {
                if (channel.ChannelId is { } id)
                {
                    Judge(new ChannelHistory(id));
                }
            });
            return;
        }

        foreach (string id in ChannelId)
        {
            TurnTo(id);
            if (_given.IsNew(id))
            {
                Judge(new ChannelHistory(id));
            }
        }
    }

    private protected override void Finish()
    {
        foreach ((ChannelHistory history, object? origin, _) in _given.All)
        {
            TurnTo(origin);
            Judge(history, mayBeOther: !history.HasRecordings);
        }

        base.Finish();
    }

    private protected override bool Matches(RecordingGap item) =>
        (Kind.Length == 0 || Kind.Contains(item.Kind))
        && (Since is not { } since || item.End is not { } end || end.ToUniversalTime() > since.ToUniversalTime())
        && (Until is not { } until || item.Begin is not { } begin || begin.ToUniversalTime() < until.ToUniversalTime());

    private void Judge(ChannelHistory history, bool mayBeOther = false)
    {
        DateTime now = Time.GetUtcNow().UtcDateTime;
        bool needsCalls = !history.HasRecordings || !history.HasBroadcasts;
        Add(Histories.FilledAsync(history, needsCalls ? Client : null, mayBeOther, filled => filled.Gaps(now, MinimumGap), StopToken), history.ChannelId);
    }
}
