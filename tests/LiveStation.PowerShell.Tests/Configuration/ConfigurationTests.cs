using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Configuration;

public class ConfigurationTests
{
    [Fact]
    public void An_account_exported_emptied_applied_and_exported_again_gives_the_same_bytes()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        Outcome made = account.Run("Sync-LsConfiguration all.json -Force");
        Assert.Empty(made.Errors);
        Assert.Equal(8, made.Of<ConfigurationChange>().Count(change => change.Action == ConfigurationAction.Create));
        account.Run("Export-LsConfiguration first.json").Quiet();
        account.Write("nothing.json", Account.Nothing);

        account.Run("Sync-LsConfiguration nothing.json -Prune -Force").Of<ConfigurationChange>();
        Assert.Empty(account.Run("Get-LsChannel | Where-Object ChannelStatus -ne Deleted; Get-LsVodChannel | Where-Object ChannelStatus -ne Deleted; Get-LsRestream | Where-Object ChannelStatus -ne Deleted; Get-LsQuality -GenType Custom; Get-LsQualitySet -GenType Custom").Output);

        // Who is told of a channel stands in no answer, and so in no export.
        JsonNode document = JsonNode.Parse(account.Read("first.json"))!;
        document["channels"]![0]!["recipients"] = new JsonArray(new JsonObject { ["managerNo"] = 5, ["notifyType"] = "EMAIL" });
        account.Write("again.json", document.ToJsonString());
        Outcome again = account.Run("Sync-LsConfiguration again.json -Force");
        Assert.Empty(again.Errors);
        account.Run("Export-LsConfiguration second.json").Quiet();

        Assert.Equal(account.Read("first.json"), account.Read("second.json"));
        Assert.True(account.Run("Compare-LsConfiguration all.json -Quiet").Of<bool>()[0]);
    }

    [Fact]
    public void Every_field_of_a_document_arrives()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);

        account.Run("Sync-LsConfiguration all.json -Force");

        JsonNode channel = Studio.Body(account.Studio.Writes.First(request => request.PathAndQuery.EndsWith("/channels", StringComparison.Ordinal)));
        long set = account.Studio.Run("(Get-LsQualitySet -Name own-set).QualitySetId").Of<long>()[0];
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                $$"""
                {
                  "channelName": "morning_news", "envType": "STAGE", "outputProtocol": "HLS,DASH",
                  "cdn": { "createCdn": false, "cdnType": "GLOBAL_EDGE", "cdnDomain": "sample11577.edge.example", "profileId": 4207, "cdnInstanceNo": 11577 }, "qualitySetId": {{set}},
                  "useDvr": true, "immediateOnAir": true, "timemachineMin": 360,
                  "record": { "type": "AUTO_UPLOAD", "format": "ALL", "bucketName": "show-archive", "filePath": "/live", "accessControl": "PUBLIC_READ" },
                  "ingestProtocol": "SRT", "isStreamFailOver": true, "drmEnabledYn": true, "drm": { "siteId": "SITE", "contentId": "content-1" }
                }
                """),
            channel),
            channel.ToJsonString());
        JsonNode quality = Studio.Body(account.Studio.Writes[0]);
        Assert.Equal((960, 540, 29.97, 1_500_000, "VBR", 2, 96), ((int)quality["video"]!["width"]!, (int)quality["video"]!["height"]!, (double)quality["video"]!["fps"]!, (int)quality["video"]!["bitrate"]!, (string?)quality["video"]!["rateControl"], (int)quality["video"]!["bframes"]!, (int)quality["audio"]!["bitrate"]!));
        JsonNode relay = Studio.Body(account.Studio.Writes.First(request => request.PathAndQuery.EndsWith("/re-stream/channels", StringComparison.Ordinal)));
        Assert.Equal(["rtmp://youtube.example/s3cret", "rtmp://custom.example/live"], relay["restream"]!.AsArray().Select(target => (string?)target!["rtmpUrl"]));
        Assert.Equal(("s3cret-user", "s3cret-password"), ((string?)relay["restream"]![1]!["id"], (string?)relay["restream"]![1]!["password"]));
        JsonNode notices = Studio.Body(account.Studio.Writes.First(request => request.PathAndQuery.Contains("/notification/", StringComparison.Ordinal)));
        Assert.Equal("EMAIL", (string?)notices["notificationManagerList"]![0]!["notifyType"]);
        Assert.True((bool)notices["alertStreamFailOver"]! && !(bool)notices["alertChangeStatus"]!);
        Assert.Equal(
            ["https://user:s3cret@hooks.example/evening?token=s3cret", "https://hooks.example/all", "https://hooks.example/news", "https://hooks.example/night", "https://hooks.example/relay"],
            account.Studio.Writes.Where(request => request.PathAndQuery.Contains("callbackEndpoint", StringComparison.Ordinal)).Select(request => (string?)(Studio.Body(request)["callbackEndpoint"] ?? Studio.Body(request)["callbackUrl"])).Order(StringComparer.Ordinal).OrderBy(url => !url!.Contains('@')));
    }

    [Fact]
    public void On_an_account_that_matches_nothing_is_sent_but_reads()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Run("Sync-LsConfiguration all.json -Force");

        Assert.Empty(account.Writes("Sync-LsConfiguration all.json -Force -Prune -Replace"));
        Assert.Empty(account.Run("Sync-LsConfiguration all.json -Force -Prune -Replace").Quiet().Output);
        Assert.Empty(account.Run("Compare-LsConfiguration all.json -Prune").Quiet().Output);
        Assert.All(account.Run("Compare-LsConfiguration all.json -IncludeEqual").Quiet().Of<ConfigurationChange>(), change => Assert.Equal(ConfigurationAction.Equal, change.Action));
    }

    [Fact]
    public void Fields_and_sections_that_a_document_does_not_name_are_left_alone()
    {
        using Account account = new(seed: true);
        account.Write("one.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true } ] }""");

        Assert.Equal([$"PUT /channels/{Service.Weekly}"], account.Writes("Sync-LsConfiguration one.json -Force"));
        JsonNode body = Studio.Body(account.Studio.Writes[0]);
        Assert.Equal((true, "MANUAL_UPLOAD", "MP4"), ((bool)body["useDvr"]!, (string?)body["record"]!["type"], (string?)body["record"]!["format"]));

        ConfigurationChange[] changes = [.. account.Run("Compare-LsConfiguration one.json").Quiet().Of<ConfigurationChange>()];
        Assert.Equal(["page_example", "summer_event", "아침뉴스"], changes.Select(change => change.Name));
        Assert.All(changes, change => Assert.Equal(ConfigurationAction.Leave, change.Action));
    }

    [Fact]
    public void A_comparison_shows_each_field_old_and_new_and_what_is_made_left_and_removed()
    {
        using Account account = new(seed: true);
        account.Write("b.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true, "envType": "DEV" }, { "channelName": "brand_new", "qualitySet": "small", "profileId": 1 } ] }""");

        ConfigurationChange[] left = [.. account.Run("Compare-LsConfiguration b.json").Quiet().Of<ConfigurationChange>()];
        ConfigurationChange[] pruned = [.. account.Run("Compare-LsConfiguration b.json -Prune").Quiet().Of<ConfigurationChange>()];

        Assert.Equal(["+ Channel brand_new", "~ Channel weekly_show", "  Channel page_example", "  Channel summer_event", "  Channel 아침뉴스"], left.Select(change => $"{change.Sign} {change.Kind} {change.Name}"));
        Assert.Equal(["envType: REAL -> DEV", "useDvr: false -> true"], left[1].Differences.Select(difference => difference.ToString()));
        Assert.All(left, change => Assert.IsType<ConfigurationDifference[]>(change.Differences));
        Assert.Equal((null, "small"), (left[0].Differences[1].Old, left[0].Differences[1].New));

        // On air, and stopped: neither can be removed.
        Assert.Equal(["- page_example", "  summer_event", "  아침뉴스"], pruned.Skip(2).Select(change => $"{change.Sign} {change.Name}"));
        Assert.Contains("PUBLISHING", pruned[4].Hint, StringComparison.Ordinal);
        Assert.Contains("Enable-LsChannel", pruned[3].Hint, StringComparison.Ordinal);
        Assert.Empty(account.Studio.Writes);
        Assert.False(account.Run("Compare-LsConfiguration b.json -Quiet").Quiet().Of<bool>()[0]);
    }

    [Fact]
    public void WhatIf_prints_the_comparison_and_sends_reads_alone()
    {
        using Account account = new(seed: true);
        account.Write("b.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true }, { "channelName": "brand_new", "qualitySet": "small", "profileId": 1, "callbackEndpoint": { "secret": "in no vault" } } ] }""");

        Assert.Empty(account.Run("Sync-LsConfiguration b.json -WhatIf -Prune -Force").Output);

        string said = account.Studio.Shell.Host.Text;
        Assert.Contains("\"Change: useDvr: false -> true\" on target \"Channel weekly_show (" + Service.Weekly, said, StringComparison.Ordinal);
        Assert.Contains("\"Create: ", said, StringComparison.Ordinal);
        Assert.Contains("\"Remove for good; its recordings that are in no bucket yet can no longer be exported\" on target \"Channel page_example", said, StringComparison.Ordinal);
        Assert.Empty(account.Studio.Writes);
    }

    [Fact]
    public void What_cannot_be_changed_is_told_before_anything_is_sent_and_replaced_where_that_is_wanted()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Run("Sync-LsConfiguration all.json -Force");
        account.Write("b.json", Account.Everything.Replace("\"width\": 960", "\"width\": 854", StringComparison.Ordinal).Replace("\"alertOn\": false", "\"alertOn\": false, \"useDvr\": true", StringComparison.Ordinal));

        int before = account.Studio.Writes.Count;
        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration b.json -Force");
        Assert.Equal(before, account.Studio.Writes.Count);
        Assert.Equal("ConfigurationFaults,LiveStation.PowerShell.SyncLsConfigurationCommand", error.FullyQualifiedErrorId);

        ConfigurationChange[] compared = [.. account.Run("Compare-LsConfiguration b.json").Quiet().Of<ConfigurationChange>()];
        Assert.Equal(["! q-540", "! own-set", "! morning_news", "~ 저녁_뉴스", "! night_show"], compared.Select(change => $"{change.Sign} {change.Name}"));

        account.Run("Sync-LsConfiguration b.json -Force -Replace");
        Assert.Equal(
            ["DELETE /vod/channels/*", "DELETE /channels/*", "DELETE /qualitySets/*", "DELETE /qualityProfiles/*", "POST /qualityProfiles", "POST /qualitySets", "POST /channels", "PUT /channels/*", "POST /vod/channels", "POST /channels/*/callbackEndpoint", "POST /notification/*/for-general-channel", "POST /vod/channels/*/callbackEndpoint"],
            account.Studio.Writes.Skip(before).Select(request => System.Text.RegularExpressions.Regex.Replace(Studio.Call(request), "(?<=/)(ls-[^/]+|[0-9]+)", "*")).Distinct().Where(call => !call.Contains("/events/", StringComparison.Ordinal)));
        Assert.True(account.Run("Compare-LsConfiguration b.json -Quiet").Of<bool>()[0]);
    }

    [Fact]
    public void What_is_on_air_is_neither_removed_nor_replaced()
    {
        using Account account = new(seed: true);
        account.Write("none.json", """{ "channels": [], "vodChannels": [], "restreams": [] }""");
        account.Write("other.json", """{ "channels": [ { "channelName": "아침뉴스", "qualitySet": "small" } ] }""");
        account.Write("edge.json", """{ "channels": [ { "channelName": "아침뉴스", "qualitySet": "sample-set", "cdnInstanceNo": 7, "cdnDomain": "a.example", "profileId": 2 } ] }""");

        Outcome pruned = account.Run("Sync-LsConfiguration none.json -Prune -Force");
        Assert.Contains(pruned.Warnings, warning => warning.Contains("아침뉴스", StringComparison.Ordinal) && warning.Contains("PUBLISHING", StringComparison.Ordinal));
        Assert.DoesNotContain(account.Studio.Calls, call => call.StartsWith("DELETE", StringComparison.Ordinal) && (call.Contains(Service.News, StringComparison.Ordinal) || call.Contains(Service.NewsRelay, StringComparison.Ordinal) || call.Contains(Service.VodReserved, StringComparison.Ordinal)));

        int before = account.Studio.Writes.Count;
        Assert.StartsWith("ConfigurationOnAir", account.Studio.Shell.Terminating("Sync-LsConfiguration other.json -Replace -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ConfigurationOnAir", account.Studio.Shell.Terminating("Sync-LsConfiguration edge.json -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(before, account.Studio.Writes.Count);
    }

    [Fact]
    public void A_move_to_another_edge_is_one_call_and_the_next_run_sends_none()
    {
        using Account account = new(seed: true);
        account.Write("edge.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "cdnInstanceNo": 4938, "cdnDomain": "sample4938.edge.example", "profileId": 1008, "cdnRegionType": "JAPAN" } ] }""");

        Assert.Equal([$"POST /channels/{Service.Weekly}/cdnInfo"], account.Writes("Sync-LsConfiguration edge.json -Force"));
        Assert.Empty(account.Writes("Sync-LsConfiguration edge.json -Force"));
    }

    [Fact]
    public void A_lost_answer_to_a_creation_makes_no_second_thing()
    {
        using Account account = new();
        account.Write("one.json", """{ "channels": [ { "channelName": "morning_news", "qualitySet": "small", "profileId": 1 } ] }""");
        account.Studio.Emulator.Faults.Add(Fault.Reset(afterWork: true).On("POST"));

        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration one.json -Force");
        Outcome again = account.Run("Sync-LsConfiguration one.json -Force");

        Assert.Empty(again.Errors);
        Assert.Contains("0 of 1 changes were carried out", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("run the same command again", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(again.Output);
        Assert.Single(account.Studio.Emulator.Channels.Ids);
        Assert.Single(account.Studio.Writes);
    }

    [Fact]
    public void An_error_stops_and_the_next_run_goes_on()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Studio.Emulator.Faults.Add(Fault.Error(409, 250003).On("POST", "/vod/channels"));

        account.Studio.Shell.Set("done", null);
        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration all.json -Force -OutVariable global:done");
        int before = account.Studio.Writes.Count;

        Assert.Contains("Stopped at VodChannel night_show. 5 of 8 changes were carried out.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Equal(["q-540", "q-sound", "own-set", "morning_news", "저녁_뉴스"], account.Run("$done.Name").Texts());
        account.Run("Sync-LsConfiguration all.json -Force").Of<ConfigurationChange>();
        Assert.DoesNotContain(account.Studio.Writes.Skip(before), request => request.PathAndQuery.EndsWith("/v2/channels", StringComparison.Ordinal));
        Assert.True(account.Run("Compare-LsConfiguration all.json -Quiet").Of<bool>()[0]);
    }

    [Fact]
    public void Two_runs_at_once_make_nothing_twice()
    {
        using Account account = new();
        account.Write("one.json", """{ "channels": [ { "channelName": "morning_news", "qualitySet": "small", "profileId": 1 } ] }""");
        bool isOver = false;

        // Somebody else makes it between the comparison and the call.
        account.Studio.Line.Before = (request, _) =>
        {
            if (!isOver && request.RequestUri!.Query.Contains("channelName", StringComparison.Ordinal))
            {
                isOver = true;
                account.Studio.Emulator.Channels.Add("morning_news");
            }

            return System.Threading.Tasks.Task.CompletedTask;
        };

        account.Run("Sync-LsConfiguration one.json -Force -ErrorAction SilentlyContinue");

        Assert.True(isOver);
        Assert.Single(account.Studio.Emulator.Channels.Ids);
    }

    [Fact]
    public void Two_things_of_one_name_are_an_error_that_names_them()
    {
        using Account account = new();
        string first = account.Studio.Emulator.Channels.Add("twin");
        string second = account.Studio.Emulator.Channels.Add("twin");
        account.Write("one.json", """{ "channels": [ { "channelName": "twin", "qualitySet": "small" } ] }""");

        foreach (string script in new[] { "Compare-LsConfiguration one.json", "Sync-LsConfiguration one.json -Force" })
        {
            ErrorRecord error = account.Studio.Shell.Terminating(script);
            Assert.StartsWith("ConfigurationAmbiguous", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains($"{first}, {second}", error.ErrorDetails.Message, StringComparison.Ordinal);
        }

        Assert.StartsWith("ConfigurationAmbiguous", account.Run("Export-LsConfiguration all.json").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("all.json", account.Files);
        Assert.Empty(account.Studio.Writes);
    }

    [Fact]
    public void One_that_was_renamed_is_one_removed_and_one_made_with_a_hint()
    {
        using Account account = new(seed: true);
        account.Run("Export-LsConfiguration all.json").Quiet();
        account.Run($"Set-LsChannel {Service.Weekly} -ChannelName renamed_show").Quiet();

        ConfigurationChange[] changes = [.. account.Run("Compare-LsConfiguration all.json -Prune").Quiet().Of<ConfigurationChange>()];

        Assert.Equal(["+ weekly_show", "- renamed_show"], changes.Select(change => $"{change.Sign} {change.Name}"));
        Assert.Contains($"it is like renamed_show ({Service.Weekly})", changes[0].Hint, StringComparison.Ordinal);
        Assert.Contains("it is like weekly_show", changes[1].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_with_faults_sends_nothing_at_all()
    {
        using Account account = new();
        account.Write("bad.json", "{ \"channels\": [\n{ \"channelName\": \"abc\", \"qualitySet\": 5 },\n{ \"channelName\": \"abcd\", \"usedvr\": true } ] }");

        foreach (string command in new[] { "Compare-LsConfiguration", "Sync-LsConfiguration -Force" })
        {
            Outcome outcome = account.Run($"try {{ {command} -Path bad.json }} catch {{ $global:last = $_ }}");
            Assert.Equal(3, outcome.Errors.Count);
            Assert.Contains("line 2, $.channels[0].qualitySet", outcome.Errors[0].ErrorDetails.Message, StringComparison.Ordinal);
            Assert.StartsWith("ConfigurationFaults", ((ErrorRecord)PSObject.AsPSObject(account.Studio.Shell.Get("last")!).BaseObject).FullyQualifiedErrorId, StringComparison.Ordinal);
        }

        Assert.Empty(account.Studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("""{ "channels": [ { "channelName": "abc", "qualitySet": "nowhere", "profileId": 1 } ] }""", "ConfigurationNameUnknown")]
    [InlineData("""{ "channels": [ { "channelName": "abc", "qualitySet": "small" } ] }""", "ProfileMissing")]
    [InlineData("""{ "channels": [ { "channelName": "abc", "qualitySet": "small", "profileId": 1, "immediateOnAir": true } ] }""", "ImmediateOnAirWithoutDvr")]
    [InlineData("""{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "recordSaveType": "AUTO_UPLOAD" } ] }""", "BucketMissing")]
    [InlineData("""{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "alertShortClipFail": true } ] }""", "RecipientMissing")]
    [InlineData("""{ "qualities": [ { "name": "abc" } ] }""", "PictureMissing")]
    public void What_would_be_refused_is_told_with_its_line_before_anything_is_sent(string text, string errorId)
    {
        using Account account = new(seed: true);
        account.Write("bad.json", text);

        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration bad.json -Force");

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("line 1, $.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(account.Studio.Writes);
    }

    [Fact]
    public void A_secret_that_nobody_has_is_told_before_anything_is_sent()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything.Replace("relay-CUSTOM-id", "in no vault", StringComparison.Ordinal));

        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration all.json -Force");

        Assert.StartsWith("SecretNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("LIVESTATION_SECRET_IN_NO_VAULT", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(account.Studio.Writes);
    }

    [Fact]
    public void A_secret_comes_from_a_vault_where_one_is_named()
    {
        using Account account = new();
        account.Write("one.json", """{ "callback": { "callbackUrl": { "secret": "evening hook" } } }""");
        account.Run("$null = New-Module Microsoft.PowerShell.SecretManagement { function Get-Secret { param($Name, $Vault) \"https://$Vault.example/$($Name.Length)\" }; Export-ModuleMember Get-Secret } | Import-Module -PassThru").Quiet();

        account.Run("Sync-LsConfiguration one.json -Vault company -Force");

        Assert.Equal("https://company.example/12", (string?)Studio.Body(account.Studio.Writes[0])["callbackUrl"]);
    }

    [Fact]
    public void No_secret_leaves_by_any_way()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Studio.Emulator.Faults.Add(Fault.Error(409, 250003, "refused").On("POST", "/re-stream/channels"));

        Outcome failed = account.Run("try { Sync-LsConfiguration all.json -Force -Verbose -Debug } catch { \"$_\"; $_.ErrorDetails.RecommendedAction; $_.Exception.ToString() }");
        Outcome made = account.Run("Sync-LsConfiguration all.json -Force -Verbose -Debug; Compare-LsConfiguration all.json -IncludeEqual | ForEach-Object { [System.Management.Automation.PSSerializer]::Serialize($_, 5) }; Export-LsConfiguration out.json");

        foreach (Outcome outcome in new[] { failed, made })
        {
            Assert.DoesNotContain("s3cret", string.Join('\n', outcome.Output.Select(item => item.ToString()).Concat(outcome.Verbose).Concat(outcome.Debug).Concat(outcome.Errors.Select(error => error.ToString() + error.ErrorDetails?.RecommendedAction)).Concat(outcome.Warnings)), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("s3cret", account.Read("out.json"), StringComparison.Ordinal);
        Assert.Contains("\"secret\": \"저녁_뉴스-callback\"", account.Read("out.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_make_one_document_serve_many_events()
    {
        using Account account = new();
        account.Write("show.json", """{ "variables": { "profile": 4207, "event": null }, "channels": [ { "channelName": "${event}_main", "qualitySet": "small", "profileId": "${profile}" } ] }""");
        account.Write("finals.json", """{ "event": "finals", "profile": 7 }""");

        Assert.Contains("the variable event has no value", account.Studio.Shell.Terminating("Compare-LsConfiguration show.json").ErrorDetails.Message, StringComparison.Ordinal);
        account.Run("Sync-LsConfiguration show.json -Variable @{ event = 'semis' } -Force").Of<ConfigurationChange>();
        Outcome second = account.Run("Sync-LsConfiguration show.json -VariablePath finals.json -Variable @{ profile = 8; typo = 1 } -Force");

        Assert.Contains("typo stands nowhere", Assert.Single(second.Warnings), StringComparison.Ordinal);
        Assert.Equal([("semis_main", 4207), ("finals_main", 8)], account.Studio.Writes.Select(request => ((string)Studio.Body(request)["channelName"]!, (int)Studio.Body(request)["cdn"]!["profileId"]!)));
    }

    [Fact]
    public void What_is_piped_in_is_exported_with_what_it_stands_on()
    {
        using Account account = new(seed: true);
        account.Write("all.json", Account.Everything);
        account.Run("Sync-LsConfiguration all.json -Force");

        account.Run("Get-LsChannel -Name morning_news | Export-LsConfiguration one.json; Get-LsChannel | Where-Object ChannelName -eq nobody | Export-LsConfiguration none.json; [pscustomobject] @{ ChannelId = (Get-LsChannel -Name morning_news).ChannelId; UseDvr = 'True' } | Export-LsConfiguration copy.json").Quiet();

        JsonNode one = JsonNode.Parse(account.Read("one.json"))!;
        Assert.Equal(["$schema", "qualities", "qualitySets", "channels"], one.AsObject().Select(section => section.Key));
        Assert.Equal(["q-540"], one["qualities"]!.AsArray().Select(quality => (string?)quality!["name"]));
        Assert.Equal(account.Read("one.json"), account.Read("copy.json"));
        Assert.DoesNotContain("none.json", account.Files);
        Assert.Contains(Account.Schema, account.Files);
        Assert.NotNull(account.Run("@(Get-LsRecording)[0] | Export-LsConfiguration two.json").OneError());
    }

    [Fact]
    public void Characters_that_turn_a_line_or_are_not_seen_stand_in_the_file_for_everybody_to_see()
    {
        using Account account = new();
        account.Studio.Emulator.Channels.Add("a\u202eb\u200f\U000E0041c\u001b\u009b");

        account.Run("Export-LsConfiguration all.json").Quiet();

        Assert.Contains("\"a\\u202Eb\\u200F\\uDB40\\uDC41c\\u001B\\u009B\"", account.Read("all.json"), StringComparison.Ordinal);
        Assert.True(Assert.Single(account.Run("Compare-LsConfiguration all.json -Quiet").Quiet().Of<bool>()));
    }

    [Fact]
    public void The_financial_zone_has_documents_of_its_own()
    {
        using Account account = new(zone: Zone.Financial);
        account.Write("one.json", """{ "channels": [ { "channelName": "morning_news", "qualitySet": "small", "useDvr": true } ] }""");
        Assert.Empty(account.Run("Sync-LsConfiguration one.json -Force").Errors);
        account.Run("Export-LsConfiguration first.json").Quiet();
        account.Write("nothing.json", """{ "channels": [] }""");

        account.Run("Sync-LsConfiguration nothing.json -Prune -Force; Sync-LsConfiguration first.json -Force; Export-LsConfiguration second.json");

        Assert.Equal(account.Read("first.json"), account.Read("second.json"));
        account.Write("edge.json", """{ "channels": [ { "channelName": "evening", "qualitySet": "small", "profileId": 4207 } ] }""");
        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration edge.json -Force");
        Assert.StartsWith("NotInFinancialZone", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_about_each_thing_before_the_first_call_and_does_what_is_answered()
    {
        using Account account = new(seed: true);
        account.Write("b.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true }, { "channelName": "page_example", "qualitySet": "small", "envType": "DEV" } ] }""");
        string path = account.Run("\"$folder/b.json\"").Texts()[0];
        AskingHost no = new("No");
        AskingHost yes = new("Yes");

        no.Run(account.Studio, $"Sync-LsConfiguration '{path}'");
        Assert.Equal(2, no.Questions.Count);
        Assert.Empty(account.Studio.Writes);

        yes.Run(account.Studio, $"Sync-LsConfiguration '{path}'");
        Assert.Equal(2, yes.Questions.Count);
        Assert.Contains("Change: envType: REAL -> DEV", yes.Questions[0], StringComparison.Ordinal);
        Assert.Contains("Change: useDvr: false -> true", yes.Questions[1], StringComparison.Ordinal);
        Assert.Equal(2, account.Studio.Writes.Count);
    }

    [Fact]
    public void Contexts_of_a_pipeline_are_held_to_it_one_by_one_and_other_things_start_nothing()
    {
        using Account account = new(seed: true);
        Service other = new(seed: true);
        account.Studio.Shell.Set("other", other.Context);
        account.Write("one.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true } ] }""");

        Assert.Equal(4, account.Run("$PSDefaultParameterValues.Clear(); Get-LsChannel -Context $ctx | Sync-LsConfiguration one.json -Force").Errors.Count);
        Assert.Empty(account.Studio.Writes);
        account.Run("$ctx, $other | Sync-LsConfiguration one.json -Force; $ctx | Export-LsConfiguration all.json");

        Assert.Single(account.Studio.Writes);
        Assert.Single(other.Requests, request => request.StartsWith("PUT", StringComparison.Ordinal));
        Assert.Contains("weekly_show", account.Read("all.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Export-LsConfiguration ./none/all.json", "FolderNotFound", "there is no folder")]
    [InlineData("Export-LsConfiguration .", "TargetIsFolder", "there is a folder of this name")]
    [InlineData("Compare-LsConfiguration .", "TargetIsFolder", "there is a folder of this name")]
    [InlineData("Sync-LsConfiguration ./none/all.json -Force", "FolderNotFound", "there is no folder")]
    [InlineData("Sync-LsConfiguration none.json -Force", "ConfigurationNotRead", "there is no such file")]
    [InlineData("Compare-LsConfiguration all.json -VariablePath .", "TargetIsFolder", "there is a folder of this name")]
    public void A_bad_path_is_told_in_one_style_before_anything_is_sent(string script, string errorId, string said)
    {
        using Account account = new(seed: true);
        account.Write("all.json", "{}");

        ErrorRecord error = account.Studio.Shell.Terminating(script);

        Assert.Equal(errorId, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(account.Studio.Emulator.Requests);
    }

    [Fact]
    public void A_stopped_channel_that_would_be_made_anew_is_told_all_that_it_needs_and_the_preview_shows_the_plan_first()
    {
        using Account account = new(seed: true);
        account.Write("b.json", """{ "channels": [ { "channelName": "summer_event", "qualitySet": "sample-set", "isStreamFailOver": true }, { "channelName": "weekly_show", "qualitySet": "sample-set", "useDvr": true } ] }""");

        ErrorRecord error = account.Studio.Shell.Terminating("Sync-LsConfiguration b.json -Force");
        Assert.Equal("ConfigurationBlocked", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("Enable-LsChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("then add -Replace", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("What if", account.Studio.Shell.Host.Text, StringComparison.Ordinal);

        error = account.Studio.Shell.Terminating("Sync-LsConfiguration b.json -WhatIf");
        Assert.Equal("ConfigurationBlocked", error.FullyQualifiedErrorId.Split(',')[0]);
        string said = account.Studio.Shell.Host.Text;
        Assert.Contains("useDvr: false -> true\" on target \"Channel weekly_show", said, StringComparison.Ordinal);
        Assert.Contains("make anew: isStreamFailOver: false -> true", said, StringComparison.Ordinal);
        Assert.Empty(account.Studio.Writes);
    }

    [Fact]
    public void Several_of_one_name_are_called_what_they_are_and_no_place_is_named_where_there_is_none()
    {
        using Account account = new(seed: true);
        account.Studio.Emulator.Channels.Add("weekly_show");
        account.Write("b.json", """{ "channels": [ { "channelName": "weekly_show", "qualitySet": "sample-set" } ] }""");
        account.Write("no.json", "$x = 1");

        Assert.Contains(": 2 live channels are called weekly_show: ", account.Run("Export-LsConfiguration all.json").OneError().ToString(), StringComparison.Ordinal);
        Assert.Contains(": 2 live channels are called weekly_show: ", account.Studio.Shell.Terminating("Compare-LsConfiguration b.json").ToString(), StringComparison.Ordinal);
        Assert.Contains("no.json, line 1: this is no JSON", account.Studio.Shell.Terminating("Compare-LsConfiguration no.json").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_stays_with_NoClobber_and_WhatIf()
    {
        using Account account = new(seed: true);
        account.Write("all.json", "mine");

        account.Studio.Shell.Terminating("Export-LsConfiguration all.json -NoClobber");
        account.Run("Export-LsConfiguration all.json -WhatIf");
        Assert.Equal("mine", account.Read("all.json"));
        Assert.Equal("all.json", account.Run("(Export-LsConfiguration all.json -PassThru).Name").Quiet().Texts()[0]);
        Assert.Equal(["all.json", Account.Schema], account.Files);
    }

    [Fact]
    public void A_gateway_that_slows_down_is_no_error()
    {
        using Account account = new();
        account.Write("all.json", Account.Everything);
        account.Studio.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(1)).Repeat(6));

        Outcome outcome = account.Run("Sync-LsConfiguration all.json -Force");

        Assert.Empty(outcome.Errors);
        Assert.True(account.Run("Compare-LsConfiguration all.json -Quiet").Of<bool>()[0]);
    }
}
