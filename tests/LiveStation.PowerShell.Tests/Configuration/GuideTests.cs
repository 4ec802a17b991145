using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Configuration;

/// <summary>The workflow of the guide, word for word: compared on the request, applied after the merge.</summary>
public sealed partial class GuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Shell.Root, "docs", "guide", "channels-as-code.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_workflow_compares_on_the_request_and_applies_after_the_merge()
    {
        using Account account = new();
        account.Write("event.json", Json().Match(Page).Groups[1].Value);
        account.Write("finals.json", """{ "event": "finals" }""");
        Environment.SetEnvironmentVariable("LIVESTATION_SECRET_EVENT_CALLBACK", "https://hooks.example/event?token=made-up");
        string[] steps = [.. Step().Matches(Page).Select(step => Regex.Replace(step.Groups[1].Value, "(?m)^ {10}", "").Replace("Import-Module LiveStation\n", "", StringComparison.Ordinal))];
        Assert.Equal(2, steps.Length);

        ConfigurationChange change = Assert.Single(account.Run(steps[0]).Quiet().Of<ConfigurationChange>());
        Assert.Equal(("+", "finals_main"), (change.Sign, change.Name));
        Assert.Empty(account.Studio.Writes);

        Outcome applied = account.Run(steps[1]);
        Assert.Null(applied.Thrown);
        Assert.Empty(applied.Errors);
        Assert.Equal("finals_main", Assert.Single(account.Run("Get-LsChannel").Of<Channel>()).ChannelName);

        // The next request finds nothing to do, and a slip in it stops it.
        Assert.Empty(account.Run(steps[0]).Quiet().Output);
        account.Write("event.json", account.Read("event.json").Replace("useDvr", "usedvr", StringComparison.Ordinal));
        Assert.Contains("Is useDvr meant?", account.Run(steps[0]).Thrown!.ErrorRecord.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.NotNull(account.Run(steps[1]).Thrown);
    }

    [Fact]
    public void Every_block_of_the_page_runs()
    {
        using Account account = new(seed: true);
        account.Write("event.json", Json().Match(Page).Groups[1].Value);
        foreach (string values in new[] { "finals.json", "staging.values.json", "live.values.json" })
        {
            account.Write(values, """{ "event": "finals" }""");
        }

        Environment.SetEnvironmentVariable("LIVESTATION_SECRET_EVENT_CALLBACK", "https://hooks.example/event?token=made-up");
        account.Run("function git { }; function Connect-LsAccount { $ctx }; Sync-LsConfiguration event.json -VariablePath finals.json -Force");
        string[] blocks = [.. Block().Matches(Page).Select(block => block.Groups[1].Value)];

        Assert.Equal(4, blocks.Length);
        Assert.All(blocks, block =>
        {
            Outcome outcome = account.Run(block);
            Assert.Null(outcome.Thrown);
            Assert.Empty(outcome.Errors.Select(error => error.ToString()));
        });
        Assert.Contains("live.json", account.Files);
        Assert.Single(account.Run("Get-LsChannel -Name finals").Of<Channel>());
    }

    [Fact]
    public void A_request_that_would_replace_something_says_so()
    {
        using Account account = new();
        account.Studio.Emulator.Channels.Add("finals_main");
        account.Write("event.json", Json().Match(Page).Groups[1].Value.Replace("sample-set", "small", StringComparison.Ordinal));
        account.Write("finals.json", """{ "event": "finals" }""");

        Assert.Contains("-Replace", account.Run(Regex.Replace(Step().Match(Page).Groups[1].Value, "(?m)^ {10}", "").Replace("Import-Module LiveStation\n", "", StringComparison.Ordinal)).Thrown!.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?s)```powershell\n(.*?)```")]
    private static partial Regex Block();

    [GeneratedRegex("(?s)```json\n(.*?)```")]
    private static partial Regex Json();

    [GeneratedRegex(@"run: \|\n((?: {10}.*\n)+)")]
    private static partial Regex Step();
}
