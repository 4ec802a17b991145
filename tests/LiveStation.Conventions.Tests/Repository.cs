using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>The checkout, and texts in it that somebody approved.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>Files of a folder below bin/, without the compiler's documentation.</summary>
    public static IReadOnlyList<string> Shipped(string framework) =>
        Directory.EnumerateFiles(File("bin", framework), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(File("bin", framework), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();

    /// <summary>
    /// Holds lines to an approved list. Where the change is meant, run the tests with LIVESTATION_APPROVE=1, which writes
    /// the list, and let the review see the difference.
    /// </summary>
    public static void Approved(string name, IEnumerable<string> lines)
    {
        string path = File("tests", "LiveStation.Conventions.Tests", "Approved", name);
        List<string> actual = lines.ToList();
        if (Environment.GetEnvironmentVariable("LIVESTATION_APPROVE") == "1")
        {
            System.IO.File.WriteAllLines(path, actual);
        }

        string[] approved = System.IO.File.Exists(path) ? System.IO.File.ReadAllLines(path) : [];
        List<string> differences = [.. approved.Except(actual).Select(line => "gone: " + line), .. actual.Except(approved).Select(line => "new:  " + line)];
        Assert.True(differences.Count == 0, $"{name} is not as approved:\n{string.Join('\n', differences)}\nWhere that is meant: LIVESTATION_APPROVE=1 dotnet test tests/LiveStation.Conventions.Tests, and commit the list.");
        Assert.Equal(approved, actual);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder, "LiveStation.psd1")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("LiveStation.psd1 is in no folder above the tests.");
    }
}
