using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace LiveStation.PowerShell.Tests;

/// <summary>
/// Stryker puts the changed assembly beside the tests; the hosted engine takes the module from bin. So it goes there before the first test.
/// </summary>
internal static class MutatedModule
{
    private static readonly string[] Assemblies = ["LiveStation.Core.dll", "LiveStation.PowerShell.dll"];

    [ModuleInitializer]
    internal static void Install()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "LiveStation.psd1")))
        {
            root = root.Parent;
        }

        foreach (string file in Assemblies.Select(name => Path.Combine(AppContext.BaseDirectory, name)).Where(File.Exists))
        {
            // In one step: another run may have the old one open.
            string target = Path.Combine(root!.FullName, "bin", "net8.0", Path.GetFileName(file));
            string part = $"{target}.{Guid.NewGuid():N}";
            File.Copy(file, part);
            File.Move(part, target, overwrite: true);
        }
    }
}
