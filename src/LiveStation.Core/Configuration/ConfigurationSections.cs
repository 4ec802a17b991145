using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>What a document may hold, in the order in which the sections rest on each other.</summary>
internal static class ConfigurationSections
{
    public static readonly IReadOnlyList<ConfigurationSection> All =
    [
        new QualitySection(),
        new QualitySetSection(),
        new ChannelSection(),
        new VodChannelSection(),
        new RestreamSection(),
        new CallbackSection(),
    ];

    public static ConfigurationSection? Find(string name) => All.FirstOrDefault(section => section.Name == name);
}
