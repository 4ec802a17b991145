using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that lists events, and keeps those that were asked for.</summary>
public abstract class LsEventCmdlet : LsFanOutCmdlet<Event>
{
    private protected const string ChannelSet = "Channel";
    private protected const string RestreamSet = "Restream";

    private (EventCode Code, WildcardPattern Pattern)[] _events = [];

    /// <summary>Ids of live channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = ChannelSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true, LeavesToOthers = [typeof(RestreamKind)])]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public virtual string[]? ChannelId { get; set; }

    /// <summary>Ids of re-streams.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = RestreamSet)]
    [IdOf(typeof(RestreamKind), LeavesToOthers = [typeof(ChannelKind), typeof(VodChannelKind)])]
    [ArgumentCompleter(typeof(NameCompleter<RestreamKind>))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] RestreamChannelId { get; set; } = [];

    /// <summary>Only what happened since then: a time, or how long ago.</summary>
    [Parameter]
    [Since]
    [ArgumentCompleter(typeof(SpanCompleter))]
    public DateTime? Since { get; set; }

    /// <summary>Only these events; wildcards are allowed.</summary>
    [Parameter]
    [Alias("EventCode")]
    [SupportsWildcards]
    [EventName]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<EventCode>))]
    public string[] Event { get; set; } = [];

    /// <summary>Only events of these levels.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<LogLevel>))]
    public LogLevel?[] LogLevel { get; set; } = [];

    private protected abstract IAsyncEnumerable<Event> OfChannel(LiveStationClient client, string channelId);

    private protected abstract IAsyncEnumerable<Event> OfRestream(LiveStationClient client, string channelId);

    /// <inheritdoc/>
    protected override void BeginProcessing() => _events = [.. Event.Select(static name =>
    {
        WireNames<EventCode>.TryRead(name, out EventCode code);
        return (code, WildcardPattern.Get(name, WildcardOptions.IgnoreCase));
    })];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Ask(ChannelId ?? [], OfChannel);
        Ask(RestreamChannelId, OfRestream);
    }

    private protected virtual void Ask(string[] ids, Func<LiveStationClient, string, IAsyncEnumerable<Event>> list)
    {
        foreach (string id in ids)
        {
            TurnTo(id);
            Add(list(Client, id), id);
        }
    }

    // What has no time may have happened since.
    private protected override bool Matches(Event item) =>
        (Since is not { } since || item.Timestamp is not { } time || time.ToUniversalTime() >= since.ToUniversalTime()) && IsWanted(item);

    /// <summary>Whether it is one of the events and levels that were asked for.</summary>
    private protected bool IsWanted(Event item) =>
        (LogLevel.Length == 0 || LogLevel.Contains(item.LogLevel))
        && (_events.Length == 0 || _events.Any(wanted => IsOne(item, wanted.Code, wanted.Pattern)));

    private static bool IsOne(Event item, EventCode code, WildcardPattern pattern) =>
        item.EventCode != LiveStation.EventCode.Unknown && item.EventCode == code
        || pattern.IsMatch(item.EventCodeText ?? "")
        || (item.EventCode != LiveStation.EventCode.Unknown && pattern.IsMatch(item.EventCode.ToString()));
}
