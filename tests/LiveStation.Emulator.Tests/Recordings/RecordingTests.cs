using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class RecordingTests
{
    [Fact]
    public async Task A_recording_lives_from_start_to_bucket()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        caller.Emulator.Channels.StartPublishing(id);

        JsonNode started = (await caller.SendAsync("PUT", $"/channels/{id}/startRecord")).Json;
        string record = started["content"]!["recordList"]!.AsObject().Single().Key;
        string path = $"/channels/{id}/records/{record}";
        Assert.Equal(1, (int)started["total"]!);
        Assert.Equal("RECORDING", await StatusAsync());
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("RECORDING", await StatusAsync());
        JsonNode stopped = (await caller.ContentAsync("PUT", $"/channels/{id}/stopRecord"))["recordList"]![record]!;
        Assert.Equal("PROCESSING", stopped["status"]!.ToString());
        Assert.Null(stopped["shouldDeleteTime"]);
        time.Advance(TimeSpan.FromSeconds(1));

        JsonNode ready = (await caller.ContentAsync("GET", path))[record]!;
        Assert.Equal("TRANSFER_READY", ready["status"]!.ToString());
        Assert.Equal(600_000, (long)ready["duration"]!);
        Assert.Equal(TimeSpan.FromDays(3).TotalMilliseconds, (long)ready["shouldDeleteTime"]! - (long)ready["createdTime"]!);
        Assert.Equal(600_000, (long)ready["createdTime"]! - (long)ready["recordBeginTime"]!);
        Assert.Matches("^[0-9]+-[0-9]+-202603010900\\.mp4$", ready["fileName"]!.ToString());
        Assert.Equal($"live-station/record/{id}/{ready["fileName"]}", ready["uploadPath"]!.ToString());
        Assert.Equal("-", ready["objectStorageUrl"]!.ToString());

        JsonNode uploaded = await caller.ContentAsync("POST", "/buckets/my-bucket/upload", $$"""{"recordIds":[{{record}}],"accessControl":"PUBLIC_READ"}""");
        Assert.Equal("PUBLIC_READ", uploaded["accessControl"]!.ToString());
        Assert.Equal("TRANSFER", uploaded["uploadedRecords"]![record]!["status"]!.ToString());
        time.Advance(TimeSpan.FromSeconds(1));
        JsonNode finished = (await caller.ContentAsync("GET", path))[record]!;
        Assert.Equal("TRANSFER_FINISH", finished["status"]!.ToString());
        Assert.Equal($"https://kr.object.ncloudstorage.com/my-bucket/{finished["uploadPath"]}", finished["objectStorageUrl"]!.ToString());

        Assert.Equal("{}", (await caller.SendAsync("DELETE", $"/channels/{id}/records", $$"""{"recordIds":[{{record}}]}""")).Text);
        Assert.Equal("DELETED", await StatusAsync());

        async Task<string> StatusAsync() => (await caller.ContentAsync("GET", path))[record]!["status"]!.ToString();
    }

    [Fact]
    public async Task What_nobody_uploads_is_deleted_when_its_time_is_over()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        caller.Emulator.Recordings.Add(id, 1, timeLeft: TimeSpan.FromHours(1));
        caller.Emulator.Recordings.Add(id, 1, "TRANSFER_FAIL", TimeSpan.FromHours(1));
        caller.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH", TimeSpan.FromHours(1));

        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(["TRANSFER_READY", "TRANSFER_FAIL", "TRANSFER_FINISH"], await StatusesAsync(caller, id));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["DELETED", "DELETED", "TRANSFER_FINISH"], await StatusesAsync(caller, id));
    }

    [Fact]
    public async Task A_channel_with_automatic_upload_waits_for_nobody()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live", "AUTO_UPLOAD", "ALL", useDvr: true, immediateOnAir: true);
        caller.Emulator.Channels.StartPublishing(id);
        time.Advance(TimeSpan.FromMinutes(1));
        caller.Emulator.Channels.StopPublishing(id);

        Assert.Equal(["PROCESSING", "PROCESSING"], await StatusesAsync(caller, id));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["TRANSFER", "TRANSFER"], await StatusesAsync(caller, id));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["TRANSFER_FINISH", "TRANSFER_FINISH"], await StatusesAsync(caller, id));
        JsonObject list = (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject();
        Assert.All(list, entry => Assert.StartsWith("https://kr.object.ncloudstorage.com/auto-bucket/live/", entry.Value!["objectStorageUrl"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal(list.First().Value!["recordSeq"]!.ToString(), list.Last().Value!["recordSeq"]!.ToString());
    }

    [Theory]
    [InlineData("PROCESSING", "PROCESSING_FAIL")]
    [InlineData("TRANSFER", "TRANSFER_FAIL")]
    [InlineData("TRANSFER_READY", "TRANSFER_FAIL")]
    public async Task Work_on_a_recording_can_fail(string before, string after)
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        long record = caller.Emulator.Recordings.Add(id, 1, before)[0];

        caller.Emulator.Recordings.Fail(id, record);

        Assert.Equal([after], await StatusesAsync(caller, id));
        Assert.Throws<InvalidOperationException>(() => caller.Emulator.Recordings.Fail(id, record));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Recordings.Fail(id, 1));
        Assert.Throws<ArgumentException>(() => caller.Emulator.Recordings.Fail("ls-none", 1));
    }

    [Fact]
    public async Task The_financial_zone_uploads_to_its_own_storage()
    {
        (Caller caller, FakeTimeProvider time) = Caller.Offline();
        caller.Prefix = "/api/fin-v2";
        string id = caller.Emulator.Channels.Add("live");
        long record = caller.Emulator.Recordings.Add(id, 1)[0];

        await caller.ContentAsync("POST", "/buckets/b/upload", $$"""{"recordIds":[{{record}}]}""");
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith(
            "https://kr.object.fin-ncloudstorage.com/b/",
            (await caller.ContentAsync("GET", $"/channels/{id}/records/{record}"))[$"{record}"]!["objectStorageUrl"]!.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_comes_whole_and_in_order()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");
        long[] ids = caller.Emulator.Recordings.Add(id, 100_000).ToArray();

        JsonNode answer = (await caller.SendAsync("GET", $"/channels/{id}/records")).Json;

        Assert.Equal(100_000, (int)answer["total"]!);
        Assert.Equal(ids, answer["content"]!["recordList"]!.AsObject().Select(entry => long.Parse(entry.Key, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Many_callers_at_once_see_a_whole_state()
    {
        (Caller caller, _) = Caller.Offline();
        string id = caller.Emulator.Channels.Add("live");

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (i, _) =>
        {
            caller.Emulator.Recordings.Add(id, 5);
            Assert.Equal(0, (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject().Count % 5);
        });

        Assert.Equal(1000, (int)(await caller.SendAsync("GET", $"/channels/{id}/records")).Json["total"]!);
        Assert.Equal(201, caller.Emulator.Requests.Count);
    }

    private static async Task<string[]> StatusesAsync(Caller caller, string id) =>
        (await caller.ContentAsync("GET", $"/channels/{id}/records"))["recordList"]!.AsObject().Select(entry => entry.Value!["status"]!.ToString()).ToArray();
}
