using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class SetLsChannelTests
{
    [Fact]
    public void A_channel_is_read_and_sent_back_with_only_what_was_named_changed()
    {
        using Studio studio = new(seed: true);

        studio.Run($"Set-LsChannel {Service.Event} -EnvType Dev").Quiet();

        Assert.Equal([$"GET /channels/{Service.Event}", $"PUT /channels/{Service.Event}"], studio.Calls);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "channelName": "summer_event", "envType": "DEV", "outputProtocol": "HLS", "useDvr": false, "immediateOnAir": false,
                  "record": { "type": "AUTO_UPLOAD", "format": "MP4", "bucketName": "event-archive", "filePath": "/summer", "accessControl": "PRIVATE" }
                }
                """),
            Studio.Body(studio.Writes[0])),
            studio.Writes[0].Body);
    }

    [Theory]
    [InlineData("-Name other_name", "channelName", "other_name")]
    [InlineData("-OutputProtocol 'HLS,DASH'", "outputProtocol", "HLS,DASH")]
    [InlineData("-UseDvr $true", "useDvr", "true")]
    [InlineData("-UseDvr $true -ImmediateOnAir $true", "immediateOnAir", "true")]
    [InlineData("-UseDvr $true -TimemachineMin 360", "timemachineMin", "360")]
    [InlineData("-RecordSaveType NoRecord", "record", """{"type":"NO_RECORD"}""")]
    [InlineData("-BucketName other", "record", """{"type":"AUTO_UPLOAD","format":"MP4","bucketName":"other","filePath":"/summer","accessControl":"PRIVATE"}""")]
    [InlineData("-FilePath /winter -AccessControl PublicRead -RecordFormat ALL", "record", """{"type":"AUTO_UPLOAD","format":"ALL","bucketName":"event-archive","filePath":"/winter","accessControl":"PUBLIC_READ"}""")]
    public void Each_setting_changes(string arguments, string field, string value)
    {
        using Studio studio = new(seed: true);

        studio.Run($"Set-LsChannel {Service.Event} {arguments}").Quiet();

        JsonNode sent = Studio.Body(studio.Writes[0])[field]!;
        Assert.Equal(value, sent is JsonValue text && text.TryGetValue(out string? plain) ? plain : sent.ToJsonString());
    }

    [Theory]
    [InlineData("Get-LsChannel | Set-LsChannel -ChannelName same_name")]
    [InlineData("Set-LsChannel (Get-LsChannel) -ChannelName same_name -EnvType Dev")]
    [InlineData("Get-LsVodChannel | Set-LsVodChannel -ChannelName same_name")]
    [InlineData("Get-LsChannel | Set-LsChannel -ChannelName same_name -WhatIf")]
    public void One_name_is_for_one_channel_and_nothing_is_sent_where_there_are_several(string script)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Shell.Terminating(script);

        Assert.StartsWith("NameForSeveral,LiveStation.PowerShell.Set", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("same_name", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void The_same_channel_twice_and_channels_of_two_accounts_may_have_one_name()
    {
        using Studio studio = new(seed: true);
        Service other = new();
        studio.Shell.Set("contexts", new[] { studio.Context, other.Context });

        Assert.Single(studio.Run($"'{Service.Weekly}', '{Service.Weekly}' | Set-LsChannel -Name twice -PassThru").Quiet().Output);
        studio.Run($"$PSDefaultParameterValues.Clear(); $contexts | Set-LsChannel {Service.News} -Name of_both").Quiet();

        Assert.Equal(2, studio.Writes.Count);
        Assert.Equal("of_both", Assert.Single(studio.Run($"Get-LsChannel {Service.News} -Context $contexts[1]").Quiet().Of<Channel>()).ChannelName);
        Assert.Equal("of_both", Assert.Single(studio.Run($"Get-LsChannel {Service.News} -Context $contexts[0]").Quiet().Of<Channel>()).ChannelName);
    }

    [Fact]
    public void PassThru_writes_the_channel_as_it_is_afterwards_and_nothing_else_does()
    {
        using Studio studio = new(seed: true);

        Assert.Empty(studio.Run($"Set-LsChannel {Service.Weekly} -Name renamed").Quiet().Output);
        Assert.Equal("again", Assert.Single(studio.Run($"Set-LsChannel {Service.Weekly} -Name again -PassThru").Quiet().Of<Channel>()).ChannelName);
    }

    [Fact]
    public void A_command_that_names_no_setting_is_refused_and_sends_nothing()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Shell.Terminating($"Set-LsChannel {Service.Event}");

        Assert.Equal("NothingToChange,LiveStation.PowerShell.SetLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Contains("-ChannelName", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData(Service.Event, "-UseDvr $false -TimemachineMin 360", "TimemachineWithoutDvr")]
    [InlineData(Service.Event, "-TimemachineMin 360", "TimemachineWithoutDvr")]
    [InlineData(Service.Event, "-ImmediateOnAir $true", "ImmediateOnAirWithoutDvr")]
    [InlineData(Service.Event, "-OutputProtocol LlHls", "LowLatencySwitched")]
    [InlineData(Service.Event, "-FilePath live", "FilePathForm")]
    [InlineData(Service.Event, "-RecordSaveType ManualUpload -BucketName b", "UploadTargetUnused")]
    [InlineData(Service.Weekly, "-AccessControl PublicRead", "UploadTargetUnused")]
    [InlineData(Service.Weekly, "-RecordSaveType AutoUpload", "BucketMissing")]
    [InlineData(Service.Weekly, "-RecordSaveType NoRecord -RecordFormat Mp4", "FormatUnused")]
    public void What_would_be_refused_or_dropped_is_said_before_anything_is_sent_by_WhatIf_too(string channel, string arguments, string errorId)
    {
        using Studio studio = new(seed: true);
        foreach (string whatIf in (string[])["", " -WhatIf"])
        {
            ErrorRecord error = studio.Run($"Set-LsChannel {channel} {arguments}{whatIf}").OneError();

            Assert.Equal($"{errorId},LiveStation.PowerShell.SetLsChannelCommand", error.FullyQualifiedErrorId);
            Assert.Equal(channel, error.TargetObject);
        }

        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Switching_the_time_machine_off_needs_a_word_on_recording_from_the_start()
    {
        using Studio studio = new(seed: true);
        studio.Run($"Set-LsChannel {Service.Event} -UseDvr $true -ImmediateOnAir $true").Quiet();

        Assert.StartsWith("ImmediateOnAirWithoutDvr,", studio.Run($"Set-LsChannel {Service.Event} -UseDvr $false").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        studio.Run($"Set-LsChannel {Service.Event} -UseDvr $false -ImmediateOnAir $false").Quiet();

        Assert.Equal(2, studio.Writes.Count);
    }

    [Fact]
    public void A_bucket_alone_brings_what_automatic_uploads_need()
    {
        using Studio studio = new(seed: true);
        studio.Run($"Set-LsChannel {Service.Weekly} -RecordSaveType NoRecord").Quiet();

        studio.Run($"Set-LsChannel {Service.Weekly} -BucketName show-archive -WhatIf").Quiet();
        studio.Run($"Set-LsChannel {Service.Weekly} -BucketName show-archive").Quiet();

        Assert.Contains("RecordSaveType = AUTO_UPLOAD, RecordFormat = MP4, BucketName = show-archive, FilePath = /, AccessControl = PRIVATE", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Equal("""{"type":"AUTO_UPLOAD","format":"MP4","bucketName":"show-archive","filePath":"/","accessControl":"PRIVATE"}""", Studio.Body(studio.Writes[1])["record"]!.ToJsonString());
    }

    [Fact]
    public void WhatIf_says_so_where_a_channel_has_the_settings_already()
    {
        using Studio studio = new(seed: true);

        studio.Run($"Set-LsChannel {Service.Event} -BucketName event-archive -WhatIf").Quiet();

        Assert.Contains("so already", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_sends_nothing_and_names_channel_and_change()
    {
        using Studio studio = new(seed: true);

        studio.Run($"Get-LsChannel {Service.Event} | Set-LsChannel -Name renamed -BucketName other -WhatIf").Quiet();

        Assert.Empty(studio.Writes);
        Assert.Contains("summer_event", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("ChannelName = renamed, BucketName = other", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_channels_change_and_an_unknown_one_fails_alone()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run($"'{Service.Weekly}', 'nope', '{Service.Event}' | Set-LsChannel -EnvType Stage -PassThru");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.SetLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal("nope", error.TargetObject);
        Assert.Equal([EnvType.Stage, EnvType.Stage], outcome.Of<Channel>().Select(channel => channel.EnvType));
        Assert.Equal(2, studio.Writes.Count);
    }
}
