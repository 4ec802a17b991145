using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>A configuration: the sections that it names, each with its things. A section that is not named is nobody's concern.</summary>
internal sealed class ConfigurationDocument
{
    private readonly Dictionary<ConfigurationSection, List<ConfigurationItem>> _items = [];

    /// <summary>The sections that are named, in the order in which they rest on each other.</summary>
    public IEnumerable<ConfigurationSection> Sections => ConfigurationSections.All.Where(_items.ContainsKey);

    public IReadOnlyList<ConfigurationItem> this[ConfigurationSection section] => _items.TryGetValue(section, out List<ConfigurationItem>? items) ? items : [];

    /// <summary>Names a section, though it may stay empty.</summary>
    public void Open(ConfigurationSection section)
    {
        if (!_items.ContainsKey(section))
        {
            _items.Add(section, []);
        }
    }

    public void Add(ConfigurationSection section, ConfigurationItem item)
    {
        Open(section);
        _items[section].Add(item);
    }

    /// <summary>The things in the order in which they are written: by name, letter by letter.</summary>
    public IEnumerable<ConfigurationItem> InOrder(ConfigurationSection section) => this[section].OrderBy(static item => item.Name, StringComparer.Ordinal);
}
