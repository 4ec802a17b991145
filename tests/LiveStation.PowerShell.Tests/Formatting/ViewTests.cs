using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Formatting;

public partial class ViewTests
{
    [Theory]
    [InlineData(80, "ChannelId RecordId Status Begin Duration TimeLeft")]
    [InlineData(100, "ChannelId RecordId Status Begin Duration TimeLeft Type File")]
    [InlineData(150, "ChannelId RecordId Status Begin Duration TimeLeft Type File")]
    public void Recordings_line_up_under_what_an_operator_scans_for(int width, string columns)
    {
        IReadOnlyList<string> lines = Print(width, new Service(), "Get-LsRecording");

        Assert.Equal(columns.Split(' '), lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2 + 16, lines.Count);
        int status = lines[0].IndexOf("Status", StringComparison.Ordinal);
        int end = lines[0].IndexOf("TimeLeft", StringComparison.Ordinal) + "TimeLeft".Length;
        Assert.All(lines.Skip(2), line =>
        {
            Assert.True(Cells.Of(line) <= width);
            Assert.True(Enum.TryParse<RecordStatus>(Cells.WordAt(line, status), out _), line);
            Assert.Contains(line.PadRight(end)[end - 1], " hmd");
        });
        Assert.Contains(lines, line => line.Contains("expired", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("4h 59m", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wide_screen_shows_whole_file_names()
    {
        Assert.Contains(Print(150, new Service(), "Get-LsRecording"), line => line.TrimEnd().EndsWith("137305-104077-202003231736.mp4", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(150)]
    public void Channels_with_Korean_names_line_up(int width)
    {
        Service service = new();
        service.Emulator.Channels.Add("가나다라마바사아자차카타파하가나다라마바사");
        service.Emulator.Channels.Add("a가b나c");
        service.Emulator.Channels.Add("a_name_that_is_longer_than_its_column_is_wide");

        IReadOnlyList<string> lines = Print(width, service, "Get-LsChannel");

        int name = lines[0].IndexOf("ChannelName", StringComparison.Ordinal);
        int status = lines[0].IndexOf("Status", StringComparison.Ordinal);
        Assert.Equal(2 + 7, lines.Count);
        Assert.All(lines.Skip(2), line =>
        {
            Assert.True(Cells.Of(line.TrimEnd()) <= width, line);
            Assert.NotEmpty(Cells.WordAt(line, name));
            Assert.True(Enum.TryParse<ChannelStatus>(Cells.WordAt(line, status), out _), line);
        });
        Assert.Contains(lines, line => line.Contains("아침뉴스", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("가나다라", StringComparison.Ordinal) && line.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void A_status_that_is_new_is_shown_as_the_service_wrote_it()
    {
        Service service = new();
        service.Emulator.Faults.Add(LiveStation.Emulator.Fault.UnknownValues("SOMETHING_NEW"));

        Assert.Contains("SOMETHING_NEW", Print(80, service, $"Get-LsRecording {Service.Weekly}")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_look_as_the_records_do()
    {
        const string copy = "[System.Management.Automation.PSSerializer]::Serialize($_, 1).Replace('<T>LiveStation.Recording</T>', '<T>Other</T>')";
        Service service = new();

        IReadOnlyList<string> lines = Print(150, service, $"Get-LsRecording {Service.PageExample} | ForEach-Object {{ $b = [System.Management.Automation.PSSerializer]::Deserialize({copy}); $b.psobject.TypeNames.Clear(); $b.psobject.TypeNames.Add('Deserialized.LiveStation.Recording'); $b }}");

        Assert.Equal(Print(150, service, $"Get-LsRecording {Service.PageExample}"), lines);
    }

    [Theory]
    [InlineData("Get-LsContext", "AccessKeyId")]
    [InlineData("Test-LsConnection -Context (Get-LsContext)", "Reachable")]
    [InlineData("Resolve-LsError 250507", "Recommendation")]
    public void Single_things_are_shown_as_lists(string script, string label)
    {
        IReadOnlyList<string> lines = Print(80, new Service(), $"Connect-LsAccount -Emulator > $null; {script}");

        Assert.Contains(lines, line => line.StartsWith(label, StringComparison.Ordinal) && line.Contains(" : ", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(Cells.Of(line) <= 80, line));
    }

    // As a script is run that connects without $null =.
    [Fact]
    public void What_follows_a_context_keeps_its_table()
    {
        IReadOnlyList<string> lines = Print(120, new Service(), "& { Connect-LsAccount -Emulator; Get-LsChannel }");

        Assert.StartsWith("AccessKeyId ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("ChannelId               ChannelName ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("ChannelName ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_is_shown_with_its_recommendation()
    {
        using Shell shell = Shell.On(new Service(), 300);

        shell.Run("Get-LsRecording ls-nope -ErrorAction SilentlyContinue; $Error[0] | Out-Default");

        Assert.Contains("Recommendation: Run Get-LsChannel", shell.Host.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Print(int width, Service service, string script)
    {
        using Shell shell = Shell.On(service, width);
        shell.Run($"{script} | Out-Default").Quiet();
        return Escapes().Replace(shell.Host.Text, "").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0).ToList();
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Escapes();
}
