using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.Conventions.Tests;

public partial class AssemblyTests
{
    // What .NET Framework 4.7.2 and Windows PowerShell 5.1 bring themselves.
    private static readonly string[] OfTheFramework =
    [
        "mscorlib", "netstandard", "System", "System.Core", "System.Data", "System.Drawing", "System.Management.Automation",
        "System.Net.Http", "System.Numerics", "System.Runtime.Serialization", "System.Xml", "System.Xml.Linq",
    ];

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void Core_and_the_offline_service_do_not_know_PowerShell(string framework)
    {
        Assert.DoesNotContain(References(framework, "LiveStation.Core.dll"), reference => reference.Name == "System.Management.Automation");
        Assert.DoesNotContain(References(framework, "LiveStation.Emulator.dll"), reference => reference.Name == "System.Management.Automation");
        Assert.DoesNotContain(References(framework, "LiveStation.Core.dll"), reference => reference.Name == "LiveStation.Emulator");
        Assert.DoesNotContain(References(framework, "LiveStation.Emulator.dll"), reference => reference.Name == "LiveStation.Core");
    }

    [Fact]
    public void On_net8_everything_but_our_own_comes_with_the_runtime()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (string file in Repository.Shipped("net8.0").Where(IsAssembly))
        {
            foreach (AssemblyName reference in References("net8.0", file))
            {
                bool isOurs = reference.Name!.StartsWith("LiveStation.", StringComparison.Ordinal);
                bool isRuntime = File.Exists(Path.Combine(runtime, reference.Name + ".dll")) && reference.Version!.Major <= 8;
                bool isEngine = file == "LiveStation.PowerShell.dll" && reference.Name == "System.Management.Automation";
                Assert.True(isOurs || isRuntime || isEngine, $"{file} asks for {reference.Name} {reference.Version}");
            }
        }
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_engine_is_asked_for_in_the_version_that_all_editions_have(string framework)
    {
        AssemblyName engine = Assert.Single(References(framework, "LiveStation.PowerShell.dll"), reference => reference.Name == "System.Management.Automation");

        Assert.Equal(new Version(3, 0, 0, 0), engine.Version);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_module_ships_the_approved_files(string framework)
    {
        Repository.Approved($"bin-{framework}.txt", Repository.Shipped(framework));
    }

    [Fact]
    public void Every_assembly_of_others_is_named_in_the_notices()
    {
        string notices = File.ReadAllText(Repository.File("THIRD-PARTY-NOTICES.md"));

        Assert.Equal(
            Repository.Shipped("net472").Where(file => IsAssembly(file) && !file.StartsWith("LiveStation.", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Noticed().Matches(notices).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_on_net472_is_satisfied_by_a_file_that_is_not_older()
    {
        Dictionary<string, Version> shipped = Repository.Shipped("net472").Where(IsAssembly).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => AssemblyName.GetAssemblyName(Repository.File("bin", "net472", file)).Version!);
        foreach (string file in Repository.Shipped("net472").Where(IsAssembly))
        {
            foreach (AssemblyName reference in References("net472", file))
            {
                if (shipped.TryGetValue(reference.Name!, out Version? version))
                {
                    Assert.True(version >= reference.Version, $"{file} asks for {reference.Name} {reference.Version}, shipped is {version}");
                }
                else
                {
                    Assert.True(OfTheFramework.Contains(reference.Name), $"{file} asks for {reference.Name} {reference.Version}, which nobody brings");
                }
            }
        }
    }

    [Fact]
    public void The_handler_on_net472_knows_every_foreign_assembly_that_is_shipped()
    {
        string source = File.ReadAllText(Repository.File("src", "LiveStation.PowerShell", "Runtime", "FrameworkAssemblies.cs"));
        IEnumerable<string> foreign = Repository.Shipped("net472").Where(IsAssembly).Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.StartsWith("LiveStation.", StringComparison.Ordinal));

        Assert.All(foreign, name => Assert.Contains($"\"{name}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_assembly_of_ours_has_the_version_of_the_manifest()
    {
        Version version = Version.Parse(Manifest.Outer["ModuleVersion"].ToString()!);
        foreach (string framework in new[] { "net8.0", "net472" })
        {
            foreach (string file in Repository.Shipped(framework).Where(file => IsAssembly(file) && file.StartsWith("LiveStation.", StringComparison.Ordinal)))
            {
                Assert.Equal(version, new Version(AssemblyName.GetAssemblyName(Repository.File("bin", framework, file)).Version!.ToString(3)));
            }

            Assert.Equal(version.ToString(), Manifest.Read(Repository.File("bin", framework, "LiveStation.PowerShell.psd1"))["ModuleVersion"].ToString());
        }
    }

    [GeneratedRegex("(?m)^\\| `([^`]+\\.dll)` \\|")]
    private static partial Regex Noticed();

    private static bool IsAssembly(string file) => file.EndsWith(".dll", StringComparison.Ordinal);

    private static List<AssemblyName> References(string framework, string file)
    {
        using FileStream stream = File.OpenRead(Repository.File("bin", framework, file));
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName()).ToList();
    }
}
