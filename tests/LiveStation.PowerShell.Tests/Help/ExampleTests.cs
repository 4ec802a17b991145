using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.PowerShell.Tests.Help;

/// <summary>
/// The examples of the help, of the about topic and of the README print what is shown there: the same tables, labels and messages.
/// tests/pester types them into a real shell, with the same reader of pages; here small stand-ins serve for the shell's own modules.
/// </summary>
[Collection(Account.EnvironmentGroup.Name)]
public sealed class ExampleTests(ExampleTests.Session session) : IClassFixture<ExampleTests.Session>
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Path.Combine(Shell.Root, "docs", "en-US"), "*-Ls*.md"),
        .. Directory.EnumerateFiles(Path.Combine(Shell.Root, "docs", "en-US"), "about_*.txt"),
        Path.Combine(Shell.Root, "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(Shell.Root, "docs", "guide"), "?-*.md"),
    ];

    public static TheoryData<string> Pages() => [.. Files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void An_example_prints_what_its_page_shows(string page) => Assert.True(session.Faults[page].Count == 0, string.Join("\n\n", session.Faults[page]));

    [Fact]
    public void What_is_listed_as_running_elsewhere_exists() => Assert.Empty(session.Stale);

    /// <summary>All pages played, side by side: most of the time they wait for the offline service.</summary>
    public sealed class Session : IDisposable
    {
        private static readonly string Reader = Path.Combine(Shell.Root, "tests", "pester", "Shape.ps1");

        private readonly ConcurrentDictionary<string, bool> _elsewhere = new(StringComparer.Ordinal);
        private readonly string _folder = Directory.CreateTempSubdirectory("livestation-examples-").FullName;

        public Session()
        {
            string vendor = Path.Combine(Isolation.Home, ".ncloud");
            Directory.CreateDirectory(vendor);
            using (Shell shell = new())
            {
                foreach (string name in shell.Run($". '{Reader}'; $Elsewhere.Keys").Quiet().Texts())
                {
                    _elsewhere[name] = false;
                }

                File.WriteAllText(Path.Combine(vendor, "configure"), Assert.Single(shell.Run("$Profiles").Texts()));
            }

            try
            {
                ConcurrentQueue<string> left = new(Files);
                Task.WaitAll([.. Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(() => PlayAll(left), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
            }
            finally
            {
                Directory.Delete(vendor, recursive: true);
            }
        }

        /// <summary>What is wrong, by page.</summary>
        public ConcurrentDictionary<string, IReadOnlyList<string>> Faults { get; } = new(StringComparer.Ordinal);

        /// <summary>What is said to run elsewhere, and is in no page.</summary>
        public IEnumerable<string> Stale => _elsewhere.Where(entry => !entry.Value).Select(entry => entry.Key);

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private void PlayAll(ConcurrentQueue<string> left)
        {
            while (left.TryDequeue(out string? file))
            {
                Faults[Path.GetFileName(file)] = Play(file);
            }
        }

        private List<string> Play(string file)
        {
            List<string> faults = [];
            using Shell shell = new(width: Path.GetFileName(Path.GetDirectoryName(file)) == "en-US" ? 80 : 120);
            shell.Set("file", file);
            shell.Set("folder", Directory.CreateDirectory(Path.Combine(_folder, Path.GetFileNameWithoutExtension(file))).FullName);
            shell.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)").Quiet();
            IReadOnlyList<PSObject> examples = shell.Run($". '{Reader}'; . '{Path.Combine(Shell.Root, "tests", "LiveStation.PowerShell.Tests", "Help", "StandIns.ps1")}'; Read-HelpExample $file").Quiet().Output;
            Outcome opening = shell.Run("Get-HelpOpening ([System.IO.Path]::GetFileNameWithoutExtension($file)) | ForEach-Object { . ([scriptblock]::Create($_)) }");
            Assert.Null(opening.Thrown);
            Assert.NotEmpty(examples);
            foreach (PSObject example in examples)
            {
                shell.Set("example", example);
                string name = Assert.Single(shell.Run("Get-ExampleName $example").Texts());
                if (_elsewhere.ContainsKey(name))
                {
                    _elsewhere[name] = true;
                    continue;
                }

                int before = shell.Host.Text.Length;
                string thrown = "";
                string namespaces = string.Join('\n', shell.Run("Get-ExampleUsing $example").Texts());
                foreach (string statement in shell.Run("Get-ExampleStatement $example $module").Texts())
                {
                    thrown += shell.Run($"{namespaces}\n. {{\n{statement}\n}} 2>&1 | Out-Default").Thrown is { } exception ? $"\nThrown: {exception.Message}\n" : "";
                }

                shell.Set("printed", shell.Host.Text[before..].Replace("ERROR: ", "", StringComparison.Ordinal) + thrown);
                faults.AddRange(shell.Run("Test-Example $example $printed").Texts());
            }

            return faults;
        }
    }
}
