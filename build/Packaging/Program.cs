using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LiveStation.Packaging;

/// <summary>What a package needs beside the folder of the module. build/Package.proj calls it: <c>Packaging ROOT VERSION [PROJECT-URL] [CERTIFICATE]</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        string root = arguments[0];
        string version = arguments[1];
        string projectUrl = arguments.ElementAtOrDefault(2) ?? "";
        string certificate = arguments.ElementAtOrDefault(3) ?? "";
        string output = Path.Combine(root, "out");
        string module = Path.Combine(output, "LiveStation", version);
        try
        {
            ModuleManifest manifest = new(File.ReadAllText(Path.Combine(module, "LiveStation.psd1")));
            File.WriteAllText(Path.Combine(module, "LiveStation.cdx.json"), Sbom.Of(version, Path.Combine(root, "src"), module));
            Nupkg.Write(Path.Combine(output, $"LiveStation.{version}.nupkg"), manifest, Changes.Of(File.ReadAllText(Path.Combine(root, "CHANGELOG.md")), version), projectUrl, module);
            foreach (string tool in Directory.GetFiles(output, "LiveStation.Offline.*.nupkg"))
            {
                Nupkg.MakeReproducible(tool);
            }

            string sums = Path.Combine(output, $"LiveStation.{version}.sha256");
            List<string> files = [.. Directory.GetFiles(module, "*", SearchOption.AllDirectories), .. Directory.GetFiles(output, "*.nupkg")];
            File.WriteAllText(sums, Sums.Of(output, files));
            if (certificate.Length > 0)
            {
                Sums.Sign(sums, certificate, Environment.GetEnvironmentVariable("LIVESTATION_SIGNING_PASSWORD"));
            }

            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Security.Cryptography.CryptographicException)
        {
            Console.Error.WriteLine($"Packaging : error : {e.Message}");
            return 1;
        }
    }
}
