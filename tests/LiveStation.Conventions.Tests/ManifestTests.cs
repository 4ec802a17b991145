using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.Conventions.Tests;

public class ManifestTests
{
    [Fact]
    public void Manifests_are_literal()
    {
        Assert.NotEmpty(Manifest.Outer);
        Assert.NotEmpty(Manifest.Read(Repository.File("bin", "net8.0", "LiveStation.PowerShell.psd1")));
        Assert.NotEmpty(Manifest.Read(Repository.File("bin", "net472", "LiveStation.PowerShell.psd1")));
    }

    [Fact]
    public void Nothing_but_cmdlets_is_exported()
    {
        Assert.Empty(Manifest.Outer.List("FunctionsToExport"));
        Assert.Empty(Manifest.Outer.List("VariablesToExport"));
        Assert.Empty(Manifest.Outer.List("AliasesToExport"));
        Assert.All(Manifest.Outer.List("CmdletsToExport"), name => Assert.DoesNotContain('*', name));
    }

    [Fact]
    public void Both_editions_are_supported()
    {
        Assert.Equal("5.1", Manifest.Outer["PowerShellVersion"]);
        Assert.Equal("4.7.2", Manifest.Outer["DotNetFrameworkVersion"]);
        Assert.Equal(["Core", "Desktop"], Manifest.Outer.List("CompatiblePSEditions"));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void Every_file_that_a_manifest_names_is_there(string framework)
    {
        IReadOnlyDictionary<string, object> inner = Manifest.Read(Repository.File("bin", framework, "LiveStation.PowerShell.psd1"));
        string[] files = [inner["RootModule"].ToString()!, .. inner.List("RequiredAssemblies"), .. inner.List("TypesToProcess"), .. inner.List("FormatsToProcess")];

        Assert.True(File.Exists(Repository.File(Manifest.Outer["RootModule"].ToString()!)));
        Assert.All(files, file => Assert.True(File.Exists(Repository.File("bin", framework, file)), file));
        Assert.Contains("LiveStation.Core.dll", files);
    }

    [Fact]
    public void The_version_stands_in_one_place()
    {
        string version = Manifest.Outer["ModuleVersion"].ToString()!;
        IEnumerable<string> others = Directory.EnumerateFiles(Repository.File("src"), "*.csproj", SearchOption.AllDirectories)
            .Append(Repository.File("Directory.Build.props"))
            .Concat(Directory.EnumerateFiles(Repository.File("src", "LiveStation.PowerShell", "Module")));

        Assert.All(others, path => Assert.DoesNotContain($"{version}<", File.ReadAllText(path).Replace($"'{version}'", $"{version}<", StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
