using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Reports;

/// <summary>The file that is written, and what stands in it. How it looks and what it does is seen in a browser: tests/browser.</summary>
public sealed partial class ExportLsReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livestation-report-").FullName;

    private string File => Path.Combine(_folder, "day.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Get-LsRecording | Export-LsReport -Path $file -Since 1d")]
    [InlineData("Export-LsReport $file")]
    [InlineData("Get-LsChannel | Export-LsReport $file")]
    [InlineData("Export-LsReport (Get-LsChannel) -Path $file")]
    [InlineData("Export-LsReport $file -ChannelId $ids")]
    [InlineData("@(Get-LsChannel | Get-LsPublishLog) + @(Get-LsRecording) | Export-LsReport $file")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(Get-LsRecording))) | Export-LsReport $file")]
    public void The_page_names_what_went_wrong(string script)
    {
        using Evening evening = new();

        Assert.Empty(Run(evening.Studio, script).Quiet().Output);

        JsonElement data = Data();
        string[] names = [.. data.GetProperty("channels").EnumerateArray().Select(channel => channel[1].GetString()!)];
        Assert.Contains("evening_news", names);
        Assert.Equal(2, data.GetProperty("recordings").GetArrayLength());
        Assert.Equal(
            ["Failed 20", "Gap Beginning 2", "Gap End 5", "Gap Middle 10"],
            data.GetProperty("gaps").EnumerateArray().Where(gap => names[gap[0].GetInt32()] == "evening_news")
                .Select(gap => $"{gap[1].GetString()} {(gap[2].GetString() == "Unknown" ? "" : gap[2].GetString() + " ")}{Math.Round(gap[5].GetInt64() / 60_000d)}").Order(StringComparer.Ordinal));

        // A channel of which nothing was recorded is not among the recordings; it is in the report of all channels.
        Assert.Equal(!script.StartsWith("Get-LsRecording", StringComparison.Ordinal) && !script.StartsWith('['), names.Contains("방송"));
    }

    [Fact]
    public void The_table_has_the_columns_of_Export_Csv()
    {
        using Evening evening = new();
        Run(evening.Studio, "$recordings = @(Get-LsRecording); $recordings | Export-LsReport $file").Quiet();

        IEnumerable<string> csv = evening.Studio.Run("$recordings[0].PSObject.Properties | Where-Object MemberType -EQ Property | ForEach-Object Name").Texts();

        Assert.Equal(csv, Data().GetProperty("csv").EnumerateArray().Select(name => name.GetString()!));
    }

    // A browser runs the one script and the one style whose hashes the page names, and asks nobody for anything.
    [Fact]
    public void The_page_brings_everything_and_asks_nobody()
    {
        using Evening evening = new();
        Run(evening.Studio, "Export-LsReport $file -IncludeEvents -Title 'a & b'").Quiet();

        string page = Page();
        Match policy = Policy().Match(page);
        Assert.Equal(policy.Groups[1].Value, Hash(Between(page, "<script>", "</script>")));
        Assert.Equal(policy.Groups[2].Value, Hash(Between(page, "<style>", "</style>")));
        Assert.DoesNotMatch(@"(?i)\b(src|href|action|srcset|poster)\s*=\s*""(?!#)|@import|url\((?!#)|fetch\(|XMLHttpRequest|WebSocket|localStorage|document\.cookie|innerHTML|eval\(", page);
        Assert.Contains("<title>a &amp; b</title>", page, StringComparison.Ordinal);
        Assert.NotEmpty(Data().GetProperty("events").EnumerateArray());
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>{{data}}")]
    [InlineData("=HYPERLINK(\"http://a.example\")")]
    [InlineData("\u001b[31mred\u0007\u0000\r\nForged: line\u202egnp.exe", "[31mred Forged: line?gnp.exe")]
    [InlineData("한국어 채널 '\"&`${x}")]
    public void A_name_is_a_name_whatever_it_says(string name, string? shown = null)
    {
        using Evening evening = new(name);
        evening.Studio.Emulator.Recordings.Add(evening.Main, 1, fileName: name);
        evening.Studio.Shell.Set("name", name);
        Run(evening.Studio, "Export-LsReport $file -Title $name").Quiet();

        string page = Page();
        Assert.Equal(2, Regex.Count(page, "(?i)</script"));
        Assert.Equal(2, Regex.Count(page, "(?i)<script"));
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[\u0000-\u0008\u000b-\u001f\u202e]", page);
        JsonElement data = Data();
        Assert.Contains(shown ?? name, data.GetProperty("channels").EnumerateArray().Select(channel => channel[1].GetString()));
        Assert.Contains(shown ?? name, data.GetProperty("recordings").EnumerateArray().SelectMany(row => row.EnumerateArray()).Where(cell => cell.ValueKind == JsonValueKind.String).Select(cell => cell.GetString()));
    }

    [Fact]
    public void No_key_no_signature_and_nothing_that_was_said_stands_in_it()
    {
        using Evening evening = new();
        evening.Studio.Emulator.Events.Write(evening.Main, "SOMETHING_SAID", "call 010-1234-5678 or anna@example.com");
        string key = Assert.Single(evening.Studio.Run("(Get-LsChannel $main).StreamKey.Reveal()").Quiet().Texts());
        Run(evening.Studio, "$bad = [LiveStation.Recording] @{ RecordId = 9; ChannelId = $main; Status = 'TransferFinish'; ObjectStorageUrl = 'https://who:pass@host.example/b/k.mp4?X-Amz-Signature=sesame#frag' }; "
            + "@($bad) + @(Get-LsRecording) | Export-LsReport $file -IncludeEvents").Quiet();

        string page = Page();
        Assert.Contains("https://host.example/b/k.mp4", page, StringComparison.Ordinal);
        Assert.Contains("SOMETHING_SAID", page, StringComparison.Ordinal);
        Assert.All(new[] { key, evening.Studio.Emulator.AccessKeyId, evening.Studio.Emulator.GetSecretKey(), "sesame", "who:pass", "anna", "1234" }, secret => Assert.DoesNotContain(secret, page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_tells_no_time_and_what_is_unknown_or_old_is_in_it_too()
    {
        using Studio studio = new();
        studio.Shell.Set("channel", studio.Emulator.Channels.Add("odd"));

        Run(studio, """
            $old = [datetime]::new(2019, 11, 3, 1, 30, 0, [DateTimeKind]::Utc).ToLocalTime()
            $odd = @(
                [LiveStation.Recording] @{ RecordId = 1; ChannelId = $channel; Status = 'ProcessingFail' }
                [LiveStation.Recording] @{ RecordId = 2; ChannelId = $channel; StatusText = 'BRAND_NEW'; RecordBeginTime = $old }
                [LiveStation.Recording] @{ RecordId = 3; ChannelId = $channel; Status = 'Recording'; RecordBeginTime = [datetime]::Now.AddHours(-1) }
                [LiveStation.Recording] @{ RecordId = 4 }
            )
            $odd | Export-LsReport $file -ErrorVariable missing -ErrorAction SilentlyContinue
            """).Quiet();

        JsonElement data = Data();
        Assert.Equal(3, data.GetProperty("recordings").GetArrayLength());
        Assert.Equal(new DateTimeOffset(2019, 11, 3, 1, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), data.GetProperty("from").GetInt64());
        Assert.StartsWith("ChannelIdMissing,", Assert.Single(studio.Run("$missing.FullyQualifiedErrorId").Texts()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@() | Export-LsReport $file -Since 1d")]
    [InlineData("Export-LsReport $file")]
    [InlineData("Get-LsRecording -ExpiringWithin 1s | Export-LsReport $file")]
    public void Nothing_to_report_is_a_page_that_says_so(string script)
    {
        using Studio studio = new();

        Run(studio, script).Quiet();

        JsonElement data = Data();
        Assert.Equal(0, data.GetProperty("recordings").GetArrayLength() + data.GetProperty("channels").GetArrayLength());
        Assert.InRange(data.GetProperty("to").GetInt64() - data.GetProperty("from").GetInt64(), 86_390_000, 86_410_000);
    }

    [Fact]
    public void A_range_leaves_out_what_lies_beside_it()
    {
        using Studio studio = new(seed: true);

        Run(studio, "Export-LsReport $file").Quiet();
        int all = Data().GetProperty("recordings").GetArrayLength();
        Run(studio, "Export-LsReport $file -Force -Since 12h -Until 1h").Quiet();
        JsonElement some = Data();

        Assert.InRange(some.GetProperty("recordings").GetArrayLength(), 1, all - 1);
        Assert.InRange(some.GetProperty("to").GetInt64() - some.GetProperty("from").GetInt64(), 39_590_000, 39_610_000);
    }

    // A page that says "all is well" of what could not be read would be worse than none.
    [Fact]
    public void What_could_not_be_read_is_an_error_and_said_in_the_page()
    {
        using Evening evening = new();
        evening.Studio.Emulator.Faults.Add(Fault.Error(503).On("GET", evening.Bare + "/publish-log").Always());

        Assert.Equal(evening.Bare, Run(evening.Studio, "Export-LsReport $file").OneError().TargetObject);

        Assert.Equal("방송", Assert.Single(Data().GetProperty("unread").EnumerateArray()).GetString());
        Assert.Equal(2, Data().GetProperty("recordings").GetArrayLength());
    }

    [Theory]
    [InlineData("Export-LsReport $file", "FileExists", ErrorCategory.ResourceExists)]
    [InlineData("Export-LsReport $folder -Force", "TargetIsFolder", ErrorCategory.ResourceExists)]
    [InlineData("Export-LsReport \"$folder/none/day.html\"", "FolderNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Export-LsReport \"$folder/day.pdf\"", "ReportNotHtml", ErrorCategory.InvalidArgument)]
    [InlineData("Get-LsRecording | Export-LsReport -Path \"$folder/day\"", "ReportNotHtml", ErrorCategory.InvalidArgument)]
    [InlineData("Export-LsReport nowhere:/day.html", "PathNotInFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("Export-LsReport Env:/day", "PathNotInFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("Export-LsReport $file -Force -Since 1h -Until 2h", "TimesReversed", ErrorCategory.InvalidArgument)]
    [InlineData("Export-LsReport $file -Force -TimeZone Mars/Olympus", "ParameterArgumentTransformationError", ErrorCategory.InvalidData)]
    [InlineData("Export-LsReport $file -Force -Culture klingon-!", "ParameterArgumentTransformationError", ErrorCategory.InvalidData)]
    public void What_cannot_be_written_is_refused_before_anything_is_sent(string script, string errorId, ErrorCategory category)
    {
        using Studio studio = new();
        System.IO.File.WriteAllText(File, "mine");
        studio.Shell.Set("file", File);
        studio.Shell.Set("folder", _folder);

        ErrorRecord error = studio.Shell.Terminating(script);

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Empty(studio.Calls);
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    // What slips in by mistake is an error, and never a report about something else.
    [Theory]
    [InlineData("Get-LsQualitySet | Export-LsReport $file", "A quality set was given")]
    [InlineData("Get-LsRecordingGap | Export-LsReport $file", "tells nothing of the time")]
    [InlineData("Export-LsReport ls-1 $file", "day.html")]
    [InlineData("Export-LsReport $file ls-1", "ls-1")]
    public void A_slip_is_an_error(string script, string said)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("file", File);

        Outcome outcome = studio.Run(script);

        IEnumerable<ErrorRecord> errors = outcome.Errors.Concat(outcome.Thrown is null ? [] : [outcome.Thrown.ErrorRecord]);
        Assert.Contains(errors, error => error.ToString().Contains(said, StringComparison.Ordinal) && error.Exception is ParameterBindingException);
        Assert.True(!System.IO.File.Exists(File) || Data().GetProperty("recordings").GetArrayLength() == 0);
    }

    [Fact]
    public void What_fails_while_it_is_written_leaves_nothing_behind()
    {
        using Studio studio = new();
        studio.Shell.Set("file", Path.Combine(_folder, new string('n', 240) + ".html"));

        ErrorRecord error = studio.Shell.Terminating("Export-LsReport $file");
        Assert.StartsWith("FileNotWritten,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Force_overwrites_and_WhatIf_does_nothing()
    {
        using Studio studio = new();
        System.IO.File.WriteAllText(File, "old");

        Run(studio, "Export-LsReport $file -Force -WhatIf");
        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Empty(studio.Calls);

        Outcome outcome = Run(studio, "Export-LsReport $file -Force -PassThru").Quiet();
        Assert.Equal(File, Assert.Single(outcome.Of<FileInfo>()).FullName);

        // The shell's table of files goes by this: without it the columns are empty.
        Assert.EndsWith(_folder, (string)outcome.Output[0].Properties["PSParentPath"].Value, StringComparison.Ordinal);
        Assert.Contains("<!DOCTYPE html>", Page(), StringComparison.Ordinal);
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Ctrl_C_ends_it_and_leaves_no_file()
    {
        using Studio studio = new();
        studio.Shell.Set("file", File);
        studio.Line.Before = static (_, token) => System.Threading.Tasks.Task.Delay(System.Threading.Timeout.Infinite, token);

        using Running running = studio.Shell.Start("Export-LsReport $file");
        studio.Line.AwaitArrival(TestContext.Current.CancellationToken);
        running.Stop();

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("ko-KR", "ko")]
    [InlineData("ko", "ko")]
    [InlineData("en-GB", "en")]
    [InlineData("fr-FR", "en")]
    public void It_speaks_English_and_Korean(string culture, string language)
    {
        using Studio studio = new();

        Run(studio, $"Export-LsReport $file -Culture {culture}").Quiet();

        Assert.Contains($"<html lang=\"{language}\">", Page(), StringComparison.Ordinal);
        Assert.Equal(language == "ko" ? "타임라인" : "Timeline", Data().GetProperty("texts").GetProperty("timeline").GetString());
    }

    // Every text is in both languages, with the same places to fill in, and the script asks for no other.
    [Fact]
    public void No_text_is_missing_in_a_language()
    {
        Dictionary<string, string> english = new(new ReportPage(CultureInfo.GetCultureInfo("en-US")).Texts);
        Dictionary<string, string> korean = new(new ReportPage(CultureInfo.GetCultureInfo("ko-KR")).Texts);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), korean.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(korean[text.Key])));
        string folder = Path.Combine(Shell.Root, "src", "LiveStation.PowerShell", "Reports", "Page");
        IEnumerable<string> asked = Regex.Matches(System.IO.File.ReadAllText(Path.Combine(folder, "page.js")), @"say\('(\w+)'(?! \+)").Select(match => match.Groups[1].Value)
            .Concat(Regex.Matches(System.IO.File.ReadAllText(Path.Combine(folder, "page.html")), @"data-(?:text|label)=""(\w+)""").Select(match => match.Groups[1].Value))
            .Where(key => key is not ("gap" or "s" or "l"));
        Assert.All(asked, key => Assert.Contains(key, english.Keys));
        Assert.All(Enum.GetNames<RecordStatus>(), state => Assert.Contains("s" + state, english.Keys));
        Assert.All(Enum.GetNames<GapPart>().Skip(1), part => Assert.Contains("gap" + part, english.Keys));

        static string Places(string text) => string.Join(' ', Regex.Matches(text, @"\{\w\}").Select(place => place.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ten_thousand_recordings_fit_into_five_megabytes()
    {
        using Studio studio = new();
        for (int i = 0; i < 10; i++)
        {
            studio.Emulator.Recordings.Add(studio.Emulator.Channels.Add($"채널 {i}"), 1000, i % 2 == 0 ? "TRANSFER_FINISH" : "TRANSFER_READY");
        }

        FileInfo file = Assert.Single(Run(studio, "Get-LsRecording | Export-LsReport $file -PassThru").Quiet().Of<FileInfo>());

        Assert.InRange(file.Length, 1_000_000, 5_000_000);
        Assert.Equal(10_000, Data().GetProperty("recordings").GetArrayLength());
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Seoul")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("Australia/Lord_Howe")]
    public void The_offsets_of_a_zone_are_those_of_the_system_at_every_instant(string id)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        DateTime from = new(2017, 1, 1, 5, 13, 0, DateTimeKind.Utc);
        IReadOnlyList<(DateTime From, TimeSpan Offset)> offsets = ZoneOffsets.Of(zone, from, from.AddYears(7));

        foreach (DateTime at in offsets.Skip(1).SelectMany(change => new[] { change.From.AddSeconds(-1), change.From }).Concat(Enumerable.Range(0, 2500).Select(day => from.AddDays(day).AddHours(day % 24))))
        {
            Assert.Equal(zone.GetUtcOffset(at), offsets.Last(change => change.From <= at).Offset);
        }
    }

    private Outcome Run(Studio studio, string script)
    {
        studio.Shell.Set("file", File);
        return studio.Run(script);
    }

    private string Page() => System.IO.File.ReadAllText(File);

    private JsonElement Data() => JsonDocument.Parse(Between(Page(), "<script type=\"application/json\" id=\"data\">", "</script>")).RootElement;

    private static string Between(string text, string begin, string end)
    {
        int from = text.LastIndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("default-src 'none'; script-src '([^']+)'; style-src '([^']+)'")]
    private static partial Regex Policy();
}
