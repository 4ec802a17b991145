using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runbooks;

/// <summary>The rescue runbook against the offline service. The engine's package lacks the shell's own cmdlets, so those stand in here; Pester runs it in a full shell.</summary>
public sealed class SaveExpiringRecordingsTests
{
    private const string StandIns = """
        function global:Write-Verbose { }
        function global:Write-Information { $global:informed += @($args[0]) }
        function global:Write-Error { $global:told += @($args | ForEach-Object { "$_" }) }
        function global:Write-Warning { $global:warnings += @($args[0]) }
        function global:Set-Content { [CmdletBinding()] param($LiteralPath, $Encoding, [Parameter(ValueFromPipeline)] $Value) process { $global:header = $Value } }
        function global:Export-Csv { param($LiteralPath, [switch] $NoTypeInformation, $Encoding, [Parameter(ValueFromPipeline)] $InputObject) process { $global:rows += @($InputObject) } }
        $global:rows = @(); $global:told = @(); $global:warnings = @(); $global:informed = @(); $global:header = $null
        """;

    private static readonly string Runbook = Path.Combine(Shell.Root, "samples", "runbooks", "Save-ExpiringRecordings.ps1");

    [Fact]
    public void What_expires_or_failed_is_saved_and_reported()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("show");
        studio.Emulator.Recordings.Add(id, 2, "TRANSFER_READY", TimeSpan.FromHours(5));
        studio.Emulator.Recordings.Add(id, 1, "TRANSFER_READY", TimeSpan.FromHours(30));
        studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FAIL", TimeSpan.FromHours(40));
        studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH");

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(0, exitCode);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(true, row.Properties["Saved"].Value));
        Assert.Equal(["TRANSFER_READY", "TRANSFER_READY", "TRANSFER_FAIL"], rows.Select(row => (string)row.Properties["StatusBefore"].Value));
        Assert.Equal(3, studio.SentIds(0).Count());
    }

    [Fact]
    public void With_a_folder_it_comes_home_too_and_what_does_not_is_told()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("show");
        studio.Emulator.Recordings.Add(id, 3, "TRANSFER_READY", TimeSpan.FromHours(5));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ls-");
        studio.Emulator.Faults.Add(Fault.StorageError("NoSuchKey").On("HEAD", ".mp4"));
        studio.Emulator.Faults.Add(Fault.StorageError("NoSuchKey").On("GET", ".mp4"));

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, $"-SavePath '{folder.FullName}'");

        Assert.Equal(1, exitCode);
        Assert.All(rows, row => Assert.Equal(true, row.Properties["Saved"].Value));
        PSObject away = Assert.Single(rows, row => row.Properties["LocalPath"].Value is null);
        Assert.Contains("no such object", (string)away.Properties["Error"].Value, StringComparison.Ordinal);
        Assert.Equal(2, rows.Count(row => row.Properties["LocalPath"].Value is string path && File.Exists(path)));

        Assert.Empty(studio.Run($"Get-LsRecording {id} | Save-LsRecording '{folder.FullName}'").Errors);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_the_service_refuses_is_reported_and_ends_with_1()
    {
        using Studio studio = new();
        studio.Channel(2);
        studio.Emulator.Faults.Add(Fault.Error(400, 250704).On("POST", "/upload").Always());

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168");

        Assert.Equal(1, exitCode);
        Assert.All(rows, row => Assert.Equal(false, row.Properties["Saved"].Value));
        Assert.All(rows, row => Assert.Contains("250704", (string)row.Properties["Error"].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_channel_that_cannot_be_looked_at_ends_with_2_and_the_others_are_saved()
    {
        using Studio studio = new();
        (string broken, _) = studio.Channel(1);
        (string whole, _) = studio.Channel(1);
        studio.Emulator.Faults.Add(Fault.Error(500).On("GET", broken + "/records").Always());

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168");

        Assert.Equal(2, exitCode);
        Assert.Equal([whole, broken], rows.Select(row => row.Properties["ChannelId"].Value));
        Assert.Equal([true, false], rows.Select(row => row.Properties["Saved"].Value));
        Assert.Equal("NOT_LOOKED_AT", rows[1].Properties["Status"].Value);
        Assert.Contains("HTTP 500", (string)rows[1].Properties["Error"].Value, StringComparison.Ordinal);
        Assert.StartsWith("NOT LOOKED AT: 1 channels. ", Told(studio, "warnings").First(), StringComparison.Ordinal);
        Assert.StartsWith("1 of 1 endangered recordings are safe", Assert.Single(Told(studio, "informed")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_channels_that_ends_early_ends_with_2_and_says_that_more_may_be_missing()
    {
        using Studio studio = new();
        studio.Emulator.Faults.Add(Fault.Error(500).On("GET", "pageNo=1").Always());

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("NOT LOOKED AT: the account: its list of channels could not be read", Told(studio, "warnings").First(), StringComparison.Ordinal);
        Assert.StartsWith("No endangered recording was seen", Assert.Single(Told(studio, "informed")), StringComparison.Ordinal);
        PSObject row = Assert.Single(rows);
        Assert.Equal("NOT_LOOKED_AT", row.Properties["Status"].Value);
        Assert.Contains("list of channels", (string)row.Properties["Error"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_channels_that_breaks_off_says_how_many_were_not_looked_at()
    {
        using Studio studio = new();
        for (int channel = 0; channel < 120; channel++)
        {
            studio.Emulator.Channels.Add("c");
        }

        studio.Emulator.Faults.Add(Fault.Error(503).On("GET", "pageNo=2").Always());

        (int exitCode, _) = Run(studio);

        Assert.Equal(2, exitCode);
        Assert.Contains(Told(studio, "warnings"), line => line.StartsWith("NOT LOOKED AT: 20 channels. ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gateway_that_lets_nothing_through_ends_with_2_and_the_number_of_channels()
    {
        using Studio studio = new();
        for (int channel = 0; channel < 9; channel++)
        {
            studio.Channel(1);
        }

        studio.Emulator.Faults.Add(Fault.Throttle().On("GET", "/records").Always());

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168");

        Assert.Equal(2, exitCode);
        Assert.Equal(9, rows.Count);
        Assert.All(rows, row => Assert.Equal("NOT_LOOKED_AT", row.Properties["Status"].Value));
        Assert.Contains(Told(studio, "warnings"), line => line.StartsWith("NOT LOOKED AT: 9 channels. ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_refused_key_ends_with_2_and_no_word_of_safety()
    {
        using Studio studio = new();
        studio.Channel(1);
        studio.Emulator.Faults.Add(Fault.Error(401, 200).Always());

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(2, exitCode);
        Assert.Equal("NOT_LOOKED_AT", Assert.Single(rows).Properties["Status"].Value);
        Assert.StartsWith("NOT LOOKED AT: the account. ", Told(studio, "told").First(), StringComparison.Ordinal);
        Assert.Contains(Told(studio, "warnings"), line => line.Contains("Nothing is known of the recordings", StringComparison.Ordinal));
        Assert.Single(studio.Emulator.Requests);
    }

    [Fact]
    public void A_transfer_that_is_running_is_waited_for_and_reported()
    {
        using Studio studio = new(Studio.AtOnce with { Transfer = TimeSpan.FromSeconds(4) });
        (_, IReadOnlyList<long> ids) = studio.Channel(1);
        studio.Run("$null = Get-LsRecording | Export-LsRecording elsewhere").Quiet();
        Assert.Equal("Transfer", studio.Run("(Get-LsRecording).Status").Quiet().Texts()[0]);

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168");

        Assert.Equal(0, exitCode);
        PSObject row = Assert.Single(rows);
        Assert.Equal(ids[0], row.Properties["RecordId"].Value);
        Assert.Equal(true, row.Properties["Saved"].Value);
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_told_before_anything_is_exported()
    {
        using Studio studio = new();
        studio.Channel(1);

        (int exitCode, _) = Run(studio, "-WithinHours 168", report: Path.Combine(Path.GetTempPath(), "no-such-folder", "r.csv"));

        Assert.Equal(2, exitCode);
        Assert.Contains(Told(studio, "told"), line => line.Contains("nothing was exported", StringComparison.Ordinal));
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("-WithinHours abc", "-WithinHours")]
    [InlineData("-WithinHours 1000", "-WithinHours")]
    [InlineData("-TimeoutSec 5", "-TimeoutSec")]
    [InlineData("-AccessControl World", "-AccessControl")]
    [InlineData("-WithHours 12", "Not a parameter")]
    public void Wrong_parameters_end_with_2_and_not_with_the_code_of_a_loss(string parameters, string word)
    {
        using Studio studio = new();

        (int exitCode, _) = Run(studio, parameters);

        Assert.Equal(2, exitCode);
        Assert.Contains(Told(studio, "told"), line => line.Contains(word, StringComparison.Ordinal));
        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void Times_are_the_same_text_in_every_culture()
    {
        using Studio studio = new();
        studio.Channel(1);
        studio.Run("[cultureinfo]::CurrentCulture = 'ar-SA'").Quiet();

        (_, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168");

        PSObject row = Assert.Single(rows);
        Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", (string)row.Properties["ShouldDeleteTime"].Value);
        Assert.Matches(@"^\d\d:\d\d:\d\d", (string)row.Properties["Duration"].Value);
    }

    [Fact]
    public void Nothing_to_save_gives_a_report_without_rows()
    {
        using Studio studio = new();

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(0, exitCode);
        Assert.Empty(rows);
        Assert.StartsWith("\"ChannelId\",\"RecordId\"", studio.Shell.Get("header")?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using Studio studio = new();
        studio.Channel(1);

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio, "-WithinHours 168 -WhatIf");

        Assert.Equal(0, exitCode);
        Assert.Empty(rows);
        Assert.Empty(studio.Writes);
    }

    private static IEnumerable<string> Told(Studio studio, string variable) => studio.Run("$global:" + variable).Texts();

    private static (int ExitCode, IReadOnlyList<PSObject> Rows) Run(Studio studio, string parameters = "", string? report = null)
    {
        string scratch = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        studio.Run(StandIns).Quiet();
        Outcome outcome = studio.Run($"& '{Runbook}' -BucketName safe -ReportPath '{report ?? scratch}' {parameters}; $LASTEXITCODE; $global:rows");
        File.Delete(scratch);
        int exitCode = Assert.IsType<int>(outcome.Output[0].BaseObject);
        return (exitCode, outcome.Output.Skip(1).ToList());
    }
}
