using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveStation.Packaging;

/// <summary>The bill of materials, in CycloneDX 1.5, from the lock files of the restore. It names no time and no number of its own, so that it is the same each time.</summary>
internal static class Sbom
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="version">Version of the module.</param>
    /// <param name="sources">The folder of the projects, with their lock files.</param>
    /// <param name="module">The folder of the module: what is in it is shipped, what is not was needed to build it.</param>
    public static string Of(string version, string sources, string module)
    {
        string own = $"pkg:nuget/LiveStation@{version}";
        HashSet<string> shipped = [.. Directory.GetFiles(module, "*.dll", SearchOption.AllDirectories).Select(static file => Path.GetFileNameWithoutExtension(file))];
        SortedDictionary<string, JsonObject> packages = new(StringComparer.Ordinal);
        SortedDictionary<string, SortedSet<string>> needs = new(StringComparer.Ordinal) { [own] = new(StringComparer.Ordinal) };
        foreach (string project in new[] { "LiveStation.Core", "LiveStation.Emulator", "LiveStation.PowerShell" })
        {
            using JsonDocument locks = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sources, project, "packages.lock.json")));
            foreach (JsonProperty framework in locks.RootElement.GetProperty("dependencies").EnumerateObject())
            {
                Dictionary<string, JsonElement> found = framework.Value.EnumerateObject().Where(static package => package.Value.GetProperty("type").GetString() != "Project").ToDictionary(static package => package.Name, static package => package.Value);
                foreach ((string name, JsonElement package) in found)
                {
                    string id = Id(name, package);
                    packages[id] = Component(id, name, package, shipped.Contains(name));
                    if (!needs.TryGetValue(id, out SortedSet<string>? below))
                    {
                        needs[id] = below = new SortedSet<string>(StringComparer.Ordinal);
                    }

                    if (package.TryGetProperty("dependencies", out JsonElement dependencies))
                    {
                        below.UnionWith(dependencies.EnumerateObject().Where(dependency => found.ContainsKey(dependency.Name)).Select(dependency => Id(dependency.Name, found[dependency.Name])));
                    }

                    if (package.GetProperty("type").GetString() == "Direct")
                    {
                        needs[own].Add(id);
                    }
                }
            }
        }

        JsonObject bill = new()
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.5",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Named("application", own, "LiveStation", version) },
            ["components"] = new JsonArray([.. packages.Values]),
            ["dependencies"] = new JsonArray([.. needs.Select(static entry => new JsonObject
            {
                ["ref"] = entry.Key,
                ["dependsOn"] = new JsonArray([.. entry.Value.Select(static id => JsonValue.Create(id))]),
            })]),
        };
        return bill.ToJsonString(Format) + "\n";
    }

    private static JsonObject Component(string id, string name, JsonElement package, bool isShipped)
    {
        JsonObject component = Named("library", id, name, package.GetProperty("resolved").GetString()!);
        component["scope"] = isShipped ? "required" : "excluded";
        component["hashes"] = new JsonArray(new JsonObject
        {
            ["alg"] = "SHA-512",
            ["content"] = Convert.ToHexStringLower(Convert.FromBase64String(package.GetProperty("contentHash").GetString()!)),
        });
        component["purl"] = id;
        return component;
    }

    private static JsonObject Named(string type, string id, string name, string version) => new() { ["type"] = type, ["bom-ref"] = id, ["name"] = name, ["version"] = version };

    private static string Id(string name, JsonElement package) => $"pkg:nuget/{name}@{package.GetProperty("resolved").GetString()}";
}
