using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Gets live channels: by id, or all that match.</summary>
[Cmdlet(VerbsCommon.Get, "LsChannel", DefaultParameterSetName = ListSet)]
[OutputType(typeof(Channel))]
public sealed class GetLsChannelCommand : LsFanOutCmdlet<Channel>
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private WildcardPattern[] _names = [];

    // A name without wildcards means one thing: that it is not there is an error, as for Get-Process.
    private HashSet<string> _missing = [];

    /// <summary>Ids of channels.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(ChannelIdCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string[] ChannelId { get; set; } = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Alias("ChannelName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>States.</summary>
    [Parameter]
    [Alias("ChannelStatus")]
    [ValidateNotNullOrEmpty]
    public ChannelStatus[] Status { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        (_names, _missing) = (
            [.. Name.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))],
            new(Name.Where(static name => !WildcardPattern.ContainsWildcardCharacters(name)), StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ListSet)
        {
            Add(Client.Channels.ListAsync(Filter(), StopToken), null);
            return;
        }

        foreach (string id in ChannelId)
        {
            TurnTo(id);
            Add(Once<Channel>(async token => await Client.Channels.GetAsync(id, token).ConfigureAwait(false)), id);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!HasFailed)
        {
            foreach (string name in _missing)
            {
                WriteError(ErrorRecords.NoSuchName(name, "channel", "ChannelNotFound", "Get-LsChannel"));
            }
        }

        CurrentContext.Seen.HasListedChannels |= ParameterSetName == ListSet && Status.Length == 0;
    }

    private protected override bool Matches(Channel item)
    {
        _missing.Remove(item.ChannelName ?? "");
        return (Status.Length == 0 || Status.Contains(item.ChannelStatus))
        && (_names.Length == 0 || _names.Any(name => name.IsMatch(item.ChannelName ?? "")));
    }

    // The service matches names by part, and nobody has said whether it minds capitals: names are compared here alone.
    // Editions of the API differ in the states that they take, so only those of all editions are sent; and none where a name is
    // looked for, because a channel in another state is there all the same.
    private ChannelFilter Filter() => new()
    {
        ChannelStatus = _missing.Count == 0 && Status is [ChannelStatus.Ready or ChannelStatus.Publishing or ChannelStatus.Block] ? Status[0] : null,
    };
}
