using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes things that a configuration may hold: records, copies of them, and rows about them. Refuses everything else.</summary>
public sealed class ConfigurationInputAttribute : ArgumentTransformationAttribute
{
    private static readonly Dictionary<Type, string> Sections = new()
    {
        [typeof(QualityKind)] = "qualities",
        [typeof(QualitySetKind)] = "qualitySets",
        [typeof(ChannelKind)] = "channels",
        [typeof(VodChannelKind)] = "vodChannels",
        [typeof(RestreamKind)] = "restreams",
    };

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is null)
        {
            return null!;
        }

        object input = inputData is PSObject { BaseObject: IList wrapped } ? wrapped : inputData;
        List<PSObject> things = [];
        foreach (object? item in input as IList ?? new[] { input })
        {
            PSObject thing = PSObject.AsPSObject(item ?? throw Kind.Leave("Nothing was given."));
            Named(thing);
            things.Add(thing);
        }

        return things.ToArray();
    }

    /// <summary>The section and the id of a thing.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is none that a configuration holds.</exception>
    internal static (string Section, string Id) Named(PSObject thing)
    {
        if (thing.BaseObject is string or ValueType)
        {
            throw Kind.Leave($"'{thing}' is no object: pipe things in from Get-LsChannel, Get-LsQualitySet and the like.");
        }

        Kind? kind = Kind.Of(thing);
        if (kind is null || !Sections.TryGetValue(kind.GetType(), out string? section))
        {
            throw new ArgumentTransformationMetadataException($"{IdOfAttribute.Sentence(kind?.Noun ?? "a row that could be about anything")} is nothing that a configuration holds. {kind?.Advice ?? "Give objects from Get-LsChannel, Get-LsVodChannel, Get-LsRestream, Get-LsQualitySet or Get-LsQuality."}".TrimEnd());
        }

        return Convert.ToString(thing.Properties[kind.IdName!]?.Value, CultureInfo.InvariantCulture) is { Length: > 0 } id
            ? (section, id)
            : throw new ArgumentTransformationMetadataException($"{IdOfAttribute.Sentence(kind.Noun)} was given without a {kind.IdName}.");
    }
}
