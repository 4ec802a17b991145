using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class TestLsChannelTests
{
    [Fact]
    public void Every_check_has_one_result_in_one_order_whatever_the_channel()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<ChannelCheck> checks = studio.Run("Get-LsChannel | Test-LsChannel").Quiet().Of<ChannelCheck>();

        Assert.Equal(
            studio.Emulator.Channels.Ids.SelectMany(id => Enum.GetValues<ChannelCheckName>().Select(name => (id, name))),
            checks.Select(check => (check.ChannelId!, check.Name)));
        Assert.All(checks, check => Assert.False(string.IsNullOrEmpty(check.Detail)));
        Assert.All(checks, check => Assert.True(check.Passed != false || check.Recommendation is not null, check.Name + ": " + check.Detail));
    }

    [Fact]
    public void What_is_on_air_as_it_should_be_passes_all_that_applies()
    {
        using Studio studio = new(seed: true);
        studio.Run("Set-LsCallback https://hooks.example/live?token=secret -Confirm:$false").Quiet();

        IReadOnlyList<ChannelCheck> checks = studio.Run($"Test-LsChannel {Service.News}").Quiet().Of<ChannelCheck>();

        Assert.DoesNotContain(checks, check => check.Passed == false);
        Assert.Contains("1280x720@30 2 Mbit/s", Of(checks, ChannelCheckName.Stream).Detail, StringComparison.Ordinal);
        Assert.Contains("hooks.example", Of(checks, ChannelCheckName.Callback).Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Of(checks, ChannelCheckName.Callback).Detail, StringComparison.Ordinal);
        Assert.Null(Of(checks, ChannelCheckName.BackupStream).Passed);
        Assert.Equal(true, Assert.Single(studio.Run($"Test-LsChannel {Service.News} -Quiet").Quiet().Output).BaseObject);
    }

    [Theory]
    [InlineData(1_590_000, 30, "bit rate comes in: 1280x720@30 1.59 Mbit/s")]
    [InlineData(2_000_000, 26.9, "frame rate comes in")]
    [InlineData(300_000, 12, "bit rate and frame rate comes in")]
    [InlineData(0, 30, "without a picture")]
    [InlineData(1_610_000, 27, null)]
    [InlineData(9_000_000, 60, null)]
    public void A_stream_is_held_to_what_its_quality_set_asks_for(long bitrate, double fps, string? fault)
    {
        using Studio studio = new();
        string id = studio.OnAir();
        studio.Emulator.Channels.SetStream(id, bitrate, fps);

        ChannelCheck check = Assert.Single(studio.Run($"Test-LsChannel {id} Stream").Quiet().Of<ChannelCheck>());

        Assert.Equal(fault is null, check.Passed);
        Assert.Contains(fault ?? "comes in; sample-set asks for", check.Detail, StringComparison.Ordinal);
    }

    // One thing wrong at a time, and the check that is about it says so.
    [Theory]
    [InlineData("stopped", ChannelCheckName.Channel, false, "Is stopped")]
    [InlineData("ready", ChannelCheckName.Stream, false, "No stream comes in")]
    [InlineData("ready", ChannelCheckName.Playlist, null, "before a stream comes in")]
    [InlineData("ready", ChannelCheckName.Recording, true, "begun by hand")]
    [InlineData("air", ChannelCheckName.Recording, false, "is not recording")]
    [InlineData("air", ChannelCheckName.Playlist, true, "answer with a playlist")]
    [InlineData("air", ChannelCheckName.Bucket, null, "by hand")]
    [InlineData("air", ChannelCheckName.BackupStream, null, "Fail-over is off")]
    [InlineData("air", ChannelCheckName.Callback, false, "no address is set")]
    [InlineData("norecord", ChannelCheckName.Recording, null, "does not record")]
    [InlineData("autoready", ChannelCheckName.Bucket, false, "no such bucket")]
    [InlineData("auto", ChannelCheckName.Recording, true, "Is recording")]
    [InlineData("failed", ChannelCheckName.LastUpload, false, "failed")]
    [InlineData("uploaded", ChannelCheckName.LastUpload, true, "was uploaded")]
    [InlineData("air", ChannelCheckName.Clock, true, "is right")]
    [InlineData("air", ChannelCheckName.Notification, true, "ChangeStatus")]
    public void A_check_says_what_is_wrong(string state, ChannelCheckName name, bool? passed, string detail)
    {
        using Studio studio = new();
        ChannelControls channels = studio.Emulator.Channels;
        string id = state switch
        {
            "ready" => channels.Add("show"),
            "norecord" => channels.Add("show", "NO_RECORD"),
            "auto" or "autoready" => channels.Add("show", "AUTO_UPLOAD", immediateOnAir: true, bucketName: "nowhere"),
            "failed" => studio.Channel(1, "TRANSFER_FAIL").ChannelId,
            "uploaded" => studio.Channel(1, "TRANSFER_FINISH").ChannelId,
            _ => channels.Add("show"),
        };
        if (state is "air" or "auto")
        {
            channels.StartPublishing(id);
        }
        else if (state == "stopped")
        {
            studio.Run($"Disable-LsChannel {id} -Force").Quiet();
        }

        ChannelCheck check = Assert.Single(studio.Run($"Test-LsChannel {id} -Check {name}").Quiet().Of<ChannelCheck>());

        Assert.Equal(passed, check.Passed);
        Assert.Contains(detail, check.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_backup_stream_is_known_from_its_event_and_wrong_where_it_had_to_take_over()
    {
        LeapingTime time = new();
        using Studio studio = new(time: time);
        Performance play = studio.Emulator.Play("0:00 show channel fail-over\n0:01 show on-air\n0:02 show backup-connects\n0:30 show stream-falls", DateTimeOffset.UtcNow.AddMinutes(-10));
        string id = play.ChannelIds["show"];

        Assert.True(Check().Passed);
        studio.Run($"Switch-LsStream {id} -Confirm:$false").Quiet();

        Assert.False(Check().Passed);
        Assert.Contains("Switch-LsStream", Check().Recommendation, StringComparison.Ordinal);

        ChannelCheck Check() => Assert.Single(studio.Run($"Test-LsChannel {id} BackupStream").Quiet().Of<ChannelCheck>());
    }

    // Silence must not pass for a good word, and one silence must not take the other answers away.
    [Fact]
    public void A_call_that_fails_is_the_result_of_its_check_and_no_error()
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Faults.Add(Fault.Error(500, 900).On("GET", "/streamMetadata").Always());

        IReadOnlyList<ChannelCheck> checks = studio.Run($"Test-LsChannel {Service.News} -ExcludeCheck Callback").Quiet().Of<ChannelCheck>();

        ChannelCheck failed = Assert.Single(checks, check => check.Passed == false);
        Assert.Equal(ChannelCheckName.Stream, failed.Name);
        Assert.StartsWith("Not checked:", failed.Detail, StringComparison.Ordinal);
        Assert.NotNull(failed.Recommendation);
        Assert.Equal(10, checks.Count);
        Assert.Equal(false, Assert.Single(studio.Run($"Test-LsChannel {Service.News} -ExcludeCheck Callback -Quiet").Quiet().Output).BaseObject);
    }

    [Fact]
    public void The_addresses_are_called_as_a_player_calls_them_and_one_that_gives_no_playlist_is_told()
    {
        using Studio studio = new(seed: true);
        studio.Run($"Test-LsChannel {Service.News} Playlist").Quiet();
        RecordedRequest fetched = studio.Emulator.Requests.First(request => request.PathAndQuery.Contains(".m3u8", StringComparison.Ordinal));
        Assert.DoesNotContain(fetched.HeaderNames, name => name.StartsWith("x-ncp", StringComparison.OrdinalIgnoreCase) || name == "Authorization");

        studio.Emulator.Faults.Add(Fault.Error(503, 900).On("GET", "/live/video/"));
        ChannelCheck check = Assert.Single(studio.Run($"Test-LsChannel {Service.News} Playlist").Quiet().Of<ChannelCheck>());

        Assert.False(check.Passed);
        Assert.Matches("1 of 3 addresses .* HTTP 503", check.Detail);
    }

    [Theory]
    [InlineData("ls-none, ")]
    [InlineData("")]
    public void Quiet_is_one_word_for_all_and_a_channel_that_is_not_there_is_an_error_and_no_yes(string more)
    {
        using Studio studio = new(seed: true);
        Outcome outcome = studio.Run($"Test-LsChannel {more}{Service.News} -ExcludeCheck Callback -Quiet");

        Assert.Equal(more.Length == 0, Assert.Single(outcome.Output).BaseObject);
        Assert.Equal(more.Length == 0 ? [] : new[] { "ChannelNotFound" }, outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void Nothing_to_check_is_no_yes()
    {
        using Studio studio = new();

        Assert.Equal(false, Assert.Single(studio.Run("Get-LsChannel | Test-LsChannel -Quiet").Quiet().Output).BaseObject);
    }

    [Fact]
    public void What_several_channels_share_is_asked_once_and_all_checks_of_a_channel_go_side_by_side()
    {
        using Studio studio = new(seed: true);
        string other = studio.OnAir("other");
        TaskCompletionSource everything = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        studio.Line.Before = (request, _) => !request.RequestUri!.AbsolutePath.Contains(Service.News, StringComparison.Ordinal) || request.RequestUri.AbsolutePath.EndsWith(Service.News, StringComparison.Ordinal) ? Task.CompletedTask : HoldAsync();

        studio.Run($"Test-LsChannel {Service.News}, {other}").Quiet();

        Assert.Single(studio.Calls, call => call.Contains("callbackEndpoint", StringComparison.Ordinal));
        Assert.Single(studio.Calls, call => call.StartsWith("GET /qualitySets/", StringComparison.Ordinal));
        Assert.Empty(studio.Writes);

        // No answer before all of them were asked for: one after the other would never end.
        async Task HoldAsync()
        {
            if (Interlocked.Increment(ref arrived) == 3)
            {
                everything.SetResult();
            }

            await everything.Task;
        }
    }

    [Fact]
    public void The_table_groups_by_channel_and_breaks_between_words()
    {
        using Shell shell = Shell.On(new Service(), 80);
        shell.Run($"Test-LsChannel {Service.News} | Out-Default").Quiet();

        string[] lines = Regex.Replace(shell.Host.Text, "\u001b\\[[0-9;]*m", "").Split('\n');
        Assert.Contains(lines, line => line.Trim() == $"Channel: 아침뉴스 ({Service.News})");
        Assert.Contains(lines, line => line.StartsWith("Callback     FAILED Nobody is told", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Trim().StartsWith("> Set one with Set-LsCallback,", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(Cells.Of(line) <= 80, line));
        Assert.DoesNotContain(lines.Skip(4), line => line.EndsWith("-Exclu", StringComparison.Ordinal));
    }

    private static ChannelCheck Of(IReadOnlyList<ChannelCheck> checks, ChannelCheckName name) => Assert.Single(checks, check => check.Name == name);
}
