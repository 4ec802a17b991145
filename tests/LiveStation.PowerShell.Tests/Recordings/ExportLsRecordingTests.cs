using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class ExportLsRecordingTests
{
    private const string Quick = "$ProgressPreference = 'SilentlyContinue'; ";

    private static readonly Pace Slow = Studio.AtOnce with { Processing = TimeSpan.FromHours(1), Transfer = TimeSpan.FromHours(1) };

    [Fact]
    public void Recordings_of_several_channels_go_in_one_call_with_one_result_each()
    {
        using Studio studio = new(Slow);
        (_, IReadOnlyList<long> first) = studio.Channel(3);
        (_, IReadOnlyList<long> second) = studio.Channel(2);

        Outcome outcome = studio.Run("Get-LsRecording | Export-LsRecording -BucketName show-archive").Quiet();

        Assert.Equal([.. first, .. second], outcome.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.All(outcome.Of<RecordingUpload>(), upload => Assert.Equal(("show-archive", RecordStatus.Transfer, AccessControl.Private), (upload.BucketName, upload.Status, upload.AccessControl)));
        RecordedRequest sent = Assert.Single(studio.Writes);
        Assert.Equal("POST /buckets/show-archive/upload", Studio.Call(sent));
        Assert.Equal("PRIVATE", (string?)Studio.Body(sent)["accessControl"]);
        Assert.Equal([.. first, .. second], studio.SentIds(0));
    }

    [Fact]
    public void A_hundred_and_twenty_recordings_go_in_three_calls_and_one_list()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(120);

        Outcome outcome = studio.Run($"Export-LsRecording -ChannelId {id} -RecordId ({string.Join(',', all)}) -BucketName b").Quiet();

        Assert.Equal(all, outcome.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.Equal(["GET", "POST", "POST", "POST"], studio.Emulator.Requests.Select(request => request.Method));
        Assert.Equal(all, studio.Writes.SelectMany((_, index) => studio.SentIds(index)));
    }

    [Theory]
    [InlineData("PublicRead")]
    [InlineData("PUBLIC_READ")]
    public void Who_may_read_is_told(string access)
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(1);

        RecordingUpload upload = Assert.Single(studio.Run($"Export-LsRecording {all[0]} b -ChannelId {id} -AccessControl {access}").Quiet().Of<RecordingUpload>());

        Assert.Equal(AccessControl.PublicRead, upload.AccessControl);
        Assert.Equal(id, upload.ChannelId);
        Assert.Equal("PUBLIC_READ", (string?)Studio.Body(studio.Writes[0])["accessControl"]);
    }

    [Fact]
    public void Without_a_channel_one_unknown_id_of_many_fails_and_the_others_go()
    {
        using Studio studio = new(Slow);
        (_, IReadOnlyList<long> all) = studio.Channel(40);

        Outcome outcome = studio.Run($"Export-LsRecording -RecordId (({string.Join(',', all.Take(17))}), 999999, ({string.Join(',', all.Skip(17))}) | ForEach-Object {{ $_ }}) -BucketName b");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("RecordingNotFound,LiveStation.PowerShell.ExportLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal("999999", error.TargetObject);
        Assert.Equal(all, outcome.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.DoesNotContain(studio.Emulator.Requests, request => request.Method == "GET");
        Assert.InRange(studio.Writes.Count, 7, 13);
    }

    [Fact]
    public void With_its_channel_an_unknown_id_costs_no_call_of_its_own()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(4);

        Outcome outcome = studio.Run($"Export-LsRecording -ChannelId {id} -RecordId {all[0]}, 999999, {all[1]} -BucketName b");

        Assert.Equal($"{id}/999999", outcome.OneError().TargetObject);
        Assert.Equal(all.Take(2), outcome.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void Twice_is_safe_and_says_so_in_Verbose()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(2);
        studio.Run("Get-LsRecording | Export-LsRecording -BucketName b").Quiet();

        Outcome again = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b -Verbose");

        Assert.Empty(again.Errors);
        Assert.Equal(all, again.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.All(again.Of<RecordingUpload>(), upload => Assert.Equal(RecordStatus.Transfer, upload.Status));
        Assert.All(all, recordId => Assert.Contains(again.Verbose, line => line.StartsWith($"{id}/{recordId} ", StringComparison.Ordinal) && line.Contains("counts as done", StringComparison.Ordinal)));
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void Twice_is_safe_without_a_channel_too()
    {
        using Studio studio = new(Slow);
        (_, IReadOnlyList<long> all) = studio.Channel(3);
        studio.Run($"Export-LsRecording {all[1]} b").Quiet();

        Outcome again = studio.Run($"Export-LsRecording {string.Join(',', all)} b -Verbose");

        Assert.Empty(again.Errors);
        Assert.Equal(all, again.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.All(again.Of<RecordingUpload>(), upload => Assert.Equal(RecordStatus.Transfer, upload.Status));
        Assert.Contains(again.Verbose, line => line.StartsWith($"{all[1]}: ", StringComparison.Ordinal) && line.Contains("counts as done", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_in_a_bucket_already_is_a_result_with_its_address()
    {
        using Studio studio = new();
        studio.Channel(1, "TRANSFER_FINISH");

        RecordingUpload upload = Assert.Single(studio.Run("Get-LsRecording | Export-LsRecording -BucketName b").Quiet().Of<RecordingUpload>());

        Assert.Equal(RecordStatus.TransferFinish, upload.Status);
        Assert.Contains("show-archive", upload.ObjectStorageUrl!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    [Theory]
    [InlineData("PROCESSING")]
    [InlineData("PROCESSING_FAIL")]
    [InlineData("DELETED")]
    public void A_wrong_state_is_one_error_for_each_recording_and_the_rest_goes(string status)
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> good) = studio.Channel(2);
        IReadOnlyList<long> bad = studio.Emulator.Recordings.Add(id, 2, status);

        Outcome outcome = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b");

        Assert.Equal(good, outcome.Of<RecordingUpload>().Select(upload => upload.RecordId));
        Assert.Equal(bad.Select(recordId => $"{id}/{recordId}"), outcome.Errors.Select(error => (string)error.TargetObject));
        Assert.All(outcome.Errors, error =>
        {
            Assert.Equal("RecordingNotReadyForUpload,LiveStation.PowerShell.ExportLsRecordingCommand", error.FullyQualifiedErrorId);
            Assert.Contains(status, error.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        });
        Assert.Equal(good, studio.SentIds(0));
    }

    [Fact]
    public void A_failed_upload_is_asked_for_again()
    {
        using Studio studio = new(Slow);
        (_, IReadOnlyList<long> failed) = studio.Channel(2, "TRANSFER_FAIL");

        Assert.Equal(failed, studio.Run("Get-LsRecording | Export-LsRecording -BucketName b").Quiet().Of<RecordingUpload>().Select(upload => upload.RecordId));
    }

    [Fact]
    public void The_present_state_counts_and_not_that_of_an_old_object()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(2);
        studio.Run("$old = Get-LsRecording").Quiet();
        studio.Run($"Remove-LsRecording {id} {all[0]} -Force").Quiet();

        Outcome outcome = studio.Run("$old | Export-LsRecording -BucketName b");

        Assert.Contains("DELETED", outcome.OneError().ToString(), StringComparison.Ordinal);
        Assert.Equal(all[1], Assert.Single(outcome.Of<RecordingUpload>()).RecordId);
    }

    [Fact]
    public void Wait_writes_each_result_when_it_is_in_the_bucket()
    {
        using Studio studio = new(Studio.AtOnce with { Transfer = TimeSpan.FromMilliseconds(100) });
        studio.Channel(3);

        Outcome outcome = studio.Run(Quick + "Get-LsRecording | Export-LsRecording -BucketName b -Wait");

        Assert.Empty(outcome.Errors);
        Assert.Equal(3, outcome.Output.Count);
        Assert.All(outcome.Of<RecordingUpload>(), upload =>
        {
            Assert.Equal((RecordStatus.TransferFinish, "b"), (upload.Status, upload.BucketName));
            Assert.NotNull(upload.ObjectStorageUrl);
        });
    }

    [Fact]
    public void Wait_waits_for_what_is_still_being_finished_first()
    {
        using Studio studio = new(Studio.AtOnce with { Processing = TimeSpan.FromMilliseconds(100) });
        string id = studio.OnAir();

        Outcome outcome = studio.Run(Quick + $"Start-LsRecording {id}; Stop-LsRecording {id} | Export-LsRecording -BucketName b -Wait");

        Assert.Empty(outcome.Errors);
        Assert.Equal(RecordStatus.TransferFinish, Assert.IsType<RecordingUpload>(outcome.Output[^1].BaseObject).Status);
    }

    [Fact]
    public void Wait_ends_for_what_is_refused_once_it_is_ready()
    {
        using Studio studio = new(Studio.AtOnce with { Processing = TimeSpan.FromMilliseconds(100) });
        string id = studio.OnAir();
        studio.Emulator.Faults.Add(Fault.Error(403, 300).On("POST").Always());

        Outcome outcome = studio.Run(Quick + $"$null = Start-LsRecording {id}; Stop-LsRecording {id} | Export-LsRecording -BucketName b -Wait -TimeoutSec 60");

        Assert.Null(outcome.Thrown);
        Assert.Equal(ErrorCategory.ObjectNotFound, outcome.OneError().CategoryInfo.Category);
        Assert.Single(studio.Writes, static request => request.Method == "POST");
    }

    [Fact]
    public void Wait_for_what_a_channel_uploads_by_itself_ends_when_that_is_through()
    {
        using Studio studio = new(Studio.AtOnce with { Processing = TimeSpan.FromMilliseconds(100), Transfer = TimeSpan.FromMilliseconds(100) });
        string id = studio.Emulator.Channels.Add("auto", recordType: "AUTO_UPLOAD");
        studio.Emulator.Channels.StartPublishing(id);

        Outcome outcome = studio.Run(Quick + $"$null = Start-LsRecording {id}; Stop-LsRecording {id} | Export-LsRecording -BucketName b -Wait -TimeoutSec 5");

        Assert.Null(outcome.Thrown);
        Assert.Empty(outcome.Errors);
        Assert.Equal(RecordStatus.TransferFinish, Assert.Single(outcome.Of<RecordingUpload>()).Status);
        Assert.DoesNotContain(studio.Writes, request => request.Method == "POST");
    }

    [Fact]
    public void Wait_needs_the_channel()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating("Export-LsRecording 298 b -Wait");

        Assert.Equal("ChannelIdMissing,LiveStation.PowerShell.ExportLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void An_upload_that_fails_while_it_is_waited_for_is_an_error_beside_its_last_state()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(1);
        studio.Emulator.RequestReceived += (_, request) =>
        {
            if (request.PathAndQuery.EndsWith($"/records/{all[0]}", StringComparison.Ordinal))
            {
                studio.Emulator.Recordings.Fail(id, all[0]);
            }
        };

        Outcome outcome = studio.Run(Quick + "Get-LsRecording | Export-LsRecording -BucketName b -Wait");

        Assert.StartsWith("WaitFailedState,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(RecordStatus.TransferFail, Assert.Single(outcome.Of<RecordingUpload>()).Status);
    }

    [Fact]
    public void A_wait_that_times_out_ends_the_command_after_the_results_it_has()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(1);
        studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH");
        studio.Shell.Set("got", null);

        ErrorRecord error = studio.Shell.Terminating(Quick + "Get-LsRecording | Export-LsRecording -BucketName b -Wait -TimeoutSec 1 | ForEach-Object { $global:got = @($global:got) + $_ }");

        Assert.Equal("WaitTimeout,LiveStation.PowerShell.ExportLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(RecordStatus.Transfer, Assert.IsType<Recording>(error.TargetObject).Status);
        Assert.Contains($"{id}/{all[0]} is TRANSFER", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, studio.Run("($got | Where-Object { $_ }).RecordId").Quiet().Output.Count);
    }

    [Fact]
    public void WhatIf_says_what_would_go_where_and_sends_nothing()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(1);

        Assert.Empty(studio.Run("Get-LsRecording | Export-LsRecording -BucketName show-archive -WhatIf").Quiet().Output);

        Assert.Empty(studio.Writes);
        Assert.Contains($"{id}/{all[0]}", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("Upload to bucket show-archive (Private)", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_waits_for_nothing()
    {
        using Studio studio = new(Slow);
        studio.Channel(1, "PROCESSING");

        Outcome outcome = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b -Wait -WhatIf -TimeoutSec 2");

        Assert.Null(outcome.Thrown);
        Assert.Empty(outcome.Progress);
        Assert.Contains("Upload to bucket b", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_waited_for_and_why_is_said()
    {
        using Studio studio = new();
        studio.Channel(1, "PROCESSING");
        studio.Channel(1);

        Outcome outcome = studio.Run("Get-LsRecording | Export-LsRecording -BucketName b -Wait -Verbose");

        Assert.Contains("Waiting up to 3600 s for 2 uploads, of which 1 cannot begin before the service has finished the recording.", outcome.Verbose);
    }

    [Fact]
    public void A_bucket_name_that_the_service_refuses_is_one_error_with_all_of_them()
    {
        using Studio studio = new(Slow);
        (string id, IReadOnlyList<long> all) = studio.Channel(2);

        Outcome outcome = studio.Run("Get-LsRecording | Export-LsRecording -BucketName NO_SUCH");

        Assert.Equal(all.Select(recordId => $"{id}/{recordId}"), Assert.IsType<string[]>(outcome.OneError().TargetObject));
        Assert.Empty(outcome.Output);
        Assert.Single(studio.Writes);
    }

    [Fact]
    public void A_channel_whose_list_cannot_be_had_is_one_error_and_the_others_go()
    {
        using Studio studio = new(Slow);
        (_, IReadOnlyList<long> good) = studio.Channel(1);

        Outcome outcome = studio.Run($"[pscustomobject]@{{ ChannelId = 'nope'; RecordId = 1 }}, [pscustomobject]@{{ ChannelId = 'nope'; RecordId = 2 }}, (Get-LsRecording)[0] | Export-LsRecording -BucketName b");

        Assert.Equal("nope", outcome.OneError().TargetObject);
        Assert.Equal(good[0], Assert.Single(outcome.Of<RecordingUpload>()).RecordId);
    }

    [Fact]
    public void ErrorAction_Stop_about_one_recording_does_not_let_the_others_expire()
    {
        using Studio studio = new(Slow);
        (string bad, IReadOnlyList<long> failed) = studio.Channel(1, "PROCESSING_FAIL");
        (_, IReadOnlyList<long> ready) = studio.Channel(2);

        ErrorRecord error = studio.Shell.Terminating("Get-LsRecording | Export-LsRecording -BucketName b -Wait -ErrorAction Stop");

        Assert.Equal($"{bad}/{failed[0]}", error.TargetObject);
        Assert.Equal(ready, studio.SentIds(0));
    }
}
