using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes ids, and objects and rows of one kind for their ids; refuses an object of another kind, whichever way it comes.
/// Parameters with it bind from the pipeline by value only: by property name an object of any kind could slip in.
/// </summary>
/// <param name="kind">The <see cref="Kind"/> that the parameter is about.</param>
public sealed class IdOfAttribute(Type kind) : ArgumentTransformationAttribute
{
    /// <summary>The kind that the parameter is about.</summary>
    public Type Kind { get; } = kind;

    /// <summary>Whether what belongs to such a thing is taken for it too: a recording for its channel. Never where something is ended.</summary>
    public bool AllowsRelated { get; set; }

    /// <summary>Whether a name is taken as well as an id.</summary>
    public bool AllowsNames { get; set; }

    /// <summary>Kinds that other parameters of the cmdlet take.</summary>
    public Type[] LeavesToOthers { get; set; } = [];

    /// <summary>Whether text that is no whole number is left to another parameter; for kinds whose ids are numbers.</summary>
    public bool LeavesText { get; set; }

    /// <summary>Whether whole numbers are left to another parameter.</summary>
    public bool LeavesNumbers { get; set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            // The validation that follows says it better.
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        if (input is not IList list)
        {
            // As a list at once, so that the binder finds the parameter by its type before it tries another one.
            return LeavesText ? new[] { IdIn(input).ToString()! } : IdIn(input);
        }

        List<object> ids = [];
        foreach (object? item in list)
        {
            ids.Add(item is null ? null! : IdIn(item));
        }

        return LeavesText ? ids.ConvertAll(static id => id.ToString()!).ToArray() : ids.ToArray();
    }

    // A pasted id, or one of a cell, has blanks and tabs around it, which no error would show.
    private object IdIn(object input)
    {
        PSObject thing = PSObject.AsPSObject(input);
        Kind wanted = PowerShell.Kind.Get(Kind);
        if (thing.BaseObject is string or ValueType)
        {
            string given = Convert.ToString(thing.BaseObject, CultureInfo.InvariantCulture)!;
            string text = given.Trim();
            RequireNumber(wanted, text);
            return LeavesNumbers && IsNumber(text) ? throw PowerShell.Kind.Leave($"{text} is no id of {wanted.Noun}.")
                : text.Length == given.Length || text.Length == 0 ? thing.BaseObject
                : text;
        }

        Kind? actual = PowerShell.Kind.Of(thing);
        if (actual != wanted && Array.Find(LeavesToOthers, other => IsFor(PowerShell.Kind.Get(other), wanted, thing, actual)) is { } theirs)
        {
            throw PowerShell.Kind.Leave(Refusal(wanted, actual ?? PowerShell.Kind.Get(theirs)));
        }

        if (actual is not null && actual != wanted && !(AllowsRelated && wanted.IsNamedBy(actual)))
        {
            throw new ArgumentTransformationMetadataException(Refusal(wanted, actual));
        }

        if (actual is null && !AllowsRelated && wanted.ForeignMarks.FirstOrDefault(mark => thing.Properties[mark] is not null) is { } foreign)
        {
            throw new ArgumentTransformationMetadataException($"A row with a column {foreign} was given where {wanted.Noun} was meant. Nothing was sent for it. {wanted.Advice}");
        }

        // Somebody's own table may call the column Id.
        PSPropertyInfo? property = thing.Properties[wanted.IdName!] ?? (actual is null ? thing.Properties["Id"] : null);
        string? id = Convert.ToString(property?.Value, CultureInfo.InvariantCulture)?.Trim();
        if (string.IsNullOrEmpty(id))
        {
            string refusal = actual is not null && IsNameless(actual, thing) ? Nameless(actual)
                : $"{Sentence(actual?.Noun ?? "an object")} was given that has no {wanted.IdName}, where {wanted.Noun} was meant. Nothing was sent.{(actual is null ? "" : " " + actual.Advice)}";
            // In a pipeline, what is left to others ends in words of the binder that tell nothing.
            throw actual is null || LeavesToOthers.Length > 0 ? PowerShell.Kind.Leave(refusal) : new ArgumentTransformationMetadataException(refusal);
        }

        RequireNumber(wanted, id!);
        return Origins.Tag(id!, thing);
    }

    private void RequireNumber(Kind wanted, string id)
    {
        if (wanted.NumberAdvice is { } advice && !AllowsNames && !IsNumber(id))
        {
            string refusal = $"'{Text.Clean(id)}' is no id of {wanted.Noun}: ids are whole numbers. Nothing was sent. {advice}";
            throw LeavesText ? PowerShell.Kind.Leave(refusal) : new ArgumentTransformationMetadataException(refusal);
        }
    }

    // Of their kind or a part of one; a row that could be about anything is theirs where it has their id, and that is called otherwise.
    private static bool IsFor(Kind other, Kind wanted, PSObject thing, Kind? actual) => actual is not null
        ? actual == other || actual.Within == other.GetType()
        : other.IdName is { } id && id != wanted.IdName && !string.IsNullOrEmpty(thing.Properties[id]?.Value?.ToString());

    private static bool IsNumber(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether it is a selection or a row from which the id was left out.</summary>
    internal static bool IsNameless(Kind kind, PSObject thing) => kind.IdName is { } id && string.IsNullOrWhiteSpace(thing.Properties[id]?.Value?.ToString());

    internal static string Nameless(Kind kind) =>
        $"{Sentence(kind.Noun)} was given without its {kind.IdName}, so that nobody knows which. Nothing was sent for it. Keep that column: Select-Object {kind.IdName} and what else is wanted.";

    internal static string Refusal(Kind wanted, Kind actual) =>
        $"{Sentence(actual.Noun)} was given where {wanted.Noun} was meant. Nothing was sent for it. {actual.Advice}";

    internal static string Sentence(string noun) => char.ToUpperInvariant(noun[0]) + noun.Substring(1);
}
