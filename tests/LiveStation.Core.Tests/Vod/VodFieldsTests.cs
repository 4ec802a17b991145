using System;
using System.Linq;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Vod;

public sealed class VodFieldsTests
{
    [Fact]
    public async Task A_channel_has_every_field_with_its_type()
    {
        VodChannel channel = await ChannelAsync(Repository.Body("vodChannelGet.1"));

        Assert.Equal("ls-20250820000000-FdJkJ", channel.ChannelId);
        Assert.Equal(VodChannelStatus.Reserved, channel.ChannelStatus);
        VodChannelSchedule schedule = Assert.Single(channel.ScheduleList);
        Assert.Equal((1293, VodScheduleStatus.Ready, "1293 (READY)"), (schedule.ScheduleId, schedule.Status, schedule.ToString()));
        Assert.Equal(1755676000000, new DateTimeOffset(channel.UpdatedTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(DateTimeKind.Local, channel.UpdatedTime.Value.Kind);
        Assert.Equal((11577, 4207, CdnStatus.Running), (channel.CdnInstanceNo, channel.ProfileId, channel.CdnStatus));
        Assert.Equal("VOD", channel.Type);
        Assert.Null(channel.CallbackEndpoint);
        Assert.Empty(channel.GetAdditionalFields());
    }

    [Theory]
    [InlineData("\"RESERVED\"", VodChannelStatus.Reserved, "RESERVED")]
    [InlineData("\"PUBLISH\"", VodChannelStatus.Publishing, "PUBLISH")]
    [InlineData("\"STANDBY\"", VodChannelStatus.Unknown, "STANDBY")]
    [InlineData("\"\"", VodChannelStatus.Unknown, null)]
    public async Task A_state_that_is_new_survives(string text, VodChannelStatus status, string? kept)
    {
        VodChannel channel = await ChannelAsync($$$"""{"content":{"channelId":"ls-1","channelStatus":{{{text}}}}}""");

        Assert.Equal((status, kept), (channel.ChannelStatus, channel.ChannelStatusText));
    }

    [Fact]
    public async Task What_is_new_is_kept_and_numbers_may_be_text()
    {
        VodChannel channel = await ChannelAsync("""{"content":{"channelId":"ls-1","instanceNo":"100000002","scheduleList":[{"scheduleId":"7","status":"HELD","brandNew":1}],"cdn":{"tier":2},"brandNew":true},"beside":3}""");

        Assert.Equal(100000002, channel.InstanceNo);
        Assert.Equal((7, VodScheduleStatus.Unknown, "HELD"), (channel.ScheduleList[0].ScheduleId, channel.ScheduleList[0].Status, channel.ScheduleList[0].StatusText));
        Assert.Equal("1", channel.ScheduleList[0].GetAdditionalFields()["brandNew"].GetRawText());
        Assert.Equal(["beside", "brandNew", "cdn.tier"], channel.GetAdditionalFields().Keys.Order());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"-\"")]
    public async Task A_channel_without_a_schedule_has_an_empty_list(string list) =>
        Assert.Empty((await ChannelAsync($$$"""{"content":{"channelId":"ls-1","scheduleList":{{{list}}}}}""")).ScheduleList);

    [Fact]
    public async Task A_list_of_schedules_of_another_form_is_kept()
    {
        VodChannel channel = await ChannelAsync("""{"content":{"channelId":"ls-1","scheduleList":[1293]}}""");

        Assert.Empty(channel.ScheduleList);
        Assert.Equal("[1293]", channel.GetAdditionalFields()["scheduleList"].GetRawText());
    }

    [Fact]
    public async Task A_callback_address_shows_no_login_and_no_token()
    {
        VodChannel channel = await ChannelAsync("""{"content":{"channelId":"ls-1","callbackEndpoint":"https://user:pass@hook.example/in?token=abc"}}""");

        Assert.DoesNotContain("pass", channel.CallbackEndpoint!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", channel.CallbackEndpoint.OriginalString, StringComparison.Ordinal);
        Assert.Equal("https://user:pass@hook.example/in?token=abc", channel.RevealCallbackEndpoint()!.OriginalString);
    }

    [Fact]
    public async Task A_schedule_has_every_field_with_its_type()
    {
        VodSchedule schedule = await ScheduleAsync(Repository.Body("vodScheduleDelete.1"));

        Assert.Equal((10060, "ls-20211124000316-5RrSB", VodScheduleStatus.Deleted), (schedule.ScheduleId, schedule.ChannelId, schedule.Status));
        Assert.Equal(1637736301000, new DateTimeOffset(schedule.StartTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(DateTimeKind.Local, schedule.StartTime.Value.Kind);
        Assert.Equal(1637768800000, new DateTimeOffset(schedule.DeletedTime!.Value).ToUnixTimeMilliseconds());
        Assert.Equal(["mybucket/361570-1307727-202508191329.mp4"], schedule.VodList);
        Assert.Empty(schedule.GetAdditionalFields());
    }

    // The page prints texts, requests have objects: both say the same. What says something else is kept as it came.
    [Theory]
    [InlineData("""["b/a.mp4",{"bucketName":"b","filePath":"/c.mp4"}]""", "b/a.mp4, b/c.mp4", 0)]
    [InlineData("""[{"bucketName":"b","filePath":"c.mp4"}]""", "b/c.mp4", 0)]
    [InlineData("""[{"bucketName":"b","filePath":"/c.mp4","duration":5}]""", "", 1)]
    [InlineData("[1]", "", 1)]
    [InlineData("null", "", 0)]
    public async Task Files_come_as_text_or_as_objects(string list, string files, int kept)
    {
        VodSchedule schedule = await ScheduleAsync($$$"""{"content":{"scheduleId":1,"vodList":{{{list}}}}}""");

        Assert.Equal(files, string.Join(", ", schedule.VodList));
        Assert.Equal(kept, schedule.GetAdditionalFields().Count);
    }

    [Theory]
    [InlineData("bucket/a.mp4", "bucket", "/a.mp4")]
    [InlineData("bucket/folder/a b.mp4", "bucket", "/folder/a b.mp4")]
    [InlineData("bucket//a.mp4", "bucket", "/a.mp4")]
    [InlineData("a.mp4", null, null)]
    [InlineData("/a.mp4", null, null)]
    [InlineData("bucket/", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void A_file_is_named_by_bucket_and_path(string? text, string? bucket, string? path)
    {
        Assert.Equal(bucket is not null, VodItem.TryParse(text, out VodItem? item));
        Assert.Equal((bucket, path), (item?.BucketName, item?.FilePath));
    }

    [Theory]
    [InlineData(-1, "StartTimePast")]
    [InlineData(9.99, "StartTimeTooSoon")]
    [InlineData(10, null)]
    [InlineData(14 * 24 * 60, null)]
    [InlineData((14 * 24 * 60) + 1, "StartTimeTooLate")]
    public void A_start_is_ten_minutes_to_fourteen_days_ahead_in_every_zone(double minutes, string? errorId)
    {
        DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        DateTime start = now.UtcDateTime.AddMinutes(minutes);
        foreach (DateTime same in new[] { start, start.ToLocalTime(), DateTime.SpecifyKind(start.ToLocalTime(), DateTimeKind.Unspecified) })
        {
            VodScheduleSettings settings = new() { ChannelId = "ls-1", StartTime = same, VodList = [new VodItem("b", "a.mp4")] };

            Assert.Equal(errorId, Record.Exception(() => settings.Check(now)) is LiveStationArgumentException refusal ? refusal.ErrorId : null);
            Assert.Equal(errorId, Record.Exception(() => new VodScheduleChange { StartTime = same }.Check("1", now)) is LiveStationArgumentException other ? other.ErrorId : null);
        }
    }

    [Theory]
    [InlineData(0, "a.mp4", "VodListEmpty")]
    [InlineData(1, "a.mp4", null)]
    [InlineData(1, "a.MP4", null)]
    [InlineData(1, "a.ts", "VodListNotMp4")]
    [InlineData(1, ".mp4", "VodListNotMp4")]
    [InlineData(50, "a.mp4", null)]
    [InlineData(51, "a.mp4", "VodListTooLong")]
    public void Files_are_one_to_fifty_mp4(int count, string path, string? errorId)
    {
        VodScheduleChange change = new() { VodList = [.. Enumerable.Repeat(new VodItem("b", path), count)] };

        Assert.Equal(errorId, Record.Exception(() => change.Check("1", DateTimeOffset.UtcNow)) is LiveStationArgumentException refusal ? refusal.ErrorId : null);
    }

    // A code that live channels have too must not send anybody to the cmdlets of live channels.
    [Theory]
    [InlineData(250123, "Get-LsVodChannel")]
    [InlineData(250100, "Get-LsVodChannel")]
    [InlineData(250102, "Get-LsVodSchedule")]
    [InlineData(250114, "Remove-LsVodSchedule")]
    [InlineData(250125, "Get-LsVodChannel")]
    [InlineData(250109, "Remove-LsVodChannel")]
    [InlineData(250124, "Set-LsVodChannelCdn")]
    [InlineData(250005, "Enable-LsVodChannel")]
    public async Task Advice_names_the_cmdlets_of_these_channels(int code, string named)
    {
        ScriptedHandler handler = new(ScriptedHandler.Json($$$"""{"error":{"errorCode":{{{code}}},"message":"no"}}""", 400));

        LiveStationApiException refusal = await Assert.ThrowsAsync<LiveStationApiException>(() => Clients.Of(handler, maxAttempts: 1).VodChannels.DisableAsync("ls-1"));

        Assert.Contains(named, refusal.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("-LsChannel", refusal.Recommendation, StringComparison.Ordinal);
    }

    private static Task<VodChannel> ChannelAsync(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).VodChannels.GetAsync("ls-1");

    private static Task<VodSchedule> ScheduleAsync(string body) => Clients.Of(new ScriptedHandler(ScriptedHandler.Json(body))).VodSchedules.GetAsync(1);
}
