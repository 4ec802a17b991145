using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Vod;

public class VodScheduleTests
{
    [Fact]
    public void Files_come_through_the_pipeline_and_go_in_one_call()
    {
        using Studio studio = new(seed: true);
        DateTime start = DateTime.Today.AddDays(1).AddHours(20);
        studio.Shell.Set("start", start);

        VodSchedule made = Assert.Single(studio.Run($"'mybucket/opening.mp4', 'mybucket/show/part 1.mp4' | New-LsVodSchedule {Service.Vod} $start").Quiet().Of<VodSchedule>());

        Assert.Equal(
            $$"""{"channelId":"{{Service.Vod}}","startTime":"{{Korean(start)}}","vodList":[{"bucketName":"mybucket","filePath":"/opening.mp4"},{"bucketName":"mybucket","filePath":"/show/part 1.mp4"}]}""",
            Assert.Single(studio.Writes).Body);
        Assert.Equal(start, made.StartTime);
        Assert.Equal(start.AddMinutes(40), made.EndTime);
        Assert.Equal(["mybucket/opening.mp4", "mybucket/show/part 1.mp4"], made.VodList);
    }

    // Local unless it says otherwise.
    [Theory]
    [InlineData("\"$($day)T20:00:00+09:00\"", "+09:00")]
    [InlineData("\"$($day)T20:00:00Z\"", "+00:00")]
    [InlineData("[datetimeoffset]\"$($day)T20:00:00+02:00\"", "+02:00")]
    [InlineData("[datetime]::new($there.Ticks, 'Utc')", "+00:00")]
    [InlineData("\"$day 20:00\"", "")]
    [InlineData("[datetime]::new($there.Ticks)", "")]
    [InlineData("[datetime]::new($there.Ticks, 'Local')", "")]
    public void A_start_may_say_its_zone(string start, string offset)
    {
        using Studio studio = new(seed: true);
        DateTime there = DateTime.Today.AddDays(3).AddHours(20);
        studio.Shell.Set("there", there);
        studio.Shell.Set("day", there.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        DateTime expected = offset.Length == 0 ? there : new DateTimeOffset(there.Ticks, TimeSpan.Parse(offset.TrimStart('+'), CultureInfo.InvariantCulture)).UtcDateTime;

        VodSchedule made = Assert.Single(studio.Run($"New-LsVodSchedule {Service.Vod} ({start}) b/a.mp4").Quiet().Of<VodSchedule>());

        Assert.Contains($"\"startTime\":\"{Korean(expected)}\"", studio.Writes[0].Body, StringComparison.Ordinal);
        Assert.Equal((expected.ToUniversalTime(), DateTimeKind.Local), (made.StartTime!.Value.ToUniversalTime(), made.StartTime.Value.Kind));
    }

    [Theory]
    [InlineData("$now.AddMinutes(-1)", "b/a.mp4", "StartTimePast")]
    [InlineData("$now.AddMinutes(9)", "b/a.mp4", "StartTimeTooSoon")]
    [InlineData("$now.AddDays(15)", "b/a.mp4", "StartTimeTooLate")]
    [InlineData("$now.AddDays(1)", "@()", "VodListEmpty")]
    [InlineData("$now.AddDays(1)", "b/a.ts", "VodListNotMp4")]
    [InlineData("$now.AddDays(1)", "a.mp4", "VodListNotFile")]
    [InlineData("$now.AddDays(1)", "(@('b/a.mp4') * 51)", "VodListTooLong")]
    [InlineData("$now.AddDays(1)", "@([pscustomobject]@{ BucketName = 'b' })", "VodListNotFile")]
    [InlineData("$now.AddDays(1)", "(Get-LsRecording)[0]", "VodListNotFile")]
    public void What_the_pages_are_certain_of_is_refused_before_anything_is_sent(string start, string files, string errorId)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("now", studio.Context.Options.TimeProvider.GetUtcNow().LocalDateTime);
        foreach (string whatIf in (string[])["", " -WhatIf"])
        {
            ErrorRecord error = studio.Shell.Terminating($"New-LsVodSchedule {Service.Vod} ({start}) {files}{whatIf}");

            Assert.Equal(errorId + ",LiveStation.PowerShell.NewLsVodScheduleCommand", error.FullyQualifiedErrorId);
            Assert.Equal(Service.Vod, error.TargetObject);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
            if (errorId != "VodListEmpty")
            {
                Assert.StartsWith(errorId + ",", studio.Run($"Set-LsVodSchedule 10060 ({start}) {files}{whatIf}").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
            }
        }

        Assert.Empty(studio.Writes);
    }

    // A programme with a part missing is another programme.
    [Theory]
    [InlineData("'b/a.mp4', 'typo', 'b/c.mp4'", "'typo' names no file")]
    [InlineData("'b/a.mp4', (Get-LsChannel)[0]", "A live channel was given where a file")]
    [InlineData("'b/a.mp4', [pscustomobject]@{ FilePath = '/c.mp4' }", "names no file in a bucket by BucketName")]
    public void One_thing_that_is_no_file_makes_no_schedule_of_the_others(string files, string named)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Shell.Terminating($"{files} | New-LsVodSchedule {Service.Vod} ([datetime]::UtcNow.AddDays(1))");

        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Rows_copies_and_what_was_exported_are_files()
    {
        using Studio studio = new(seed: true);
        studio.Run($"$up = Get-LsRecording {Service.Weekly} -Status TransferReady | Export-LsRecording archive").Quiet();
        studio.Emulator.ClearRequests();

        VodSchedule made = Assert.Single(studio.Run(
            "$copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($up[0], 2)); "
            + "$bag = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize([LiveStation.VodItem]::new('c', 'x.mp4'), 1)); "
            + $"$up[0], $copy, [pscustomobject]@{{ BucketName = 'b'; FilePath = '/y.mp4' }}, [LiveStation.VodItem]::new('d', 'z.mp4'), $bag, (Get-LsStoredObject show-archive)[0] | New-LsVodSchedule {Service.Vod} ([datetime]::UtcNow.AddDays(1))").Quiet().Of<VodSchedule>());

        Assert.Equal(6, made.VodList.Count);
        Assert.StartsWith("archive/live-station/record/" + Service.Weekly, made.VodList[0], StringComparison.Ordinal);
        Assert.Equal(made.VodList[0], made.VodList[1]);
        Assert.Equal(["b/y.mp4", "d/z.mp4", "c/x.mp4", "show-archive/" + studio.Emulator.Storage.Keys("show-archive")[0]], made.VodList.Skip(2));
    }

    [Fact]
    public void WhatIf_says_when_it_begins_here_and_in_Korea()
    {
        using Studio studio = new(seed: true);
        DateTime start = DateTime.Today.AddDays(1).AddHours(20);
        studio.Shell.Set("start", start);

        studio.Run($"Get-LsVodChannel > $null; New-LsVodSchedule {Service.Vod} $start b/1.mp4, b/2.mp4, b/3.mp4, b/4.mp4, b/5.mp4 -WhatIf").Quiet();

        string shown = studio.Shell.Host.Text.ReplaceLineEndings(" ");
        Assert.Contains(start.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), shown, StringComparison.Ordinal);
        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(start) != TimeSpan.FromHours(9), shown.Contains("in Korea", StringComparison.Ordinal));
        Assert.Contains("and 2 more", shown, StringComparison.Ordinal);
        Assert.Contains("vodchannel (READY)", shown, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void A_second_schedule_is_the_service_s_to_refuse_and_the_advice_is_about_these_channels()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run($"New-LsVodSchedule {Service.VodReserved} ([datetime]::UtcNow.AddDays(1)) b/a.mp4").OneError();

        Assert.Equal(Service.VodReserved, error.TargetObject);
        Assert.Contains("Remove-LsVodSchedule", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void All_schedules_are_asked_for_where_a_channel_has_one()
    {
        using Studio studio = new(seed: true);
        string more = studio.Emulator.Vod.Add("more");
        long id = studio.Emulator.Vod.Schedule(more, DateTimeOffset.UtcNow.AddHours(1), "b/a.mp4");
        studio.Emulator.Vod.StartPlaying(id);

        IReadOnlyList<VodSchedule> schedules = studio.Run("Get-LsVodSchedule").Quiet().Of<VodSchedule>();

        Assert.Equal([10060, id], schedules.Select(schedule => schedule.ScheduleId!.Value));
        Assert.DoesNotContain($"GET /vod/channels/{Service.Vod}", studio.Calls);
    }

    [Theory]
    [InlineData("Get-LsVodSchedule 10060")]
    [InlineData("Get-LsVodSchedule -Id '10060'")]
    [InlineData("10060 | Get-LsVodSchedule")]
    [InlineData("'10060' | Get-LsVodSchedule")]
    [InlineData("Get-LsVodSchedule (Get-LsVodSchedule 10060)")]
    [InlineData($"Get-LsVodSchedule {Service.VodReserved}")]
    [InlineData($"'{Service.VodReserved}' | Get-LsVodSchedule")]
    [InlineData($"Get-LsVodChannel {Service.VodReserved} | Get-LsVodSchedule")]
    [InlineData($"(Get-LsVodChannel {Service.VodReserved}).ScheduleList | Get-LsVodSchedule")]
    [InlineData($"[pscustomobject]@{{ ChannelId = '{Service.VodReserved}' }} | Get-LsVodSchedule")]
    [InlineData("[pscustomobject]@{ ScheduleId = 10060; ChannelId = 'x' } | Get-LsVodSchedule")]
    [InlineData("Get-LsVodSchedule -Status READY")]
    public void A_schedule_is_found_by_its_id_and_by_its_channel(string script)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(10060, Assert.Single(studio.Run(script).Quiet().Of<VodSchedule>()).ScheduleId);
    }

    [Fact]
    public void An_unknown_schedule_is_one_error_and_a_list_that_breaks_off_says_so()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("Get-LsVodSchedule 77, 10060");

        Assert.Equal("77", outcome.OneError().TargetObject);
        Assert.StartsWith("ResourceNotFound,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(outcome.Output);
        studio.Emulator.Faults.Add(Fault.Error(403, 210).On("GET", "pageNo=1"));
        Assert.Contains("VOD2LIVE channels", studio.Run("Get-LsVodSchedule").OneError().ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_sends_what_is_named_and_nothing_else()
    {
        using Studio studio = new(seed: true);
        DateTime start = DateTime.Today.AddDays(1).AddHours(21);
        studio.Shell.Set("start", start);

        VodSchedule later = Assert.Single(studio.Run("Get-LsVodSchedule | Set-LsVodSchedule -StartTime $start -PassThru").Quiet().Of<VodSchedule>());
        studio.Run("$s = Get-LsVodSchedule 10060; $s.VodList + 'b/credits.mp4' | Set-LsVodSchedule $s").Quiet();

        Assert.Equal(start, later.StartTime);
        Assert.Equal($$"""{"startTime":"{{Korean(start)}}"}""", studio.Writes[0].Body);
        Assert.Equal(4, Studio.Body(studio.Writes[1])["vodList"]!.AsArray().Count);
        Assert.Null(Studio.Body(studio.Writes[1])["startTime"]);
        Assert.Equal(2, studio.Writes.Count);
    }

    [Theory]
    [InlineData("Set-LsVodSchedule 10060")]
    [InlineData("Get-LsVodSchedule 10060 | Set-LsVodSchedule")]
    public void A_change_of_nothing_is_refused(string script)
    {
        using Studio studio = new(seed: true);

        Assert.StartsWith("NothingToChange,", studio.Shell.Terminating(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Files_change_several_schedules_once_each()
    {
        using Studio studio = new(seed: true);
        long other = studio.Emulator.Vod.Schedule(studio.Emulator.Vod.Add("other"), DateTimeOffset.UtcNow.AddHours(1), "b/a.mp4");

        studio.Run($"'b/1.mp4', 'b/2.mp4' | Set-LsVodSchedule 10060, {other}, 10060").Quiet();

        Assert.Equal(["PUT /vod/schedule/10060", $"PUT /vod/schedule/{other}"], studio.Calls);
        Assert.All(studio.Writes, write => Assert.Equal(2, Studio.Body(write)["vodList"]!.AsArray().Count));
    }

    [Fact]
    public void What_plays_is_neither_changed_nor_deleted_and_the_advice_says_what_cuts_it()
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Vod.StartPlaying(10060);

        foreach (string script in new[] { "Remove-LsVodSchedule 10060 -Force", "Set-LsVodSchedule 10060 -VodList b/a.mp4" })
        {
            ErrorRecord error = studio.Run(script).OneError();

            Assert.StartsWith("ChannelPublishing,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Disable-LsVodChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_deletion_names_what_it_takes_away_and_happens_once()
    {
        using Studio studio = new(seed: true);

        studio.Run("Get-LsVodSchedule | Remove-LsVodSchedule -WhatIf").Quiet();
        VodSchedule deleted = Assert.Single(studio.Run("10060, '10060', (Get-LsVodSchedule 10060) | Remove-LsVodSchedule -Force -PassThru").Quiet().Of<VodSchedule>());

        Assert.Contains($"10060 {Service.VodReserved}", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Equal(VodScheduleStatus.Deleted, deleted.Status);
        Assert.NotNull(deleted.DeletedTime);
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void What_is_done_with_a_schedule_goes_to_the_account_it_came_from()
    {
        using Studio studio = new(seed: true);
        using Studio other = new(seed: true);
        studio.Shell.Set("other", other.Context);

        studio.Run("$PSDefaultParameterValues.Clear(); $s = Get-LsVodSchedule 10060 -Context $other; Connect-LsAccount -Emulator > $null; $s | Remove-LsVodSchedule -Force; 'b/a.mp4' | New-LsVodSchedule (Get-LsVodChannel -Context $other -Name vodchannel) ([datetime]::UtcNow.AddDays(1))").Quiet();

        Assert.Equal(["DELETE /vod/schedule/10060", "POST /vod/schedule"], other.Writes.Select(Studio.Call));
    }

    private static string Korean(DateTime time) => time.ToUniversalTime().AddHours(9).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
