using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace LiveStation.PowerShell.Tests;

/// <summary>Keeps the keys of the machine's user out of the tests: no variables of the vendor, and a home of their own.</summary>
internal static class Isolation
{
    public static readonly string[] Variables =
    [
        "NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY", "NCLOUD_REGION", "NCLOUD_PROFILE",
    ];

    public static string Home { get; private set; } = "";

    [ModuleInitializer]
    internal static void Apply()
    {
        foreach (string name in Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Home = Directory.CreateTempSubdirectory("livestation-tests-").FullName;
        Environment.SetEnvironmentVariable("HOME", Home);
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Directory.Delete(Home, recursive: true);
    }
}
