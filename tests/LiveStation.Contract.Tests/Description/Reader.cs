using System.Collections.Generic;
using System.Linq;
using YamlDotNet.RepresentationModel;

namespace LiveStation.Contract.Tests.Description;

/// <summary>Reads YAML nodes, following references.</summary>
internal sealed class Reader
{
    private readonly YamlNode _root;

    public Reader(YamlNode root) => _root = root;

    public static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static string? Text(YamlNode node, string name) => Text(Child(node, name));

    public static YamlNode? Child(YamlNode? node, string name) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? child) ? child : null;

    /// <summary>The items of a list as they stand there, references not followed.</summary>
    public static IEnumerable<YamlNode> Items(YamlNode node, string name) => Child(node, name) as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();

    /// <summary>The node, or what its $ref names.</summary>
    public YamlNode Follow(YamlNode node)
    {
        while (Text(node, "$ref") is { } reference)
        {
            node = reference.TrimStart('#', '/').Split('/').Aggregate(_root, (at, name) => Child(at, name) ?? throw new KeyNotFoundException(reference));
        }

        return node;
    }

    public IReadOnlyList<YamlNode> List(YamlNode node, string name) =>
        Child(node, name) is YamlSequenceNode list ? list.Children.Select(Follow).ToList() : [];

    public IReadOnlyDictionary<string, YamlNode> Map(YamlNode node, string name) => Child(node, name) is { } child ? Map(child) : new Dictionary<string, YamlNode>();

    public IReadOnlyDictionary<string, YamlNode> Map(YamlNode node) =>
        ((YamlMappingNode)Follow(node)).Children.ToDictionary(member => Text(member.Key)!, member => member.Value);
}
