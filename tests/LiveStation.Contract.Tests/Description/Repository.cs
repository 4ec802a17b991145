using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LiveStation.Contract.Tests.Description;

/// <summary>The checkout, and the API notes in it.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();
    private static readonly string Notes = File("docs", "api");

    public static string OpenApi => System.IO.File.ReadAllText(Path.Combine(Notes, "livestation.openapi.yaml"));

    /// <summary>The names of the example answers of an operation: <c>channelGet.1</c>.</summary>
    public static IEnumerable<string> Examples(string operationId) =>
        Directory.GetFiles(Path.Combine(Notes, "responses"), operationId + ".*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    public static string Example(string name) => System.IO.File.ReadAllText(Path.Combine(Notes, "responses", name + ".json"));

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !System.IO.File.Exists(Path.Combine(directory.FullName, "LiveStation.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("LiveStation.psd1 stands in no folder above " + AppContext.BaseDirectory);
    }
}
