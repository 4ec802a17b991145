using System;
using System.IO;

namespace LiveStation.Core.Tests.Support;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>An example body of the API notes.</summary>
    public static string Body(string name) => File.ReadAllText(Path.Combine(Root, "docs", "api", "responses", name + ".json"));

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "LiveStation.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("LiveStation.psd1 stands in no folder above " + AppContext.BaseDirectory);
    }
}
