using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>
/// A kind of thing, and how an object of it is known whatever became of it: itself, a copy from a job or Clixml, a selection
/// of its properties, or a row of a table. Each area declares its own; see docs/design/binding.md.
/// </summary>
internal abstract class Kind
{
    private static readonly Lazy<Kind[]> AllKinds = new(static () =>
        [.. typeof(Kind).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Kind)) && !type.IsAbstract).Select(static type => (Kind)Activator.CreateInstance(type)!)]);

    /// <summary>Every kind that an area declares.</summary>
    public static IReadOnlyList<Kind> All => AllKinds.Value;

    /// <summary>What one is called in messages, with its article.</summary>
    public abstract string Noun { get; }

    /// <summary>The records that are about one.</summary>
    public abstract IReadOnlyList<Type> Records { get; }

    /// <summary>The property that holds its id; null for what has none of its own.</summary>
    public abstract string? IdName { get; }

    /// <summary>The kind that one of these is a part of: what only reads takes a recording for its channel. Null for what stands by itself. Several kinds may call their ids alike, so a name does not tell.</summary>
    public virtual Type? Within => null;

    /// <summary>The id that it names of something, without saying of which kind that is; null for none.</summary>
    public virtual string? NamesAny => null;

    /// <summary>Columns that only rows about one have.</summary>
    public virtual IReadOnlyList<string> Marks => [];

    /// <summary>Columns that no row about one has: with them it is about something that this belongs to.</summary>
    public virtual IReadOnlyList<string> ForeignMarks => [];

    /// <summary>Where ids are whole numbers: what to do for somebody who gave something else, of which nothing is sent. Null where ids are text.</summary>
    public virtual string? NumberAdvice => null;

    /// <summary>Which cmdlets are about one, for somebody who gave it to another.</summary>
    public abstract string Advice { get; }

    /// <summary>How many names of things are remembered, for completion and questions.</summary>
    public virtual int Keep => 0;

    /// <summary>Whether objects of a type hold names of things.</summary>
    public virtual bool IsSeenIn(Type type) => Records.Contains(type);

    /// <summary>The name in one of these objects, as parameters take it; null for none.</summary>
    public virtual string? NameIn(object item) => null;

    /// <summary>What people call the thing in one of these objects, where that is not its id; null for nothing.</summary>
    public virtual string? LabelOf(object item) => null;

    /// <summary>What is said beside the name.</summary>
    public virtual string Tip(object item) => Noun;

    /// <summary>Whether completion offers it beside what is bound already.</summary>
    public virtual bool Fits(object item, IDictionary boundParameters) => true;

    /// <summary>Asks the service for all, for completion; null where it does not ask.</summary>
    public virtual IAsyncEnumerable<object>? ListAsync(LiveStationClient client, CancellationToken cancellationToken) => null;

    /// <summary>Whether the id in an object of another kind names one of this: that of a recording's channel does, that of a relay's re-stream is no live channel's.</summary>
    public virtual bool IsNamedBy(Kind other) => other.IsWithin(GetType()) || (other.NamesAny is { } name && name == IdName) || All.Count(kind => kind.IdName == IdName) == 1;

    private bool IsWithin(Type kind) => Within is { } whole && (whole == kind || Get(whole).IsWithin(kind));

    /// <summary>The kind that a parameter is about.</summary>
    public static Kind Get(Type kind) => All.First(known => known.GetType() == kind);

    /// <summary>The kind of an object; null for a row that could be about anything.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The object is of this module, and about nothing that has an id.</exception>
    public static Kind? Of(PSObject thing)
    {
        foreach (string name in thing.TypeNames)
        {
            string type = Original(name);
            if (type.StartsWith("LiveStation.", StringComparison.Ordinal))
            {
                return All.FirstOrDefault(kind => kind.Records.Any(record => record.FullName == type)) ?? throw Unknown(thing);
            }
        }

        if (thing.BaseObject is not PSCustomObject && !thing.TypeNames.Any(static name => name.StartsWith("Deserialized.", StringComparison.Ordinal)))
        {
            throw Unknown(thing);
        }

        return All.FirstOrDefault(kind => kind.Marks.Any(mark => thing.Properties[mark] is not null));
    }

    /// <summary>A refusal after which the binder tries the next parameter.</summary>
    public static ArgumentTransformationMetadataException Leave(string message) => new(message, new PSInvalidCastException(message));

    private static ArgumentTransformationMetadataException Unknown(PSObject thing) =>
        Leave($"An object of type {thing.BaseObject.GetType().Name} is nothing that this parameter is about.");

    // Select-Object and the serialiser put these before the name of the type, in any order.
    private static string Original(string name)
    {
        while (name.StartsWith("Deserialized.", StringComparison.Ordinal) || name.StartsWith("Selected.", StringComparison.Ordinal))
        {
            name = name.Substring(name.IndexOf('.') + 1);
        }

        return name;
    }
}
