using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that gets things: by id, or all that match. An area adds the parameter of ids, in the set <see cref="IdSet"/>.</summary>
/// <typeparam name="T">The things.</typeparam>
public abstract class LsListCmdlet<T> : LsFanOutCmdlet<T>
    where T : class
{
    private protected const string ListSet = "List";
    private protected const string IdSet = "Id";

    private WildcardPattern[] _names = [];

    // A name without wildcards means one thing: that it is not there is an error, as for Get-Process.
    private HashSet<string> _missing = [];

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public virtual string[] Name { get; set; } = [];

    /// <summary>The ids of the input at hand; none where the API gives the list alone.</summary>
    private protected virtual IReadOnlyList<string> Ids => [];

    /// <summary>What one is called, and the error that there is none of a name.</summary>
    private protected abstract (string Noun, string NotFoundId) Words { get; }

    /// <summary>Whether things of single names are wanted: no filter may hide one of them from the list.</summary>
    private protected bool SeeksNames => _missing.Count > 0;

    private protected abstract IAsyncEnumerable<T> ListAsync(LiveStationClient client, CancellationToken cancellationToken);

    private protected virtual Task<T> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    private protected abstract string? NameOf(T item);

    /// <summary>The kind of which a list is whole, so that completion need not ask; null where a filter that was sent hides some.</summary>
    private protected virtual Type? Listed => null;

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
            Add(ListAsync(Client, StopToken), null);
            return;
        }

        foreach (string id in Ids)
        {
            TurnTo(id);
            LiveStationClient client = Client;
            Add(Once<T>(async token => await GetAsync(client, id, token).ConfigureAwait(false)), id);
        }
    }

    private protected override void Finish()
    {
        base.Finish();
        if (HasFailed)
        {
            return;
        }

        if (ParameterSetName == ListSet && Listed is { } kind)
        {
            CurrentContext.Seen.NoteListed(Kind.Get(kind));
        }

        foreach (string name in _missing)
        {
            WriteError(ErrorRecords.NoSuchName(name, Words.Noun, Words.NotFoundId, MyInvocation.MyCommand.Name));
        }
    }

    private protected override bool Matches(T item)
    {
        string name = NameOf(item) ?? "";
        _missing.Remove(name);
        return _names.Length == 0 || _names.Any(pattern => pattern.IsMatch(name));
    }
}
