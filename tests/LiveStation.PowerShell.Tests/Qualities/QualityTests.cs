using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Qualities;

public class QualityTests
{
    private const string Picture = "-Width 1280 -Height 720 -VideoBitrate 2000000";

    [Theory]
    [InlineData("", "system-270p system-480p system-720p system-1080p q-720 q-audio")]
    [InlineData("-GenType Custom", "q-720 q-audio")]
    [InlineData("-GenType SYSTEM -Name *80p", "system-480p system-1080p")]
    [InlineData("-Type Audio", "q-audio")]
    [InlineData("-Type NORMAL, Bypass -GenType Custom", "q-720")]
    [InlineData("-Name Q-720", "q-720")]
    [InlineData("-Name nobody*", "")]
    [InlineData("5, 6", "q-720 q-audio")]
    [InlineData("-Id 5, 6 -Type Audio", "q-audio")]
    public void Qualities_are_found(string arguments, string names)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(names, string.Join(' ', studio.Run("Get-LsQuality " + arguments).Quiet().Of<Quality>().Select(quality => quality.Name)));
    }

    [Theory]
    [InlineData("Get-LsQuality -Name q-7", "QualityNotFound", "q-7", "Get-LsQuality")]
    [InlineData("Get-LsQuality 99", "QualityNotFound", "99", "Get-LsQuality")]
    [InlineData("Get-LsQualitySet -Name setting", "QualitySetNotFound", "setting", "Get-LsQualitySet")]
    [InlineData("Get-LsQualitySet -Name low-latency2 -Type Hls", "QualitySetNotFound", "low-latency2", "Get-LsQualitySet")]
    [InlineData("Get-LsQualitySet 99", "QualitySetNotFound", "99", "Get-LsQualitySet")]
    [InlineData("Remove-LsQuality 99 -Force", "QualityNotFound", "99", "Get-LsQuality")]
    [InlineData("Remove-LsQuality 1 -Force", "BuiltInQualityProtected", "1", "of your own")]
    [InlineData("Remove-LsQuality 5 -Force", "ResourceInUse", "5", "Get-LsQualitySet")]
    [InlineData("Remove-LsQualitySet 3 -Force", "BuiltInQualitySetProtected", "3", "of your own")]
    [InlineData("Set-LsQualitySet 3 -SegmentCount 4 -Force", "BuiltInResourceProtected", "3", "of your own")]
    [InlineData("Set-LsQualitySet 99 -SegmentCount 4 -Force", "QualitySetNotFound", "99", "Get-LsQualitySet")]
    [InlineData("Set-LsQualitySet 4 -SegmentCount 4 -Force", "LowLatencySegments", "4", "New-LsQualitySet")]
    [InlineData("Set-LsQualitySet 5 -SegmentCount 11 -Force", "InvalidSegmentCount", "5", "SegmentCount")]
    [InlineData("Set-LsQualitySet 5 -SegmentDuration 2.2s -Force", "InvalidSegmentDuration", "5", "SegmentDuration")]
    [InlineData("New-LsQualitySet mine 99", "QualityNotFound", "mine", "Get-LsQuality")]
    [InlineData("New-LsQualitySet mine 1, 2, 3, 4, 5", "InvalidQualityCount", "mine", "QualityId")]
    [InlineData("New-LsChannel abc nobody -ProfileId 1", "QualitySetNotFound", "nobody", "Get-LsQualitySet")]
    [InlineData("New-LsChannel abc 99 -ProfileId 1", "QualitySetNotFound", "abc", "Get-LsQualitySet")]
    [InlineData("New-LsQuality abc " + Picture + " -AudioBitrate 128000", "InvalidAudioBitrate", "abc", "AudioBitrate")]
    [InlineData("New-LsQuality abc -Width 854 -Height 480 -VideoBitrate 1000000 -VideoProfile High", "BaselineProfileRequired", "abc", "VideoProfile")]
    public void What_cannot_be_done_is_one_error_that_says_what_to_do(string script, string errorId, string target, string advice)
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run(script).OneError();

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(target, error.TargetObject);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LsQuality 5, 99, 6", "5 6")]
    [InlineData("5, 99, 6 | Get-LsQuality", "5 6")]
    public void One_unknown_id_is_one_error_and_the_rest_goes_on(string script, string ids)
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run(script);

        Assert.Equal("99", outcome.OneError().TargetObject);
        Assert.Equal(ids, string.Join(' ', outcome.Of<Quality>().Select(quality => quality.QualityId)));
    }

    // Ids are numbers: what is none is a slip, and nothing of it need be sent.
    [Theory]
    [InlineData("Get-LsQuality q-720", "Get-LsQuality")]
    [InlineData("Get-LsQuality 5.5", "Get-LsQuality")]
    [InlineData("Get-LsQualitySet setting000", "Get-LsQualitySet")]
    [InlineData("Remove-LsQualitySet setting000 -Force", "Get-LsQualitySet")]
    [InlineData("New-LsQualitySet mine 5, q-audio", "Get-LsQuality")]
    public void A_name_where_an_id_is_meant_is_refused_before_anything_is_sent(string script, string listing)
    {
        using Studio studio = new(seed: true);

        string said = studio.Shell.Terminating(script).ToString();

        Assert.Contains("ids are whole numbers. Nothing was sent. " + listing + " -Name finds one by its name.", said, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void Every_parameter_of_a_quality_arrives()
    {
        using Studio studio = new();

        Quality made = Assert.Single(studio.Run(
            """
            New-LsQuality -Name q-all -Type Normal -Width 1920 -Height 1080 -Fps 29.97 -VideoBitrate 6000000 -VideoProfile MAIN -VideoLevel 0 -RateControl Vbr -Bframes 3 -VideoH264ParamRefFrames 1 `
              -VideoBypass -Orientation FIX -AudioCodec AAC -AudioProfile LC -AudioSamplerate 48000 -AudioChannels 1 -AudioBitrate 192 -AudioBypass
            """).Quiet().Of<Quality>());

        Assert.Equal("q-all", made.Name);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "name": "q-all", "type": "NORMAL",
                  "video": { "codec": "H264", "profile": "MAIN", "level": 0, "width": 1920, "height": 1080, "fps": 29.97, "bitrate": 6000000, "videoH264ParamRefFrames": 1, "rateControl": "VBR", "bframes": 3, "bypass": true, "orientation": "FIX" },
                  "audio": { "codec": "AAC", "profile": "LC", "samplerate": 48000, "channels": 1, "bitrate": 192, "bypass": true }
                }
                """),
            Studio.Body(Assert.Single(studio.Writes))),
            studio.Writes[0].Body);
    }

    [Fact]
    public void Sound_alone_needs_a_name_only()
    {
        using Studio studio = new();

        Assert.Equal("AAC 128k", Assert.Single(studio.Run("New-LsQuality radio -Type Audio").Quiet().Of<Quality>()).Encoding);
    }

    [Theory]
    [InlineData("", "PictureMissing", "-VideoBitrate")]
    [InlineData("-Width 1280 -Height 720", "PictureMissing", "bit/s")]
    [InlineData("-Type Audio -Fps 30", "PictureUnused", "-Type Audio")]
    [InlineData("-Type Audio -VideoBypass", "PictureUnused", "-Type Audio")]
    public void Parameters_that_do_not_go_together_are_refused_with_the_rule_by_WhatIf_too(string arguments, string errorId, string named)
    {
        using Studio studio = new();
        foreach (string whatIf in (string[])["", " -WhatIf"])
        {
            ErrorRecord error = studio.Shell.Terminating($"New-LsQuality abc {arguments}{whatIf}");

            Assert.Equal(errorId + ",LiveStation.PowerShell.NewLsQualityCommand", error.FullyQualifiedErrorId);
            Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("New-LsQuality '' " + Picture, "0 characters")]
    [InlineData("New-LsQuality ab " + Picture, "2 characters")]
    [InlineData("New-LsQuality abcdefghijklmnopqrstu " + Picture, "21 characters")]
    [InlineData("New-LsQualitySet ab 3", "A quality set name has 3 to 20: Latin letters, digits and hyphens")]
    [InlineData("New-LsQuality abc " + Picture + " -VideoProfile Unknown", "Unknown")]
    [InlineData("New-LsQuality abc " + Picture + " -Type Bypass", "Bypass")]
    [InlineData("New-LsQualitySet abc 3 -SegmentDuration soon", "2000ms")]
    public void What_no_service_takes_is_refused_in_words(string script, string words)
    {
        using Studio studio = new();

        Assert.Contains(words, studio.Shell.Terminating(script).ToString() + studio.Shell.Terminating(script).Exception.Message, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    // 2000 is a bit rate too, and nobody means it.
    [Theory]
    [InlineData(2000, 1)]
    [InlineData(2000000, 0)]
    public void A_bit_rate_in_kilobits_by_mistake_is_warned_about(long bitrate, int warnings)
    {
        using Studio studio = new();

        Outcome outcome = studio.Run($"New-LsQuality abc -Width 1280 -Height 720 -VideoBitrate {bitrate} -WhatIf");

        Assert.Equal(warnings, outcome.Warnings.Count(warning => warning.Contains("2000000", StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatIf_sends_nothing_and_says_in_words_what_would_be_made()
    {
        using Studio studio = new();

        studio.Run($"New-LsQuality q-720 {Picture} -WhatIf; New-LsQualitySet mine 3, 2, 3 -SegmentDuration 4s -TimedMetadataHeader x.y -WhatIf; New-LsQualitySet fast 3 -IsEnabledUll -WhatIf").Quiet();

        Assert.Empty(studio.Emulator.Requests);
        Assert.Contains("Make a quality: 1280x720@30, 2 Mbit/s, H264 HIGH, AAC 128k", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("Make a quality set: HLS of qualities 3, 2, segments of 4 s, 3 in the playlist, timed metadata x.y", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("Make a quality set: LL-HLS of quality 3\"", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Qualities_come_from_the_rows_of_a_table_and_a_bad_row_fails_alone()
    {
        using Studio studio = new();

        Outcome outcome = studio.Run("@(foreach ($row in ('one', '1280'), ('two', ''), ('x', '1280'), ('three', '1920')) { [pscustomobject]@{ Name = $row[0]; Width = $row[1]; Height = '720'; VideoBitrate = '2000000'; Bframes = ''; Orientation = ''; VideoBypass = 'False' } }) | New-LsQuality");

        Assert.Equal(["one", "three"], outcome.Of<Quality>().Select(quality => quality.Name));
        Assert.Equal(2, outcome.Errors.Count);
        Assert.StartsWith("PictureMissing,", outcome.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("two", outcome.Errors[0].TargetObject);
        Assert.Contains("1 character.", outcome.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quality_is_made_after_another_with_what_is_named_changed()
    {
        using Studio studio = new(seed: true);

        Quality copy = Assert.Single(studio.Run("Get-LsQuality 5 | New-LsQuality -Name q-720-hi -VideoBitrate 3000000").Quiet().Of<Quality>());

        Assert.Equal("1280x720@30, 3 Mbit/s, H264 MAIN, AAC 128k", copy.Encoding);
        Assert.Equal(2, copy.Bframes);
    }

    [Fact]
    public void A_set_is_made_of_the_qualities_that_are_piped_in_each_once()
    {
        using Studio studio = new(seed: true);

        QualitySet set = Assert.Single(studio.Run("Get-LsQuality 3, 2, 3 | New-LsQualitySet mine -SegmentCount 4").Quiet().Of<QualitySet>());

        Assert.Equal([3, 2], set.Qualities!.Select(quality => quality.QualityId));
        Assert.Equal(4, set.SegmentCount);
        Assert.Equal("[3,2]", Studio.Body(Assert.Single(studio.Writes))["qualityIds"]!.ToJsonString());
    }

    [Theory]
    [InlineData("-SegmentDuration 4s")]
    [InlineData("-SegmentDuration 4000")]
    [InlineData("-SegmentDuration '4000'")]
    [InlineData("-SegmentDuration 4000ms")]
    [InlineData("-SegmentDuration 00:00:04")]
    [InlineData("-SegmentDuration ([timespan]::FromSeconds(4))")]
    public void The_length_of_a_segment_is_written_as_people_or_as_the_API_do(string arguments)
    {
        using Studio studio = new();

        studio.Run("New-LsQualitySet mine 3 " + arguments).Quiet();

        Assert.Equal(4000, (int)Studio.Body(studio.Writes[0])["segmentDuration"]!);
    }

    [Theory]
    [InlineData("@() | New-LsQualitySet mine")]
    [InlineData("Get-LsQuality -Name nobody* | New-LsQualitySet mine")]
    [InlineData("New-LsQualitySet mine @()")]
    public void A_set_without_qualities_is_refused_before_anything_is_changed(string script)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating(script);

        Assert.Equal("QualitiesMissing,LiveStation.PowerShell.NewLsQualitySetCommand", error.FullyQualifiedErrorId);
        Assert.Empty(studio.Writes);
    }

    [Theory]
    [InlineData("", "small full-hd sample-set low-latency setting000")]
    [InlineData("-Type LlHls", "low-latency")]
    [InlineData("-Type default -GenType Custom", "setting000")]
    [InlineData("-Type Hls, LlHls -GenType System", "small full-hd sample-set low-latency")]
    [InlineData("-Name low* -Type Hls", "")]
    [InlineData("-Name low-latency -Type Hls", "")]
    [InlineData("-Id 5, 4 -Type LlHls", "low-latency")]
    public void Sets_are_found(string arguments, string names)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(names, string.Join(' ', studio.Run("Get-LsQualitySet " + arguments).Quiet().Of<QualitySet>().Select(set => set.Name)));
    }

    [Theory]
    [InlineData("-Type LlHls", "type=llhls")]
    [InlineData("-GenType Custom", "genType=CUSTOM&type=all")]
    [InlineData("-GenType Custom, System", "type=all")]
    [InlineData("-Name setting000 -Type LlHls", "type=all")]
    public void The_service_narrows_down_where_nothing_is_lost_by_it(string arguments, string query)
    {
        using Studio studio = new(seed: true);

        studio.Run("Get-LsQualitySet " + arguments).Quiet();

        Assert.Equal("GET /qualitySets?" + query, Assert.Single(studio.Calls));
    }

    [Fact]
    public void A_channel_stands_for_the_set_that_it_uses()
    {
        using Studio studio = new(seed: true);

        Assert.Equal("sample-set", Assert.Single(studio.Run($"Get-LsChannel {Service.News} | Get-LsQualitySet").Quiet().Of<QualitySet>()).Name);
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("setting000", 5)]
    [InlineData("SETTING000", 5)]
    [InlineData("(Get-LsQualitySet 5)", 5)]
    [InlineData("(Get-LsChannel -Name page_example)", 1)]
    public void A_channel_is_made_with_a_set_by_id_name_or_object(string given, long sent)
    {
        using Studio studio = new(seed: true);

        studio.Run($"New-LsChannel abc {given} -ProfileId 1").Quiet();

        Assert.Equal(sent, (long)Studio.Body(Assert.Single(studio.Writes))["qualitySetId"]!);
    }

    [Fact]
    public void The_rows_of_a_table_that_name_one_set_ask_for_it_once()
    {
        using Studio studio = new(seed: true);

        studio.Run("'one', 'two', 'three' | ForEach-Object { [pscustomobject]@{ ChannelName = \"news_$_\"; QualitySetId = 'setting000'; ProfileId = '4207' } } | New-LsChannel").Quiet();

        Assert.Single(studio.Calls, call => call.StartsWith("GET", StringComparison.Ordinal));
        Assert.Equal(3, studio.Writes.Count);
    }

    [Fact]
    public void A_name_that_several_sets_have_is_an_error_that_lists_them()
    {
        using Studio studio = new(seed: true);
        long second = studio.Emulator.Qualities.AddSet("setting000", 1);

        ErrorRecord error = studio.Run("New-LsChannel abc setting000 -ProfileId 1").OneError();

        Assert.Equal("QualitySetAmbiguous,LiveStation.PowerShell.NewLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"5 (1280x720@30 2 Mbit/s, 854x480@30 1.2 Mbit/s); {second} (480x270@15 400 kbit/s)", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void A_change_of_segments_names_the_channels_that_it_interrupts()
    {
        using Studio studio = new(seed: true);
        studio.Run("1..7 | ForEach-Object { [pscustomobject]@{ ChannelName = \"news_$_\" } } | New-LsChannel -QualitySetId 5 -ProfileId 1").Quiet();
        studio.Emulator.ClearRequests();
        AskingHost host = new("No");

        host.Run(studio, "Set-LsQualitySet 5 -SegmentDuration 4s").Quiet();

        Assert.Contains("Set segments of 4 s, 3 in the playlist; broadcasts of news_1, news_2, news_3, news_4, news_5 and 2 more are interrupted and restarted", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Segments_are_changed_and_the_rest_stays()
    {
        using Studio studio = new(seed: true);

        QualitySet set = Assert.Single(studio.Run("Set-LsQualitySet 5 -SegmentCount 6 -Force -PassThru").Quiet().Of<QualitySet>());

        Assert.Equal((TimeSpan.FromSeconds(2), 6), (set.SegmentDuration, set.SegmentCount));
        Assert.Equal("""{"segmentDuration":2000,"segmentCount":6}""", Assert.Single(studio.Writes).Body);
        Assert.StartsWith("NothingToChange,", studio.Shell.Terminating("Set-LsQualitySet 5 -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_and_then_its_qualities_are_deleted()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("Get-LsQuality -GenType Custom | Remove-LsQuality -Force; Get-LsQualitySet -GenType Custom | Remove-LsQualitySet -Force; Get-LsQuality -GenType Custom | Remove-LsQuality -Force");

        Assert.Empty(outcome.Output);
        Assert.Equal("5", outcome.OneError().TargetObject);
        Assert.Equal([1, 2, 3, 4], studio.Emulator.Qualities.Ids);
        Assert.Equal([1, 2, 3, 4], studio.Emulator.Qualities.SetIds);
    }

    [Fact]
    public void A_set_that_a_channel_uses_stays()
    {
        using Studio studio = new(seed: true);
        studio.Run("New-LsChannel abc 5 -ProfileId 1").Quiet();

        ErrorRecord error = studio.Run("Remove-LsQualitySet 5 -Force").OneError();

        Assert.Equal("ResourceInUse,LiveStation.PowerShell.RemoveLsQualitySetCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
        Assert.Contains("Get-LsChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(5, studio.Emulator.Qualities.SetIds);
    }

    [Fact]
    public void The_question_shows_what_would_go()
    {
        using Studio studio = new(seed: true);
        AskingHost host = new("No");

        host.Run(studio, "Get-LsQuality 6 | Remove-LsQuality").Quiet();

        Assert.Contains("6 q-audio (AAC 96k)", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("([double]::PositiveInfinity)")]
    public void A_number_that_JSON_has_not_is_an_error_and_no_crash(string fps)
    {
        using Studio studio = new();

        Assert.StartsWith("InvalidNumber,", studio.Run($"New-LsQuality abc {Picture} -Fps {fps}").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void What_is_made_or_done_with_an_object_goes_to_the_account_that_it_came_from()
    {
        using Shell shell = new();
        shell.Run("$a = Connect-LsAccount -Emulator; $quality = New-LsQuality only-in-a -Type Audio; $set = Get-LsQuality 5 | New-LsQualitySet set-of-a; $b = Connect-LsAccount -Emulator").Quiet();

        Channel made = Assert.Single(shell.Run("New-LsChannel abc $set -ProfileId 1").Quiet().Of<Channel>());
        Assert.Equal("set-of-a", made.QualitySetName);
        Assert.Equal("set-of-a", Assert.Single(shell.Run("$set | Set-LsQualitySet -SegmentCount 5 -Force -PassThru").Quiet().Of<QualitySet>()).Name);
        shell.Run("$quality | Remove-LsQuality -Force").Quiet();
        Assert.StartsWith("QualityNotFound,", shell.Run("Get-LsQuality 7 -Context $a").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("SeveralContexts,", shell.Terminating("@(Get-LsQuality 5 -Context $a; Get-LsQuality 5 -Context $b) | New-LsQualitySet mixed").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("QualitySetNotFound,", shell.Run("New-LsChannel abc $set -ProfileId 1 -Context $b").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_write_whose_answer_is_lost_says_how_to_look()
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Faults.Add(Fault.Reset(afterWork: true).On("POST"));

        ErrorRecord error = studio.Run($"New-LsQuality q-lost {Picture}").OneError();

        Assert.Contains("Get-LsQuality -Name q-lost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(studio.Writes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Qualities_and_sets_come_back_from_a_file_as_what_they_were(int depth)
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run($"foreach ($it in @(Get-LsQuality) + @(Get-LsQualitySet)) {{ $it; [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, {depth})) }}").Quiet();

        IReadOnlyList<object> pairs = [.. outcome.Output.Select(item => item.BaseObject)];
        Assert.Equal(2 * (6 + 5), pairs.Count);
        for (int i = 0; i < pairs.Count; i += 2)
        {
            Assert.NotSame(pairs[i], pairs[i + 1]);
            Assert.Equal(pairs[i], pairs[i + 1]);
        }
    }

    [Theory]
    [InlineData("Get-LsQuality 5", "     5 q-720                Custom  1280x720@30, 2 Mbit/s, H264 MAIN, AAC 128k")]
    [InlineData("Get-LsQualitySet 5", "     5 setting000           Custom         0 1280x720 854x480")]
    [InlineData("Get-LsQualitySet 4", "     4 low-latency          System  yes    0 1920x1080 1280x720")]
    public void A_line_on_a_narrow_screen_tells_it_all(string script, string line)
    {
        using Shell shell = Shell.On(new Service(), 80);

        shell.Run(script + " | Out-Default").Quiet();

        Assert.Contains(line, shell.Host.Text.Split('\n').Select(shown => shown.TrimEnd()));
    }
}
