using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>A document of what an account has.</summary>
internal sealed class ConfigurationExport
{
    private readonly List<string> _leftOut = [];
    private readonly List<ConfigurationFault> _faults = [];

    private ConfigurationExport()
    {
    }

    public ConfigurationDocument Document { get; } = new();

    /// <summary>Names that several things have, so that no document could tell them apart.</summary>
    public IReadOnlyList<ConfigurationFault> Faults => _faults;

    /// <summary>Values that this version does not know, and so left out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    public int Count => Document.Sections.Sum(section => Document[section].Count);

    /// <summary>Makes a document.</summary>
    /// <param name="state">What the account has.</param>
    /// <param name="chosen">Things by section and id, which bring what they stand on; null for everything.</param>
    public static ConfigurationExport Of(ConfigurationState state, IEnumerable<(string Section, string Id)>? chosen)
    {
        ConfigurationExport export = new();
        HashSet<(string, string)>? wanted = chosen is null ? null : [.. chosen];

        // From the end, so that what something stands on is known before its section is gone through.
        foreach (ConfigurationSection section in ConfigurationSections.All.Reverse())
        {
            foreach (ServiceRecord record in state.Own(section).Where(record => wanted?.Contains((section.Name, section.IdOf(record))) != false))
            {
                wanted?.UnionWith(section.StandsOn(record));
                export.Document.Add(section, export.Item(section, record));
            }

            if (wanted is null && section.OnlyName is null)
            {
                export.Document.Open(section);
            }

            foreach (IGrouping<string, ServiceRecord> alike in state.Own(section).GroupBy(section.NameOf).Where(group => group.Count() > 1 && export.Document[section].Any(item => item.Name == group.Key)))
            {
                export._faults.Add(new ConfigurationFault(
                    "ConfigurationAmbiguous",
                    0,
                    "",
                    $"{alike.Count()} {section.Plural} are called {Text.Clean(alike.Key)}: {string.Join(", ", alike.Select(section.IdOf))}. A document finds things by their names. Nothing was written.",
                    $"Rename or remove all but one; Get-Ls{section.Kind} shows them."));
            }
        }

        return export;
    }

    private ConfigurationItem Item(ConfigurationSection section, ServiceRecord record)
    {
        ConfigurationItem item = section.Item(record);
        foreach (ConfigurationField field in section.Fields.Where(field => field.Choice is { } choice && item[field.Name] is string text && !choice.Names.Contains(text)))
        {
            _leftOut.Add($"{section.Noun} {Text.Clean(item.Name)}: {field.Name} is {Text.Clean((string)item[field.Name]!)}, which this version does not know");
            item.Remove(field.Name);
        }

        return item;
    }
}
