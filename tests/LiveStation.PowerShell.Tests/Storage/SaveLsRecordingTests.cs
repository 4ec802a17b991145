using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Storage;

public sealed class SaveLsRecordingTests : IDisposable
{
    private readonly Studio _studio = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ls-");

    public SaveLsRecordingTests()
    {
        _studio.Shell.Set("folder", _folder.FullName);
        _studio.Shell.Set("ProgressPreference", "SilentlyContinue");
    }

    public void Dispose()
    {
        _studio.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void One_line_brings_home_what_is_in_a_bucket_and_what_is_not()
    {
        string id = _studio.Emulator.Channels.Add("show", recordFormat: "ALL");
        IReadOnlyList<long> stored = _studio.Emulator.Recordings.Add(id, 2, "TRANSFER_FINISH");
        IReadOnlyList<long> ready = _studio.Emulator.Recordings.Add(id, 2, "TRANSFER_READY", timeLeft: TimeSpan.FromHours(3));
        IReadOnlyList<long> hls = _studio.Emulator.Recordings.Add(id, 1, "TRANSFER_READY", timeLeft: TimeSpan.FromHours(3), recordType: "HLS");

        Outcome outcome = _studio.Run("Get-LsRecording | Save-LsRecording -Path $folder -BucketName archive");

        Assert.Empty(outcome.Errors);
        IReadOnlyList<SavedRecording> saved = outcome.Of<SavedRecording>();
        Assert.Equal([.. stored, .. ready, .. hls], saved.Select(item => item.RecordId));
        Assert.All(saved, item =>
        {
            Assert.Equal((SaveStatus.Saved, SaveVerification.Length | SaveVerification.Md5, id, false), (item.Status, item.HowVerified, item.ChannelId, item.Resumed));
            Assert.True(File.Exists(item.Path));
            Assert.Equal(item.RecordId, item.Recording!.RecordId);
            Assert.NotNull(item.BytesPerSecond);
        });
        SavedRecording folder = saved[^1];
        Assert.Equal("playlist.m3u8", Path.GetFileName(folder.Path));
        Assert.Equal(3, folder.FileCount);
        Assert.Equal(Directory.GetFiles(Path.GetDirectoryName(folder.Path)!).Sum(file => new FileInfo(file).Length), folder.Length);
        SavedRecording file = saved[0];
        Assert.Equal(_studio.Emulator.Storage.Read("show-archive", file.Key!), File.ReadAllBytes(file.Path!));
        Assert.Single(_studio.Writes);
    }

    [Fact]
    public void The_same_line_again_fetches_nothing_and_says_so()
    {
        string id = Stored(3);
        _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Quiet();
        _studio.Emulator.ClearRequests();

        IReadOnlyList<SavedRecording> again = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Quiet().Of<SavedRecording>();

        Assert.Equal(3, again.Count);
        Assert.All(again, item => Assert.Equal((SaveStatus.AlreadySaved, (long?)null), (item.Status, item.BytesPerSecond)));
        Assert.DoesNotContain(_studio.Emulator.Requests, request => request.Method == "GET" && request.PathAndQuery.EndsWith(".mp4", StringComparison.Ordinal));
    }

    [Fact]
    public void Saved_ones_may_be_removed_by_the_pipeline()
    {
        string id = Stored(2);

        _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder | Remove-LsRecording -Force").Quiet();

        Assert.All(_studio.Run($"Get-LsRecording {id}").Of<Recording>(), recording => Assert.Equal(RecordStatus.Deleted, recording.Status));
        Assert.Equal(2, Directory.GetFiles(_folder.FullName, "*.mp4", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void By_ids_by_position_and_from_rows_it_is_the_same()
    {
        string id = Stored(1);
        _studio.Shell.Set("id", id);

        Outcome outcome = _studio.Run("""
            $recording = Get-LsRecording $id
            Save-LsRecording -ChannelId $id -RecordId $recording.RecordId -Path $folder
            Save-LsRecording $recording $folder
            [pscustomobject] @{ ChannelId = $id; RecordId = "$($recording.RecordId)" } | Save-LsRecording $folder
            $recording, $recording | Save-LsRecording $folder
            """).Quiet();

        Assert.Equal([SaveStatus.Saved, SaveStatus.AlreadySaved, SaveStatus.AlreadySaved, SaveStatus.AlreadySaved], outcome.Of<SavedRecording>().Select(item => item.Status));
    }

    [Fact]
    public void WhatIf_says_what_would_be_written_and_how_much_and_writes_nothing()
    {
        string id = Stored(1);
        _studio.Emulator.Recordings.Add(id, 1);

        Outcome outcome = _studio.Run($"Get-LsRecording {id} | Save-LsRecording (Join-Path $folder new) -BucketName archive -WhatIf");

        Assert.Empty(outcome.Output);
        Assert.Empty(_studio.Writes);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullName));
        // The engine says the same when it asks.
        AskingHost host = new("No");
        host.Run(_studio, $"Get-LsRecording {id} | Save-LsRecording '{_folder.FullName}' -BucketName archive -Confirm");
        Assert.Contains(host.Questions, question => question.Contains("Save 19.7 kB from show-archive/", StringComparison.Ordinal));
        Assert.Contains(host.Questions, question => question.Contains("Upload to bucket archive, then save as", StringComparison.Ordinal));
        Assert.Empty(_studio.Writes);
    }

    [Fact]
    public void Without_a_bucket_what_is_in_none_is_one_error_and_the_others_come()
    {
        string id = Stored(2);
        long ready = _studio.Emulator.Recordings.Add(id, 1)[0];

        Outcome outcome = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder");

        ErrorRecord error = outcome.OneError();
        Assert.Equal("RecordingNotStored,LiveStation.PowerShell.SaveLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal($"{id}/{ready}", error.TargetObject);
        Assert.Contains("-BucketName", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.Count);
    }

    [Fact]
    public void Of_a_thousand_one_that_fails_is_one_error()
    {
        string id = Stored(1000);
        string lost = _studio.Emulator.Storage.Keys("show-archive")[500];
        _studio.Emulator.Storage.Remove("show-archive", lost);

        Outcome outcome = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder");

        Assert.Equal("StoredObjectNotFound,LiveStation.PowerShell.SaveLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Equal(999, outcome.Output.Count);
        Assert.Equal(999, Directory.GetFiles(_folder.FullName, "*.mp4", SearchOption.AllDirectories).Length);
        Assert.Empty(Directory.GetFiles(_folder.FullName, "*.part*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("../../../etc/passwd.mp4")]
    [InlineData("/etc/cron.d/x")]
    [InlineData(@"C:\Windows\system32\x.mp4")]
    [InlineData("CON")]
    [InlineData("a\u001b[2J\nb.mp4")]
    [InlineData("  . . ")]
    public void A_hostile_name_stays_in_the_folder(string name)
    {
        string id = _studio.Emulator.Channels.Add("show");
        _studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH", fileName: name);

        foreach (string template in new[] { "", "-FileName '{FileName}'", "-FileName '{UploadPath}/{FileName}'" })
        {
            Outcome outcome = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder -BucketName show-archive {template}");

            // A key with dot segments cannot be asked for: an error, and nothing anywhere.
            Assert.All(outcome.Errors, error => Assert.StartsWith("InvalidIdentifier,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
            Assert.All(outcome.Of<SavedRecording>(), saved => Assert.StartsWith(_folder.FullName + Path.DirectorySeparatorChar, saved.Path, StringComparison.Ordinal));
            Assert.Equal(1, outcome.Errors.Count + outcome.Output.Count);
        }
    }

    [Fact]
    public void Korean_in_either_form_is_one_file()
    {
        string name = new string('뉴', 100) + ".mp4";
        string id = _studio.Emulator.Channels.Add("show");
        _studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH", fileName: name);
        string other = _studio.Emulator.Channels.Add("show");
        _studio.Emulator.Recordings.Add(other, 1, "TRANSFER_FINISH", fileName: name.Normalize(System.Text.NormalizationForm.FormD));

        Outcome outcome = _studio.Run($"Get-LsRecording {id}, {other} | Save-LsRecording $folder -FileName '{{FileName}}'");

        Assert.Equal("FileNameTaken,LiveStation.PowerShell.SaveLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public void Two_that_would_have_one_name_are_not_mixed()
    {
        string id = Stored(2);

        Outcome outcome = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder -FileName '{{ChannelId}}'");

        Assert.Equal("FileNameTaken,LiveStation.PowerShell.SaveLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
        Assert.Single(outcome.Output);
    }

    [Theory]
    [InlineData("-FileName '{Nothing}'", "FileNameTemplateInvalid")]
    [InlineData("-Path Variable:x", "PathNotInFileSystem")]
    public void What_cannot_be_meant_ends_the_command_before_anything_is_sent(string parameters, string id)
    {
        string channel = Stored(1);
        string path = parameters.Contains("-Path", StringComparison.Ordinal) ? "" : "-Path $folder";

        ErrorRecord error = _studio.Shell.Terminating($"$r = [LiveStation.Recording] @{{ ChannelId = '{channel}'; RecordId = 1 }}; Save-LsRecording -InputObject $r {path} {parameters}");

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/evening/films")]
    public void A_file_where_the_folder_should_be_is_said_before_anything_is_sent(string below)
    {
        string channel = Stored(1);
        string file = Path.GetTempFileName();

        ErrorRecord error = _studio.Shell.Terminating($"Save-LsRecording '{file}{below}' -ChannelId {channel} -RecordId 1");

        File.Delete(file);
        Assert.StartsWith("TargetIsFile,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(file + ": there is a file of this name where the folder should be", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_studio.Emulator.Requests);
    }

    [Fact]
    public void An_id_by_position_is_told_by_which_names_recordings_go()
    {
        ErrorRecord error = _studio.Shell.Terminating("Save-LsRecording ls-20200313162828-G60tN 2700007");

        Assert.Contains("-ChannelId and -RecordId", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_studio.Emulator.Requests);
    }

    [Fact]
    public void A_key_that_the_store_refuses_ends_the_command()
    {
        string id = Stored(3);
        _studio.Emulator.Faults.Add(Fault.StorageError("InvalidAccessKeyId").On(null, ".mp4").Always());

        ErrorRecord error = _studio.Shell.Terminating($"Get-LsRecording {id} | Save-LsRecording $folder");

        // A head is refused without words, so it is asked once more in a way that has an answer.
        Assert.Equal("StorageKeyRefused,LiveStation.PowerShell.SaveLsRecordingCommand", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Stopped_and_run_again_it_goes_on()
    {
        string id = Stored(1);
        string key = _studio.Emulator.Storage.Keys("show-archive")[0];
        _studio.Emulator.Storage.PutNoise("show-archive", key, 24 * 1024 * 1024);
        _studio.Emulator.Faults.Add(Fault.SlowBody(TimeSpan.FromMilliseconds(100), 200_000).On("GET", ".mp4").Always());
        using Running running = _studio.Shell.Start($"Get-LsRecording {id} | Save-LsRecording $folder -PartSizeMB 1");
        Assert.True(SpinWait.SpinUntil(() => _studio.Emulator.Requests.Count(request => request.Range is not null) > 8, Running.Patience));
        running.Stop();
        _studio.Emulator.Faults.Clear();

        SavedRecording saved = Assert.Single(_studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Quiet().Of<SavedRecording>());

        Assert.True(saved.Resumed);
        Assert.Equal(_studio.Emulator.Storage.Read("show-archive", key), File.ReadAllBytes(saved.Path!));
        Assert.Equal(0, _studio.Line.Open);
    }

    [Fact]
    public void Progress_tells_of_all_and_of_each_and_not_too_often()
    {
        string id = Stored(1);
        _studio.Emulator.Storage.PutNoise("show-archive", _studio.Emulator.Storage.Keys("show-archive")[0], 3 * 1024 * 1024);
        _studio.Emulator.Faults.Add(Fault.SlowBody(TimeSpan.FromMilliseconds(20), 65_536).On("GET", ".mp4").Always());

        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        Outcome outcome = _studio.Run($"$ProgressPreference = 'Continue'; Get-LsRecording {id} | Save-LsRecording $folder");

        IReadOnlyList<ProgressRecord> all = [.. outcome.Progress.Where(record => record.ActivityId == 10 && record.RecordType == ProgressRecordType.Processing)];
        Assert.NotEmpty(all);
        Assert.InRange(all.Count, 1, (int)(watch.Elapsed.TotalSeconds * 5) + 1);
        Assert.Contains("of 3.1 MB", all[^1].StatusDescription, StringComparison.Ordinal);
        Assert.Contains(outcome.Progress, record => record.ParentActivityId == 10 && record.Activity.EndsWith(".mp4", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, outcome.Progress[^1].RecordType);
    }

    [Fact]
    public void What_it_writes_survives_a_file_and_a_job()
    {
        string id = Stored(1);

        SavedRecording copy = Assert.Single(_studio.Run($"""
            $saved = Get-LsRecording {id} | Save-LsRecording $folder
            [LiveStation.SavedRecording] [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($saved))
            """).Quiet().Of<SavedRecording>());

        Assert.Equal((SaveStatus.Saved, SaveVerification.Length | SaveVerification.Md5, id), (copy.Status, copy.HowVerified, copy.ChannelId));
    }

    [Fact]
    public void Forced_it_overwrites_what_differs()
    {
        string id = Stored(1);
        string path = _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Of<SavedRecording>()[0].Path!;
        File.WriteAllText(path, "mine");

        Assert.Equal("FileDiffers,LiveStation.PowerShell.SaveLsRecordingCommand", _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder").OneError().FullyQualifiedErrorId);
        Assert.Equal("mine", File.ReadAllText(path));
        Assert.Equal(SaveStatus.Saved, _studio.Run($"Get-LsRecording {id} | Save-LsRecording $folder -Force").Quiet().Of<SavedRecording>()[0].Status);
    }

    [Fact]
    public void What_was_asked_for_but_never_ends_is_a_time_out_after_what_came()
    {
        using Studio slow = new(Studio.AtOnce with { Transfer = TimeSpan.FromHours(1) });
        string id = slow.Emulator.Channels.Add("show");
        slow.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH");
        slow.Emulator.Recordings.Add(id, 1);
        slow.Shell.Set("folder", _folder.FullName);

        Outcome outcome = slow.Run($"Get-LsRecording {id} | Save-LsRecording $folder -BucketName archive -TimeoutSec 1");

        Assert.Single(outcome.Output);
        Assert.Equal("WaitTimeout,LiveStation.PowerShell.SaveLsRecordingCommand", outcome.OneError().FullyQualifiedErrorId);
    }

    [Fact]
    public void Objects_are_listed_and_a_bucket_that_is_not_there_is_an_error()
    {
        Stored(3);

        Assert.Equal(_studio.Emulator.Storage.Keys("show-archive"), _studio.Run("Get-LsStoredObject show-archive").Quiet().Of<StoredObject>().Select(item => item.Key));
        Assert.Empty(_studio.Run("Get-LsStoredObject show-archive -Prefix nothing/").Quiet().Output);
        Assert.Equal("BucketNotFound,LiveStation.PowerShell.GetLsStoredObjectCommand", _studio.Run("Get-LsStoredObject nowhere").OneError().FullyQualifiedErrorId);
    }

    [Fact]
    public void Objects_of_a_bucket_are_no_recordings()
    {
        const string said = "An object in a bucket was given where a recording was meant.";
        Stored(1);

        Assert.Contains(said, _studio.Run("Get-LsStoredObject show-archive | Save-LsRecording $folder").OneError().ToString(), StringComparison.Ordinal);
        Assert.Contains(said, _studio.Shell.Terminating("Save-LsRecording (Get-LsStoredObject show-archive) $folder").ToString(), StringComparison.Ordinal);
    }

    private string Stored(int count)
    {
        string id = _studio.Emulator.Channels.Add("show");
        _studio.Emulator.Recordings.Add(id, count, "TRANSFER_FINISH");
        return id;
    }
}
