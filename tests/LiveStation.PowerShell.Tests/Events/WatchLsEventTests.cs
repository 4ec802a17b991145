using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Events;

public sealed class WatchLsEventTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ls-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_happened_before_is_no_news_and_what_happens_now_is_written_once()
    {
        using Studio studio = new(seed: true);
        string id = studio.Emulator.Channels.Add("before");
        int asked = 0;
        studio.Line.Before = (_, _) =>
        {
            // Between the second question and the third.
            if (++asked == 3)
            {
                studio.Emulator.Events.Write(id, "NEWS");
            }

            return Task.CompletedTask;
        };

        Outcome outcome = studio.Run("Watch-LsEvent -For 2m").Quiet();

        Assert.True(asked > 5);
        Assert.Equal("NEWS", Assert.Single(outcome.Of<Event>(), item => item.EventCode != EventCode.StreamReserve).EventCodeText);
    }

    [Theory]
    [InlineData("Watch-LsEvent -For 30s -Since 2d", "GET /events")]
    [InlineData("Watch-LsEvent $one -For 30s -Since 2d", "GET /channels/{one}/events")]
    [InlineData("Watch-LsEvent $one, $one -For 30s -Since 2d", "GET /channels/{one}/events")]
    [InlineData("Get-LsChannel $one | Watch-LsEvent -For 30s -Since 2d", "GET /channels/{one} GET /channels/{one}/events")]
    [InlineData("Get-LsRestream -SkipPlatform | Watch-LsEvent -For 30s -Since 2d", "GET /re-stream/channels GET /re-stream/channels/{weekly}/events GET /re-stream/channels/{relay}/events")]
    [InlineData("Watch-LsEvent -RestreamChannelId (Get-LsRestream -SkipPlatform).ChannelId -For 30s -Since 2d", "GET /re-stream/channels GET /re-stream/channels/{weekly}/events GET /re-stream/channels/{relay}/events")]
    [InlineData("Watch-LsEvent -VodChannelId ls-20250820000000-FdJkJ -For 30s -Since 2d", "GET /events?channelId=ls-20250820000000-FdJkJ")]
    [InlineData("@() | Watch-LsEvent", "")]
    [InlineData("Get-LsChannel -Name no-* | Watch-LsEvent", "GET /channels")]
    public void Each_kind_of_channel_has_a_list_of_its_own_and_nothing_is_never_all(string script, string calls)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("one", Service.News);

        Outcome outcome = studio.Run(script);

        string[] lists = [.. studio.Calls.Select(call => call.Contains("pageNo", StringComparison.Ordinal) ? call.Split('?')[0] : call).Distinct()];
        // Side by side: which of them is first is nobody's promise.
        IEnumerable<string> expected = calls.Replace("{one}", Service.News, StringComparison.Ordinal).Replace("{weekly}", Service.WeeklyRelay, StringComparison.Ordinal).Replace("{relay}", Service.NewsRelay, StringComparison.Ordinal).Split("GET ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(expected.Order(StringComparer.Ordinal), lists.Select(call => call[4..]).Order(StringComparer.Ordinal));
        Assert.Equal(outcome.Output.Count, outcome.Of<Event>().Distinct().Count());
    }

    [Fact]
    public void Channels_and_re_streams_go_through_one_pipeline_in_the_order_of_what_happened()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<Event> events = studio.Run("@(Get-LsChannel) + @(Get-LsRestream -SkipPlatform) | Watch-LsEvent -Since 2d -For 1m").Quiet().Of<Event>();

        Assert.Contains(events, item => item.ChannelId == Service.NewsRelay);
        Assert.Contains(events, item => item.ChannelId == Service.News);
        Assert.All(events.GroupBy(item => item.ChannelId), one => Assert.Equal(one.OrderBy(item => item.Timestamp), one));
    }

    [Theory]
    [InlineData("-Count 3 -Since 2d", 3)]
    [InlineData("-Event PublishEnd -Count 1 -Since 2d", 1)]
    [InlineData("-Since 2d | Select-Object -First 2", 2)]
    [InlineData("-LogLevel Error -Since 2d -For 1m", 1)]
    [InlineData("-For 1m", 0)]
    public void It_ends_when_it_has_enough(string parameters, int count)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(count, studio.Run($"function Select-Object {{ param($First, [Parameter(ValueFromPipeline)] $it) begin {{ $n = 0 }} process {{ $it; if (++$n -eq $First) {{ break }} }} }} foreach ($once in 1) {{ Watch-LsEvent {parameters} }}").Output.Count);
        Assert.Equal(0, studio.Line.Open);
    }

    [Theory]
    [InlineData("-For 0s")]
    [InlineData("-For soon")]
    [InlineData("-For 5")]
    [InlineData("-Count 0")]
    [InlineData("-Since 5")]
    [InlineData("-Event PublsihStart")]
    [InlineData("-Bookmark ''")]
    [InlineData("-Bookmark env:night")]
    [InlineData("-Bookmark /no-such-folder/night")]
    [InlineData("-ChannelId $null")]
    [InlineData("-ChannelId $quality")]
    public void What_cannot_be_meant_asks_nothing(string parameters)
    {
        using Studio studio = new();
        studio.Run("$quality = [LiveStation.Quality] @{ QualityId = 1 }").Quiet();

        studio.Shell.Terminating($"Watch-LsEvent {parameters}");

        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void Ctrl_C_ends_it_at_once()
    {
        using EndlessTime time = new();
        using Shell shell = Shell.On(new Service(time: time));

        using Running running = shell.Start("Watch-LsEvent");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Assert.Empty(running.Stop().Errors);
    }

    [Fact]
    public void An_hour_without_the_service_is_one_warning_and_one_word()
    {
        using Studio studio = new(seed: true);
        string id = studio.Emulator.Channels.Add("on_air");
        studio.Run("$null = Watch-LsEvent -For 1s").Quiet();
        studio.Emulator.Faults.Add(Fault.Error(503).On("GET", "/events").Repeat(100));
        studio.Emulator.Events.Write(id, "MEAN_WHILE");

        Outcome outcome = studio.Run("Watch-LsEvent -For 2h -Since 1m -Event MEAN_WHILE");

        Assert.Empty(outcome.Errors);
        Assert.Contains("cannot be read", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Contains("read again", Assert.Single(outcome.Information), StringComparison.Ordinal);
        Assert.Equal("MEAN_WHILE", Assert.Single(outcome.Of<Event>()).EventCodeText);
    }

    [Fact]
    public void A_mistyped_channel_is_one_error_and_the_others_go_on()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run($"Watch-LsEvent ls-none, {Service.News} -Since 2d -For 1m");

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.WatchLsEventCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal("ls-none", outcome.OneError().TargetObject);
        Assert.NotEmpty(outcome.Output);
    }

    [Fact]
    public void A_refused_key_ends_it()
    {
        using Studio studio = new();
        studio.Emulator.Faults.Add(Fault.Error(401, 200).Always());

        Assert.StartsWith("AuthenticationFailed,", studio.Shell.Terminating("Watch-LsEvent").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    // A poll a second would say the same for ever.
    [Fact]
    public void A_list_that_is_not_whole_says_so_once()
    {
        using Studio studio = new();
        int asked = 0;
        studio.Line.Before = (_, _) =>
        {
            studio.Line.Answer = $$"""{"content":[{"logLevel":"INFO","eventCode":"PUBLISH_START","timestamp":1,"channelId":"ls-1"}],"total":{{900 + ++asked}}}""";
            return Task.CompletedTask;
        };

        Outcome outcome = studio.Run("Watch-LsEvent -For 1m -Since 2000-01-01");

        Assert.True(asked > 3);
        Assert.Contains("901", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_bookmark_it_goes_on_where_it_was()
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("bookmark", Path.Combine(_folder, "night.bookmark"));

        int all = studio.Run("Watch-LsEvent -Since 2d -For 1s").Quiet().Output.Count;
        int first = studio.Run("Watch-LsEvent -Since 2d -Bookmark $bookmark -Count 4").Quiet().Output.Count;
        int broken = studio.Run("foreach ($once in 1) { Watch-LsEvent -Bookmark $bookmark -For 1s | ForEach-Object { $_; break } }").Quiet().Output.Count;
        int thrown = studio.Run("try { Watch-LsEvent -Bookmark $bookmark -For 1s | ForEach-Object { throw 'in the middle of the work' } } catch { }").Output.Count;
        int rest = studio.Run("Watch-LsEvent -Bookmark $bookmark -For 1s").Quiet().Output.Count;
        string id = studio.Emulator.Channels.Add("meanwhile");
        IReadOnlyList<Event> last = studio.Run("Watch-LsEvent -Bookmark $bookmark -For 1s -Since 1s").Quiet().Of<Event>();

        // What was thrown away in the middle of the work comes again.
        Assert.Equal((4, 1, 0, all - 5), (first, broken, thrown, rest));
        Assert.Equal(id, Assert.Single(last).ChannelId);
        Assert.DoesNotContain("ls-", File.ReadAllText(Path.Combine(_folder, "night.bookmark")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_bookmark_is_told_and_begun_anew_from_since()
    {
        using Studio studio = new(seed: true);
        string path = Path.Combine(_folder, "night.bookmark");
        studio.Shell.Set("bookmark", path);
        File.WriteAllText(path, "LiveStation bookmark 1\ntorn\n");

        Outcome anew = studio.Run("Watch-LsEvent -Bookmark $bookmark -Since 2d -For 1s");
        Outcome after = studio.Run("Watch-LsEvent -Bookmark $bookmark -Since 2d -For 1s").Quiet();

        Assert.Contains($"damaged, and was put aside as {path}.damaged.", Assert.Single(anew.Warnings), StringComparison.Ordinal);
        Assert.Equal("LiveStation bookmark 1\ntorn\n", File.ReadAllText(path + ".damaged"));
        Assert.Equal(studio.Run("Watch-LsEvent -Since 2d -For 1s").Output.Count, anew.Output.Count);
        Assert.Empty(after.Output);

        // Without a word, what happened since it was written last: nothing is lost.
        File.WriteAllText(path, "LiveStation bookmark 1\ntorn\n");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));
        Assert.Equal(studio.Run("Watch-LsEvent -Since 125m -For 1s").Output.Count, studio.Run("Watch-LsEvent -Bookmark $bookmark -For 1s").Output.Count);
    }

    [Theory]
    [InlineData("Watch-LsEvent -Bookmark $bookmark -For 1s")]
    [InlineData("Receive-LsCallback -Reconcile -Port 0 -Bookmark $bookmark -For 1s")]
    public void A_file_that_is_no_bookmark_is_refused_and_left_as_it_is(string script)
    {
        using Studio studio = new(seed: true);
        string path = Path.Combine(_folder, "t.ps1");
        studio.Shell.Set("bookmark", path);
        File.WriteAllText(path, "Get-LsChannel\n");

        ErrorRecord refused = studio.Shell.Terminating(script);

        Assert.StartsWith("NotABookmark,", refused.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("was left as it is", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal("Get-LsChannel\n", File.ReadAllText(path));
    }

    [Fact]
    public void Two_watches_do_not_go_by_one_bookmark()
    {
        using EndlessTime time = new();
        Service service = new(time: time);
        using Shell first = Shell.On(service);
        using Shell second = Shell.On(new Service());
        string path = Path.Combine(_folder, "night.bookmark");
        first.Set("bookmark", path);
        second.Set("bookmark", path);

        using Running running = first.Start("Watch-LsEvent -Bookmark $bookmark");
        time.AwaitWait(TestContext.Current.CancellationToken);

        Assert.StartsWith("BookmarkInUse,", second.Terminating("Watch-LsEvent -Bookmark $bookmark").FullyQualifiedErrorId, StringComparison.Ordinal);
        running.Stop();
        second.Run("Watch-LsEvent -Bookmark $bookmark -For 1s").Quiet();
    }

    /// <summary>A shell is killed, as kill -9 does it, in the middle of a burst of events, again and again; the same command goes on.</summary>
    [Fact]
    public async Task Killed_again_and_again_it_loses_none_and_repeats_none_but_what_was_in_hand()
    {
        string? shell = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "pwsh")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(shell is null, "PowerShell 7 (pwsh) is not on the PATH: a process of its own is what is killed here.");
        LiveStationEmulator emulator = new(new EmulatorOptions { Seed = false, Pace = Studio.AtOnce });
        string id = emulator.Channels.Add("on_air");
        await using EmulatorServer server = await EmulatorServer.StartAsync(emulator, cancellationToken: TestContext.Current.CancellationToken);
        string log = Path.Combine(_folder, "events.log");
        File.WriteAllText(log, "");
        List<string> inHand = [];
        int written = 0;
        Random random = new(20_261_127);
        for (int kill = 0; kill < 3; kill++)
        {
            Burst(400);
            using Process process = Start();
            int before = File.ReadAllLines(log).Length;
            int enough = random.Next(1, 300);
            while (!process.HasExited && File.ReadAllLines(log).Length < before + enough)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            inHand.Add(File.ReadAllLines(log)[^1]);
        }

        Burst(1);
        emulator.Events.Write(id, "THE_END");
        using Process last = Start();
        string said = await last.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await last.WaitForExitAsync(TestContext.Current.CancellationToken);

        string[] told = File.ReadAllLines(log);
        Assert.Equal(Enumerable.Range(1, written).Select(number => $"E_{number:D5}").Append("THE_END").Append("STREAM_RESERVE").Order(), told.Distinct().Order());
        Assert.All(told.GroupBy(line => line).Where(line => line.Count() > 1), twice => Assert.True(twice.Count() == 2 && inHand.Contains(twice.Key), $"{twice.Key} came {twice.Count()} times. {said}"));

        void Burst(int count)
        {
            for (int i = 0; i < count; i++)
            {
                emulator.Events.Write(id, $"E_{++written:D5}");
            }
        }

        Process Start()
        {
            string script = $"Import-Module '{Path.Combine(Shell.Root, "LiveStation.psd1")}'; $null = Connect-LsAccount -Endpoint {server.BaseAddress}; "
                + $"foreach ($once in 1) {{ Watch-LsEvent -Since 1h -Bookmark '{Path.Combine(_folder, "night.bookmark")}' | ForEach-Object {{ [System.IO.File]::AppendAllText('{log}', $_.EventCodeText + \"`n\"); if ($_.EventCodeText -eq 'THE_END') {{ break }} }} }}";
            ProcessStartInfo start = new(shell!, ["-NoProfile", "-NonInteractive", "-Command", script]) { RedirectStandardError = true };
            start.Environment["NCLOUD_ACCESS_KEY_ID"] = emulator.AccessKeyId;
            start.Environment["NCLOUD_SECRET_ACCESS_KEY"] = emulator.GetSecretKey();
            return Process.Start(start)!;
        }
    }
}
