using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LiveStation.Packaging;

/// <summary>Packages as galleries want them, the same bytes each time: entries in order, with one time for all.</summary>
internal static class Nupkg
{
    // The earliest that a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XNamespace Spec = "http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Packs the folder of a module.</summary>
    /// <param name="path">The package to write.</param>
    /// <param name="manifest">The module's manifest.</param>
    /// <param name="releaseNotes">What is new.</param>
    /// <param name="projectUrl">Address of the project; empty for none.</param>
    /// <param name="module">The folder.</param>
    public static void Write(string path, ModuleManifest manifest, string releaseNotes, string projectUrl, string module)
    {
        SortedDictionary<string, byte[]> entries = new(StringComparer.Ordinal);
        foreach (string file in Directory.GetFiles(module, "*", SearchOption.AllDirectories))
        {
            entries[Path.GetRelativePath(module, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        entries["LiveStation.nuspec"] = Bytes(Nuspec(manifest, releaseNotes, projectUrl));
        entries["_rels/.rels"] = Bytes(new XElement(Relations + "Relationships", new XElement(
            Relations + "Relationship",
            new XAttribute("Type", "http://schemas.microsoft.com/packaging/2010/07/manifest"),
            new XAttribute("Target", "/LiveStation.nuspec"),
            new XAttribute("Id", "R1"))));
        entries["[Content_Types].xml"] = Bytes(ContentTypes(entries.Keys));
        Zip(path, entries);
    }

    /// <summary>Packs a package of another tool anew, so that it is the same bytes each time.</summary>
    public static void MakeReproducible(string path)
    {
        SortedDictionary<string, byte[]> entries = new(StringComparer.Ordinal);
        using (ZipArchive archive = ZipFile.OpenRead(path))
        {
            foreach (ZipArchiveEntry entry in archive.Entries.Where(static entry => !entry.FullName.EndsWith('/')))
            {
                using MemoryStream bytes = new();
                using Stream content = entry.Open();
                content.CopyTo(bytes);
                entries[entry.FullName] = bytes.ToArray();
            }
        }

        // The part with the core properties has a random name.
        string properties = entries.Keys.Single(static name => name.EndsWith(".psmdcp", StringComparison.Ordinal));
        string named = properties[..(properties.LastIndexOf('/') + 1)] + "properties.psmdcp";
        entries[named] = entries[properties];
        entries.Remove(properties);
        string relations = Encoding.UTF8.GetString(entries["_rels/.rels"]).Replace(properties, named, StringComparison.Ordinal);
        int number = 0;
        entries["_rels/.rels"] = Encoding.UTF8.GetBytes(Regex.Replace(relations, "Id=\"R[0-9A-F]+\"", _ => $"Id=\"R{++number}\""));
        Zip(path, entries);
    }

    private static XElement Nuspec(ModuleManifest manifest, string releaseNotes, string projectUrl)
    {
        IReadOnlyList<string> cmdlets = manifest.List("CmdletsToExport");
        IEnumerable<string> tags = ["PSModule", "PSIncludes_Cmdlet", .. manifest.List("Tags"), .. cmdlets.Select(static name => "PSCmdlet_" + name), .. cmdlets.Select(static name => "PSCommand_" + name)];
        XElement Element(string name, string value) => new(Spec + name, value);
        return new XElement(Spec + "package", new XElement(
            Spec + "metadata",
            Element("id", "LiveStation"),
            Element("version", manifest.Value("ModuleVersion")),
            Element("title", "LiveStation"),
            Element("authors", manifest.Value("Author")),
            Element("requireLicenseAcceptance", "false"),
            new XElement(Spec + "license", new XAttribute("type", "expression"), "MIT"),
            Element("licenseUrl", "https://licenses.nuget.org/MIT"),
            projectUrl.Length == 0 ? null : Element("projectUrl", projectUrl),
            Element("icon", "icon.png"),
            Element("readme", "README.md"),
            Element("description", manifest.Value("Description")),
            Element("releaseNotes", releaseNotes),
            Element("copyright", manifest.Value("Copyright")),
            Element("tags", string.Join(' ', tags))));
    }

    private static XElement ContentTypes(IEnumerable<string> names)
    {
        List<string> all = [.. names];
        return new XElement(
            Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            all.Select(static name => Path.GetExtension(name).TrimStart('.')).Where(static extension => extension is not "" and not "rels").Distinct().Order(StringComparer.Ordinal)
                .Select(static extension => new XElement(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", "application/octet"))),
            all.Where(static name => Path.GetExtension(name).Length == 0)
                .Select(static name => new XElement(Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", "application/octet"))));
    }

    private static byte[] Bytes(XElement element) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + element.ToString().Replace("\r", "") + "\n");

    private static void Zip(string path, SortedDictionary<string, byte[]> entries)
    {
        using FileStream file = File.Create(path);
        using ZipArchive archive = new(file, ZipArchiveMode.Create);
        foreach ((string name, byte[] bytes) in entries)
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = Time;

            // Otherwise they would be those of the machine that packs.
            entry.ExternalAttributes = 0;
            using Stream content = entry.Open();
            content.Write(bytes);
        }
    }
}
