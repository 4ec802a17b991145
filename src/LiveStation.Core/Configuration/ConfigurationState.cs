using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>What an account has, as it was read.</summary>
internal sealed class ConfigurationState
{
    private readonly Dictionary<string, List<ServiceRecord>> _records = new(StringComparer.Ordinal);

    /// <summary>The account's own things of a section.</summary>
    public IReadOnlyList<ServiceRecord> Own(ConfigurationSection section) => [.. All(section.Name).Where(section.IsOwn)];

    public void Add(ConfigurationSection section, ServiceRecord record)
    {
        if (!_records.TryGetValue(section.Name, out List<ServiceRecord>? records))
        {
            _records.Add(section.Name, records = []);
        }

        records.Add(record);
    }

    /// <summary>The ids of all things of a name, built in ones too.</summary>
    public IReadOnlyList<string> Ids(string sectionName, string name)
    {
        ConfigurationSection section = ConfigurationSections.Find(sectionName)!;
        return [.. All(sectionName).Where(record => section.NameOf(record) == name && (section.IsOwn(record) || record is Quality or QualitySet)).Select(section.IdOf)];
    }

    /// <summary>The names of all things of a section that can be referred to.</summary>
    public IEnumerable<string> Names(string sectionName) => All(sectionName).Select(ConfigurationSections.Find(sectionName)!.NameOf).Distinct();

    private List<ServiceRecord> All(string sectionName) => _records.TryGetValue(sectionName, out List<ServiceRecord>? records) ? records : [];
}
