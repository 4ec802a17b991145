using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes things that are named by two ids: records, copies of them, and rows about them. Refuses what is of another kind.</summary>
public abstract class ThingInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>The kind that the parameter is about.</summary>
    internal abstract Kind Wanted { get; }

    /// <summary>Whether a thing of another kind is taken for one.</summary>
    internal virtual bool Takes(Kind other) => false;
}

/// <summary>The same for things of one type.</summary>
/// <typeparam name="T">The record that they become.</typeparam>
public abstract class ThingInputAttribute<T> : ThingInputAttribute
    where T : ServiceRecord
{
    /// <summary>Which parameters name one.</summary>
    private protected abstract string NamedBy { get; }

    /// <summary>What a copy or a row names; null where it names nothing.</summary>
    private protected abstract T? Named(PSObject thing);

    /// <inheritdoc/>
    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<T> things = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            things.Add(item is null ? null! : ThingIn(item));
        }

        return things.ToArray();
    }

    private T ThingIn(object input)
    {
        PSObject thing = PSObject.AsPSObject(input);
        if (thing.BaseObject is T record)
        {
            return record;
        }

        string one = Wanted.Noun.Substring(Wanted.Noun.IndexOf(' ') + 1);
        if (thing.BaseObject is string or ValueType)
        {
            throw Kind.Leave($"'{thing}' is no {one}. {char.ToUpperInvariant(Wanted.Noun[0])}{Wanted.Noun.Substring(1)} is named by {NamedBy}.");
        }

        Kind? kind = Kind.Of(thing);
        if (kind is not null && kind != Wanted && !Takes(kind))
        {
            throw new ArgumentTransformationMetadataException(IdOfAttribute.IsNameless(kind, thing) ? IdOfAttribute.Nameless(kind) : IdOfAttribute.Refusal(Wanted, kind));
        }

        if (Named(thing) is not { } named)
        {
            throw Kind.Leave($"An object was given that has no {Wanted.IdName}, where {Wanted.Noun} was meant.");
        }

        named.Origin = Origins.Of(thing);
        return named;
    }

    /// <summary>A text of an object; null where it has none.</summary>
    private protected static string? TextIn(PSObject thing, string property) =>
        Convert.ToString(thing.Properties[property]?.Value, CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An id of an object; null where it has none.</summary>
    private protected static long? IdIn(PSObject thing, string property) =>
        LanguagePrimitives.TryConvertTo(thing.Properties[property]?.Value, out long id) && id != 0 ? id : null;

    /// <summary>Any other value; null where it has none.</summary>
    private protected static TValue? ValueIn<TValue>(PSObject thing, string property)
        where TValue : struct => thing.Properties[property]?.Value is { } value && LanguagePrimitives.TryConvertTo(value, out TValue converted) ? converted : null;
}
