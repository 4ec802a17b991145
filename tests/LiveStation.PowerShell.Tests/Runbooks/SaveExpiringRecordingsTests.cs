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
        function global:Write-Information { }
        function global:Write-Error { }
        function global:Write-Warning { $global:warnings += @($args[0]) }
        function global:Set-Content { param($LiteralPath, $Encoding, [Parameter(ValueFromPipeline)] $Value) process { $global:header = $Value } }
        function global:Export-Csv { param($LiteralPath, [switch] $NoTypeInformation, $Encoding, [Parameter(ValueFromPipeline)] $InputObject) process { $global:rows += @($InputObject) } }
        $global:rows = @(); $global:warnings = @(); $global:header = $null
        """;

    private static readonly string Runbook = Path.Combine(Shell.Root, "samples", "runbooks", "Save-ExpiringRecordings.ps1");

    [Fact]
    public void What_expires_or_failed_is_saved_and_reported()
    {
        using Studio studio = new();
        string id = studio.Emulator.AddChannel("show");
        studio.Emulator.AddRecordings(id, 2, "TRANSFER_READY", System.TimeSpan.FromHours(5));
        studio.Emulator.AddRecordings(id, 1, "TRANSFER_READY", System.TimeSpan.FromHours(30));
        studio.Emulator.AddRecordings(id, 1, "TRANSFER_FAIL", System.TimeSpan.FromHours(40));
        studio.Emulator.AddRecordings(id, 1, "TRANSFER_FINISH");

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(0, exitCode);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal(true, row.Properties["Saved"].Value));
        Assert.Equal(["TRANSFER_READY", "TRANSFER_READY", "TRANSFER_FAIL"], rows.Select(row => (string)row.Properties["StatusBefore"].Value));
        Assert.Equal(3, studio.SentIds(0).Count());
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
        Assert.All(rows, row => Assert.Contains("250704", (string)row.Properties["Error"].Value, System.StringComparison.Ordinal));
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
        PSObject row = Assert.Single(rows);
        Assert.Equal(whole, row.Properties["ChannelId"].Value);
        Assert.Equal(true, row.Properties["Saved"].Value);
    }

    [Fact]
    public void Nothing_to_save_gives_a_report_without_rows()
    {
        using Studio studio = new();

        (int exitCode, IReadOnlyList<PSObject> rows) = Run(studio);

        Assert.Equal(0, exitCode);
        Assert.Empty(rows);
        Assert.StartsWith("\"ChannelId\",\"RecordId\"", studio.Shell.Get("header")?.ToString(), System.StringComparison.Ordinal);
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

    private static (int ExitCode, IReadOnlyList<PSObject> Rows) Run(Studio studio, string parameters = "")
    {
        studio.Run(StandIns).Quiet();
        Outcome outcome = studio.Run($"& '{Runbook}' -BucketName safe -ReportPath report.csv {parameters}; $LASTEXITCODE; $global:rows");
        int exitCode = Assert.IsType<int>(outcome.Output[0].BaseObject);
        return (exitCode, outcome.Output.Skip(1).ToList());
    }
}
