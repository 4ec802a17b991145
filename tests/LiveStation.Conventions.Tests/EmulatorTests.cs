using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>The house of the offline service: areas rest on what all share and on the areas before them, and nothing shared knows an area.</summary>
public partial class EmulatorTests
{
    private static readonly string[] Shared = ["State", "Http", "Json", "Gateway", "Faults"];

    // In the order in which they rest on each other; the areas to come go where they belong.
    private static readonly string[] Areas = ["Qualities", "Channels", "Recordings", "ShortClips", "Curtain", "Restream", "Vod", "Events", "Notifications", "Storage", "Play"];

    [Fact]
    public void Every_folder_has_its_place() =>
        Assert.Equal(
            Shared.Concat(Areas).Order(StringComparer.Ordinal),
            Directory.GetDirectories(Folder(""))
                .Select(path => Path.GetFileName(path))
                .Where(name => name is not ("bin" or "obj"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Folders_know_only_what_comes_before_them()
    {
        List<string> wrong = [];
        for (int i = -1; i < Areas.Length; i++)
        {
            HashSet<string> later = Areas.Skip(i + 1).SelectMany(Types).ToHashSet(StringComparer.Ordinal);
            IEnumerable<string> files = i < 0 ? Shared.SelectMany(Files) : Files(Areas[i]);
            wrong.AddRange(files.SelectMany(file => Words(file).Where(later.Contains).Distinct().Select(type => $"{Path.GetFileName(file)} knows {type}")));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_service_itself_stays_small() =>
        Assert.InRange(File.ReadLines(Path.Combine(Folder(""), "LiveStationEmulator.cs")).Count(), 1, 159);

    private static string Folder(string name) => Repository.File("src", "LiveStation.Emulator", name);

    private static string[] Files(string folder) => Directory.GetFiles(Folder(folder), "*.cs");

    // One type a file, by its name.
    private static IEnumerable<string> Types(string folder) => Files(folder).Select(file => Path.GetFileNameWithoutExtension(file));

    // Words of the code: comments, texts and members such as call.Channel are none.
    private static IEnumerable<string> Words(string file) =>
        File.ReadLines(file)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Word().Matches(Text().Replace(line, "\"\"")))
            .Select(match => match.Value);

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Text();

    [GeneratedRegex("(?<![.\\w])[A-Za-z]\\w*")]
    private static partial Regex Word();
}
