using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Events;

public class GetLsEventTests
{
    [Fact]
    public void Without_a_channel_it_is_what_happened_to_all()
    {
        using Studio studio = new();
        string id = studio.OnAir();
        studio.Emulator.Channels.StopPublishing(id);
        string other = studio.Emulator.Channels.Add("other");

        IReadOnlyList<Event> events = studio.Run("Get-LsEvent").Quiet().Of<Event>();

        Assert.Equal("GET /events", Assert.Single(studio.Calls));
        // All within a millisecond, maybe: in no certain order.
        Assert.Equal(["PublishEnd", "PublishStart", "StreamReserve", "StreamReserve"], events.Select(item => item.EventCode.ToString()).Where(code => code != "ThumbnailCreate").Order(StringComparer.Ordinal));
        Assert.Equal(new[] { id, other }.Order(StringComparer.Ordinal), events.Select(item => item.ChannelId!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-LsEvent $one, $two", "events")]
    [InlineData("$one, $two | Get-LsEvent", "events")]
    [InlineData("Get-LsChannel | Get-LsEvent -ThrottleLimit 1", "events")]
    [InlineData("$recordings | Get-LsEvent", "events")]
    [InlineData("Get-LsEvent -ChannelId $events", "events")]
    [InlineData("[pscustomobject]@{ Id = $one; Who = 'me' }, [pscustomobject]@{ ChannelId = $two } | Get-LsEvent", "events")]
    [InlineData("Get-LsPublishLog $one, $two", "publish-log")]
    [InlineData("Get-LsChannel | Get-LsPublishLog", "publish-log")]
    public void Each_channel_is_asked_for_its_own(string script, string list)
    {
        using Studio studio = new();
        string one = studio.OnAir("one");
        string two = studio.OnAir("two");
        studio.Shell.Set("one", one);
        studio.Shell.Set("two", two);
        studio.Emulator.Recordings.Add(one, 1);
        studio.Emulator.Recordings.Add(two, 1);
        studio.Run("$recordings = @(Get-LsRecording $one) + @(Get-LsRecording $two); $events = @(Get-LsEvent $one -Event PublishStart) + @(Get-LsEvent $two -Event PublishStart)").Quiet();
        studio.Emulator.ClearRequests();

        IReadOnlyList<Event> events = studio.Run(script).Quiet().Of<Event>();

        Assert.Equal([$"GET /channels/{one}/{list}", $"GET /channels/{two}/{list}"], studio.Calls.Where(call => call.EndsWith(list, StringComparison.Ordinal)));
        Assert.Equal([one, two], events.Select(item => item.ChannelId).Distinct());
        Assert.True(list == "events" || events.All(item => item.EventCode == EventCode.PublishStart));
    }

    // One object, one list: which one it is says the object, by position and by pipeline alike.
    [Theory]
    [InlineData("Get-LsEvent $it", "/channels/{id}/events", "/re-stream/channels/{id}/events", "/events?channelId={id}")]
    [InlineData("$it | Get-LsEvent", "/channels/{id}/events", "/re-stream/channels/{id}/events", "/events?channelId={id}")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it)) | Get-LsEvent", "/channels/{id}/events", "/re-stream/channels/{id}/events", "/events?channelId={id}")]
    [InlineData("Get-LsPublishLog $it", "/channels/{id}/publish-log", "/re-stream/channels/{id}/publish-log", null)]
    [InlineData("$it | Get-LsPublishLog", "/channels/{id}/publish-log", "/re-stream/channels/{id}/publish-log", null)]
    public void Each_kind_of_channel_has_a_list_of_its_own(string script, string live, string restream, string? vod)
    {
        using Studio studio = new(seed: true);
        foreach ((string get, string? call) in new[] { ("Get-LsChannel", live), ("Get-LsRestream -SkipPlatform", restream), ("Get-LsVodChannel", vod) })
        {
            string id = Assert.Single(studio.Run($"$it = @({get})[0]; $it.ChannelId").Quiet().Texts());
            studio.Emulator.ClearRequests();

            Outcome outcome = studio.Run(script);

            Assert.Equal(call is null ? [] : ["GET " + call.Replace("{id}", id, StringComparison.Ordinal)], studio.Calls);
            Assert.Equal(call is null, outcome.Errors.Count > 0 || outcome.Thrown is not null);
        }
    }

    [Theory]
    [InlineData("Get-LsEvent -RestreamChannelId ls-20260119060000-Rs2nP -Event Simul*", "GET /re-stream/channels/ls-20260119060000-Rs2nP/events")]
    [InlineData("Get-LsEvent -VodChannelId ls-20250820000000-FdJkJ", "GET /events?channelId=ls-20250820000000-FdJkJ")]
    [InlineData("Get-LsPublishLog -RestreamChannelId ls-20260119060000-Rs2nP", "GET /re-stream/channels/ls-20260119060000-Rs2nP/publish-log")]
    [InlineData("'ls-20260105060000-Nw5aK' | Get-LsEvent", "GET /channels/ls-20260105060000-Nw5aK/events")]
    public void Text_is_the_id_of_what_the_parameter_is_about_and_else_of_a_live_channel(string script, string call)
    {
        using Studio studio = new(seed: true);

        Assert.NotEmpty(studio.Run(script).Quiet().Of<Event>());
        Assert.Equal(call, Assert.Single(studio.Calls));
    }

    [Fact]
    public void A_re_stream_that_is_not_there_is_looked_for_among_re_streams()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run("Get-LsEvent -RestreamChannelId ls-none").OneError();

        Assert.StartsWith("ChannelNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-LsRestream", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-LsChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Event PublishStart", "PUBLISH_START")]
    [InlineData("-Event PUBLISH_START", "PUBLISH_START")]
    [InlineData("-Event publish*, BRAND_NEW", "PUBLISH_START BRAND_NEW")]
    [InlineData("-Event *_NEW", "BRAND_NEW")]
    [InlineData("-EventCode BRAND_NEW, OnAirStart", "ONAIR_START BRAND_NEW")]
    [InlineData("-Event *Air*", "ONAIR_START")]
    [InlineData("-Event SOME_OTHER", "")]
    [InlineData("-LogLevel Error", "BRAND_NEW")]
    [InlineData("-LogLevel INFO -Event BRAND_NEW", "")]
    [InlineData("-LogLevel Error, Info -Event BRAND_NEW", "BRAND_NEW")]
    public void Events_and_levels_are_picked_here(string filter, string codes)
    {
        using Studio studio = new();
        string id = studio.OnAir();
        studio.Run($"Start-LsRecording {id}").Quiet();
        studio.Emulator.Events.Write(id, "BRAND_NEW", "?", "ERROR");

        IReadOnlyList<Event> events = studio.Run($"Get-LsEvent {filter}").Quiet().Of<Event>();

        // All of it happened in the same moment, so that there is no order.
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), events.Select(item => item.EventCodeText).Order(StringComparer.Ordinal));
    }

    // Two days ago and one hour ago, beside what happened just now.
    [Theory]
    [InlineData("2h", 2)]
    [InlineData("'90m'", 2)]
    [InlineData("3d", 3)]
    [InlineData("30s", 1)]
    [InlineData("(New-TimeSpan -Hours 2)", 2)]
    [InlineData("(Get-Date).AddHours(-2)", 2)]
    [InlineData("(Get-Date).AddHours(-2).ToUniversalTime()", 2)]
    [InlineData("([DateTimeOffset]::Now.AddHours(-2).ToOffset([timespan]::FromHours(9)))", 2)]
    [InlineData("(Get-Date).AddHours(-2).ToString('yyyy-MM-dd HH:mm')", 2)]
    [InlineData("(Get-Date).AddHours(-2).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')", 2)]
    [InlineData("'2020-01-01'", 3)]
    public void Since_takes_a_time_or_how_long_ago(string since, int count)
    {
        using Studio studio = new();
        string body(int hours) => $$"""{"logLevel":"INFO","eventCode":"PUBLISH_START","timestamp":{{DateTimeOffset.UtcNow.AddHours(-hours).ToUnixTimeMilliseconds()}},"channelId":"ls-1"}""";
        studio.Line.Answer = $$"""{"content":[{{body(0)}},{{body(1)}},{{body(48)}}],"total":3}""";
        studio.Run("function Get-Date { [datetime]::Now }").Quiet();
        studio.Run("function New-TimeSpan([int] $Hours) { [timespan]::FromHours($Hours) }").Quiet();

        Assert.Equal(count, studio.Run($"Get-LsEvent -Since {since}").Quiet().Output.Count);
    }

    [Theory]
    [InlineData("-Since 5")]
    [InlineData("-Since '12'")]
    [InlineData("-Since soon")]
    [InlineData("-Since ([datetime]::Now.AddHours(1))")]
    [InlineData("-Event PublsihStart")]
    [InlineData("-Event ''")]
    [InlineData("-LogLevel Eror")]
    public void A_slip_of_the_keyboard_is_an_error_and_no_empty_list(string filter)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating($"Get-LsEvent {filter}");

        Assert.IsAssignableFrom<ParameterBindingException>(error.Exception);
        Assert.Empty(studio.Calls);
    }

    [Fact]
    public void One_channel_that_is_not_there_is_one_error()
    {
        using Studio studio = new();
        string id = studio.OnAir();

        Outcome outcome = studio.Run($"Get-LsPublishLog {id}, ls-none, {id}");

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsPublishLogCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal("ls-none", outcome.OneError().TargetObject);
        Assert.Equal(2, outcome.Output.Count);
    }

    [Fact]
    public void A_list_that_is_not_whole_says_so()
    {
        using Studio studio = new();
        studio.Line.Answer = """{"content":[{"logLevel":"INFO","eventCode":"PUBLISH_START","timestamp":1,"channelId":"ls-1"}],"total":900}""";

        Outcome outcome = studio.Run("Get-LsEvent");

        Assert.Contains("900", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void A_day_goes_through_CSV_and_comes_back()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("Get-LsEvent -Since 2d | ForEach-Object { $_; [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_, 1)) }");

        IReadOnlyList<Event> pairs = outcome.Quiet().Of<Event>();
        Assert.True(pairs.Count > 10);
        Assert.All(pairs.Chunk(2), pair => Assert.Equal(pair[0], pair[1]));
        Assert.Contains(pairs, item => item is { EventCode: EventCode.Unknown, EventCodeText: "OFFLINE_UPLOAD_FAIL", LogLevel: LogLevel.Error });
    }

    [Theory]
    [InlineData("Get-LsEvent -Event ", "PublishStart")]
    [InlineData("Get-LsEvent -Event PUBLISH_O", "PublishOverThreshold")]
    [InlineData("Get-LsEvent -LogLevel ", "Error")]
    [InlineData("Get-LsEvent -Since ", "12h")]
    [InlineData("Get-LsEvent -Context $ctx ", "ls-20260105060000-Nw5aK")]
    public void Tab_offers_what_can_be_meant(string line, string offered)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("line", line);

        IReadOnlyList<string> texts = studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText").Quiet().Texts();

        Assert.Contains(offered, texts);
        Assert.DoesNotContain("Unknown", texts);
    }
}
