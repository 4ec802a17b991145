using System;
using System.Linq;
using Xunit;

namespace LiveStation.Core.Tests.Restream;

/// <summary>What is refused before anything is sent, with no secret in the words.</summary>
public sealed class RestreamRulesTests
{
    private const string Masked = "****-****-****-****-****";

    [Theory]
    [InlineData(PlanType.Standard, 0, false)]
    [InlineData(PlanType.Standard, 1, true)]
    [InlineData(PlanType.Standard, 3, true)]
    [InlineData(PlanType.Standard, 4, false)]
    [InlineData(PlanType.Professional, 0, false)]
    [InlineData(PlanType.Professional, 5, true)]
    [InlineData(PlanType.Professional, 6, false)]
    public void A_plan_has_a_number_of_targets(PlanType plan, int targets, bool isAllowed)
    {
        RestreamSettings settings = new() { ChannelName = "evening", PlanType = plan, Restream = [.. Enumerable.Range(0, targets).Select(static _ => Target())] };

        if (isAllowed)
        {
            Assert.StartsWith($"{plan}, to CUSTOM", settings.Check(), StringComparison.Ordinal);
            return;
        }

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(settings.Check);
        Assert.Equal("RestreamTargetLimitExceeded", error.ErrorId);
        Assert.Equal(targets == 4, error.Recommendation.Contains("-PlanType Professional", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StreamKeyMissing", null, "MARKER", null, null)]
    [InlineData("StreamKeyMissing", Masked, "MARKER", null, null)]
    [InlineData("InvalidRtmpUrl", "MARKER", null, null, null)]
    [InlineData("CredentialMissing", "MARKER", "MARKER", "MARKER", null)]
    [InlineData("CredentialMissing", "MARKER", "MARKER", "MARKER", "M*****")]
    public void A_target_out_of_an_answer_or_a_copy_cannot_be_sent_again(string errorId, string? key, string? address, string? user, string? password)
    {
        RestreamTarget target = new() { TargetName = "CUSTOM", StreamKey = StreamKey.Of(key), RtmpUrl = HiddenText.Of(address), Id = HiddenText.Of(user), Password = HiddenText.Of(password) };

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(new RestreamSettings { ChannelName = "evening", Restream = [target] }.Check);

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains("New-LsRestreamTarget", error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", error.ToString() + error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KEY", null, null, null, "stream key")]
    [InlineData(null, "rtmp://new", null, null, "address")]
    [InlineData("KEY", "rtmp://new", "u", "p", "address, stream key, login")]
    public void A_change_says_what_it_changes_and_not_to_what(string? key, string? address, string? user, string? password, string words) =>
        Assert.Equal(words, Change(key, address, user, password).Check(Running("old", "rtmp://old", null)));

    // The service says to repeat address and key to keep them. What it tells with asterisks cannot be repeated.
    [Theory]
    [InlineData(Masked, "rtmp://old", null, "-StreamKey")]
    [InlineData(null, "rtmp://old", null, "-StreamKey")]
    public void A_new_address_needs_a_key_that_is_known(string? key, string? address, string? user, string parameter) =>
        Refuses(Change(null, "rtmp://MARKER", null, null), Running(key, address, user), parameter);

    [Fact]
    public void A_new_key_needs_an_address_that_is_known() =>
        Refuses(Change("MARKER", null, null, null), Running("old", null, null), "-RtmpUrl");

    // No page says what a change does with a login that it leaves out, and the password is never told: none is to be lost.
    [Fact]
    public void A_change_of_a_target_with_a_login_needs_the_login() =>
        Refuses(Change("MARKER", null, null, null), Running("old", "rtmp://old", "MARKER"), "-Credential");

    [Fact]
    public void No_secret_is_text_or_property_of_a_record_of_settings()
    {
        RestreamSettings settings = new() { ChannelName = "evening", Restream = [Target()] };
        RestreamPlatformChange change = Change("MARKER", "MARKER", "MARKER", "MARKER");

        Assert.DoesNotContain("MARKER", $"{settings}{change}{Target()}{Running("MARKER", "MARKER", "MARKER")}{settings.Check()}", StringComparison.Ordinal);
        Assert.Contains("********", change.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(HiddenText).GetProperties(), static property => property.PropertyType == typeof(string));
    }

    [Theory]
    [InlineData("youtube", "YOUTUBE")]
    [InlineData("AfreecaTV", "AFREECATV")]
    [InlineData("Twitch", "Twitch")]
    public void Names_of_platforms_are_written_as_the_service_does_where_they_are_known(string name, string expected) => Assert.Equal(expected, RestreamTarget.Named(name));

    [Fact]
    public void Hidden_texts_are_equal_by_what_they_hide_and_by_what_they_are()
    {
        Assert.Equal(new HiddenText("a"), new HiddenText("a"));
        Assert.Equal(new HiddenText("a").GetHashCode(), new HiddenText("a").GetHashCode());
        Assert.NotEqual(new HiddenText("a"), new HiddenText("b"));
        Assert.NotEqual(new HiddenText("a"), new StreamKey("a"));
    }

    private static void Refuses(RestreamPlatformChange change, RestreamPlatform now, string parameter)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => change.Check(now));

        Assert.Equal("RestreamValueNeeded", error.ErrorId);
        Assert.Contains(parameter, error.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", error.ToString() + error.Recommendation, StringComparison.Ordinal);
    }

    private static RestreamTarget Target() => new() { TargetName = "CUSTOM", RtmpUrl = new HiddenText("MARKER"), StreamKey = new StreamKey("MARKER"), Id = new HiddenText("MARKER"), Password = new HiddenText("MARKER") };

    private static RestreamPlatform Running(string? key, string? address, string? user) => new() { ChannelId = "ls-1", PlatId = 7, TargetName = "CUSTOM", StreamKey = StreamKey.Of(key), RtmpUrl = HiddenText.Of(address), Id = HiddenText.Of(user) };

    private static RestreamPlatformChange Change(string? key, string? address, string? user, string? password) => new() { StreamKey = StreamKey.Of(key), RtmpUrl = HiddenText.Of(address), Id = HiddenText.Of(user), Password = HiddenText.Of(password) };
}
