using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class RemoveLsRecordingTests
{
    [Fact]
    public void Recordings_go_in_one_call_for_each_channel_with_their_ids_in_the_body()
    {
        using Studio studio = new();
        (string first, IReadOnlyList<long> ofFirst) = studio.Channel(3);
        (string second, IReadOnlyList<long> ofSecond) = studio.Channel(2);

        Assert.Empty(studio.Run("Get-LsRecording | Remove-LsRecording -Force").Quiet().Output);

        Assert.Equal([$"DELETE /channels/{first}/records", $"DELETE /channels/{second}/records"], studio.Writes.Select(Studio.Call));
        Assert.Equal(ofFirst, studio.SentIds(0));
        Assert.Equal(ofSecond, studio.SentIds(1));
        Assert.All(studio.Run("Get-LsRecording").Quiet().Of<Recording>(), recording => Assert.Equal(RecordStatus.Deleted, recording.Status));
    }

    [Fact]
    public void One_that_cannot_be_deleted_fails_alone()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(4);

        ErrorRecord error = studio.Run($"Remove-LsRecording {id} {all[0]}, 999999, {all[2]} -Force").OneError();

        Assert.Equal("RecordingNotFound,LiveStation.PowerShell.RemoveLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal($"{id}/999999", error.TargetObject);
        Assert.Equal(
            [RecordStatus.Deleted, RecordStatus.TransferReady, RecordStatus.Deleted, RecordStatus.TransferReady],
            studio.Run($"Get-LsRecording {id}").Quiet().Of<Recording>().Select(recording => recording.Status));
    }

    [Fact]
    public void The_same_recording_twice_is_sent_once()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(1);

        studio.Run($"Remove-LsRecording {id} {all[0]}, {all[0]} -Force").Quiet();

        Assert.Equal(all, studio.SentIds(0));
    }

    [Fact]
    public void An_answer_without_a_body_is_success()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(1);
        studio.Emulator.Faults.Add(LiveStation.Emulator.Fault.EmptyError(200).On("DELETE"));

        studio.Run($"Remove-LsRecording {id} {all[0]} -Force").Quiet();

        Assert.Single(studio.Writes);
    }

    [Fact]
    public void Each_recording_is_asked_about_by_channel_and_id()
    {
        using Studio studio = new();
        (string id, IReadOnlyList<long> all) = studio.Channel(2);
        AskingHost host = new("No");

        host.Run(studio, "Get-LsRecording | Remove-LsRecording").Quiet();

        Assert.Equal(2, host.Questions.Count);
        Assert.All(all, recordId => Assert.Contains(host.Questions, question => question.Contains($"{id}/{recordId}", StringComparison.Ordinal)));
        Assert.Empty(studio.Writes);
    }
}
