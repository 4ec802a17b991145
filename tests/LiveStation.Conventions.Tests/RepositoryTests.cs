using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace LiveStation.Conventions.Tests;

public class RepositoryTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.File("LiveStation.sln")).Replace('\\', '/');
        IEnumerable<string> projects = Tracked("*.csproj");

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    // Paths of one machine leak into documents, help and approved files.
    [Fact]
    public void No_file_holds_the_path_of_this_checkout()
    {
        byte[] path = Encoding.UTF8.GetBytes(Repository.Root.TrimEnd('/', '\\'));

        Assert.All(Tracked(), file => Assert.True(File.ReadAllBytes(Repository.File(file)).AsSpan().IndexOf(path) < 0, file));
    }

    [Fact]
    public void No_build_output_is_tracked()
    {
        Assert.All(Tracked(), file => Assert.DoesNotMatch(@"(^|/)(bin|obj|TestResults)/|\.(dll|pdb|nupkg)$", file));
    }

    // A merge likes to lose the end of an example, and what follows is read as part of it.
    [Fact]
    public void Every_fence_of_a_page_is_closed_before_the_next_one_opens()
    {
        foreach (string page in Tracked("*.md"))
        {
            bool isOpen = false;
            foreach (string line in File.ReadLines(Repository.File(page)).Where(line => line.StartsWith("```", StringComparison.Ordinal)))
            {
                Assert.False(isOpen && line.TrimEnd() != "```", $"{page}: {line} stands in an open fence");
                isOpen = !isOpen;
            }

            Assert.False(isOpen, $"{page} ends in an open fence");
        }
    }

    // A folder of Core with operations is an area.
    [Fact]
    public void Areas_have_the_same_names_in_every_project()
    {
        List<string> areas = Directory.EnumerateFiles(Repository.File("src", "LiveStation.Core"), "*Operations.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))
            .Where(folder => folder != "LiveStation.Core")
            .Distinct()
            .ToList();

        Assert.Contains("Channels", areas);
        foreach (string area in areas)
        {
            Assert.True(Directory.Exists(Repository.File("src", "LiveStation.PowerShell", area)), area);
            Assert.True(Directory.Exists(Repository.File("src", "LiveStation.Emulator", area)), area);
            Assert.True(Directory.Exists(Repository.File("tests", "LiveStation.PowerShell.Tests", area)), area);
        }
    }

    private static List<string> Tracked(params string[] patterns)
    {
        ProcessStartInfo start = new("git", ["-c", "core.quotePath=false", "-c", "safe.directory=*", "ls-files", "--cached", "--", .. patterns])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Assert.SkipUnless(Directory.Exists(Repository.File(".git")) || File.Exists(Repository.File(".git")), "Not a checkout of git.");
        using Process git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.File(file))).ToList();
    }
}
