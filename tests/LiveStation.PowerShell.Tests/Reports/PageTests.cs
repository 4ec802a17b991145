using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.PowerShell.Tests.Reports;

/// <summary>Makes the pages that tests/browser looks at; they go to the folder that LIVESTATION_PAGES names, or to one that is gone afterwards.</summary>
public sealed class PageTests : IDisposable
{
    private readonly string? _kept = Environment.GetEnvironmentVariable("LIVESTATION_PAGES");
    private readonly string _folder;

    public PageTests() => _folder = _kept is null ? Directory.CreateTempSubdirectory("livestation-pages-").FullName : Directory.CreateDirectory(_kept).FullName;

    public void Dispose()
    {
        if (_kept is null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // The evening that the offline service plays: what it was made with stands in its script.
    [Fact]
    public void The_evening_has_the_gaps_that_it_was_made_with()
    {
        using Studio studio = new();
        IReadOnlyDictionary<string, string> ids = studio.Emulator.Play(null, DateTimeOffset.UtcNow.AddHours(-4)).ChannelIds;

        IReadOnlyList<RecordingGap> gaps = studio.Run("Get-LsRecordingGap").Quiet().Of<RecordingGap>();

        Assert.Equal(
            [
                "evening_news Failed TransferFail 00:24:00", "late_talk Failed ProcessingFail 00:41:00", "late_talk Gap Beginning 00:04:00", "late_talk Gap Middle 00:08:00",
                "주말극장 Break 00:03:30", "주말극장 Failed TransferFail 01:26:20", "주말극장 Failed TransferFail 01:26:20",
            ],
            gaps.Select(gap => $"{ids.First(channel => channel.Value == gap.ChannelId).Key} {gap.Kind} {(gap.Part == GapPart.Unknown ? gap.Status + " " : gap.Part + " ").TrimStart()}{gap.Duration}").Order(StringComparer.Ordinal));
        Write(studio, "evening.html", "-TimeZone UTC", "Get-LsRecording | ");
        Write(studio, "korean.html", "-TimeZone Asia/Seoul -Culture ko-KR -IncludeEvents");
    }

    [Fact]
    public void Many_recordings_make_a_page()
    {
        using Studio studio = new();
        for (int i = 0; i < 100; i++)
        {
            string channel = i < 20 ? studio.Emulator.Channels.Add($"channel_{i}") : studio.Emulator.Channels.Ids[i % 20];
            studio.Emulator.Recordings.Add(channel, 100, new[] { "TRANSFER_FINISH", "TRANSFER_READY", "TRANSFER_FAIL", "PROCESSING_FAIL" }[i % 4], TimeSpan.FromHours((i * 0.7) + 0.5));
        }

        Write(studio, "many.html", "", "Get-LsRecording | ");
    }

    [Fact]
    public void Names_of_all_kinds_make_a_page()
    {
        using Studio studio = new();
        foreach (string name in new[] { "</script><script>alert(1)</script>", "=HYPERLINK(\"http://a.example\")", "<img src=x onerror=alert(1)>", "\u001b[31mred\u0007\u0000\r\nForged: line\u202egnp.exe", "한국어 채널 '\"&`${x}" })
        {
            studio.Emulator.Recordings.Add(studio.Emulator.Channels.Add(name), 1, "TRANSFER_FAIL", fileName: name);
        }

        Write(studio, "hostile.html", "-Title '</title><script>alert(2)</script>' -IncludeEvents");
    }

    [Fact]
    public void Nothing_and_a_day_that_went_well_make_pages()
    {
        using Studio studio = new();
        Write(studio, "nothing.html", "-Since 1d");

        studio.Emulator.Play("0:00 show channel auto-upload:archive mp4 record-on-air\n0:05 show on-air\n0:45 show off-air", DateTimeOffset.UtcNow.AddHours(-2));
        Assert.Empty(studio.Run("Get-LsRecordingGap").Quiet().Output);
        Write(studio, "well.html", "-Since 1d");
    }

    private void Write(Studio studio, string name, string parameters, string input = "")
    {
        studio.Shell.Set("page", Path.Combine(_folder, name));
        studio.Run($"{input}Export-LsReport $page -Force {parameters}").Quiet();
        Assert.InRange(new FileInfo(Path.Combine(_folder, name)).Length, 50_000, 5_000_000);
    }
}
