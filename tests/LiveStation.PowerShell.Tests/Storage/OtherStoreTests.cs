using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Storage;

/// <summary>The service is the offline one, the store is s3rver: what is saved comes from a server that nobody here wrote.</summary>
public sealed class OtherStoreTests : IAsyncLifetime
{
    private readonly LiveStationEmulator _emulator = new(new EmulatorOptions { AccessKeyId = S3Rver.Key, SecretKey = S3Rver.Key, Seed = false, Pace = Studio.AtOnce });
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ls-");
    private EmulatorServer? _service;
    private S3Rver? _store;
    private Shell? _shell;

    public async ValueTask InitializeAsync()
    {
        _store = await S3Rver.StartAsync(TestContext.Current.CancellationToken);
        _service = await EmulatorServer.StartAsync(_emulator, cancellationToken: TestContext.Current.CancellationToken);
        LiveStationClientOptions options = new(new AccessKeyCredential(S3Rver.Key, S3Rver.Key)) { Endpoint = _service.BaseAddress, StorageEndpoint = _store.Address };
        _shell = new Shell();
        _shell.Set("ctx", new LsContext(options, "test"));
        _shell.Set("folder", _folder.FullName);
        _shell.Run("$PSDefaultParameterValues = @{ '*-Ls*:Context' = $ctx }; $ProgressPreference = 'SilentlyContinue'").Quiet();
    }

    public async ValueTask DisposeAsync()
    {
        _shell?.Dispose();
        _folder.Delete(recursive: true);
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_line_brings_home_what_is_there()
    {
        string id = _emulator.Channels.Add("show", recordFormat: "ALL");
        _emulator.Recordings.Add(id, 3);
        _emulator.Recordings.Add(id, 1, recordType: "HLS");
        _shell!.Run($"Get-LsRecording {id} | Export-LsRecording -BucketName {S3Rver.Bucket} -Wait").Quiet();
        foreach (string key in _emulator.Storage.Keys(S3Rver.Bucket))
        {
            await _store!.PutAsync(key, _emulator.Storage.Read(S3Rver.Bucket, key), TestContext.Current.CancellationToken);
        }

        IReadOnlyList<SavedRecording> saved = _shell.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Quiet().Of<SavedRecording>();

        Assert.Equal(4, saved.Count);
        Assert.All(saved, item => Assert.Equal((SaveStatus.Saved, SaveVerification.Length | SaveVerification.Md5), (item.Status, item.HowVerified)));
        Assert.All(saved, item => Assert.Equal(_emulator.Storage.Read(S3Rver.Bucket, item.Key!), File.ReadAllBytes(item.Path!)));
        Assert.All(_shell.Run($"Get-LsRecording {id} | Save-LsRecording $folder").Quiet().Of<SavedRecording>(), item => Assert.Equal(SaveStatus.AlreadySaved, item.Status));
        Assert.DoesNotContain(_emulator.Requests, request => request.PathAndQuery.StartsWith("/archive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ranges_come_and_a_byte_that_changed_on_the_disk_is_found()
    {
        string id = _emulator.Channels.Add("show");
        _emulator.Recordings.Add(id, 1);
        Recording recording = Assert.Single(_shell!.Run($"Get-LsRecording {id} | Export-LsRecording -BucketName {S3Rver.Bucket} -Wait | Get-LsRecording").Quiet().Of<Recording>());
        byte[] content = new byte[(9 * 1024 * 1024) + 5];
        new Random(1).NextBytes(content);
        await _store!.PutAsync(recording.UploadPath!, content, TestContext.Current.CancellationToken);

        SavedRecording saved = Assert.Single(_shell.Run($"Get-LsRecording {id} | Save-LsRecording $folder -PartSizeMB 1").Quiet().Of<SavedRecording>());
        Assert.Equal(content, File.ReadAllBytes(saved.Path!));

        using (FileStream file = new(saved.Path!, FileMode.Open))
        {
            file.Seek(5_000_000, SeekOrigin.Begin);
            file.WriteByte((byte)(content[5_000_000] ^ 1));
        }

        ErrorRecord error = _shell.Run($"Get-LsRecording {id} | Save-LsRecording $folder").OneError();
        Assert.StartsWith("FileDiffers,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_of_a_list_come_and_what_is_not_there_is_told()
    {
        for (int i = 0; i < 1010; i++)
        {
            await _store!.PutAsync($"가/{i:0000}+&.txt", [1], TestContext.Current.CancellationToken);
        }

        Assert.Equal(Enumerable.Range(0, 1010).Select(i => $"가/{i:0000}+&.txt"), _shell!.Run($"Get-LsStoredObject {S3Rver.Bucket} -Prefix 가/").Quiet().Of<StoredObject>().Select(item => item.Key));
        Assert.StartsWith("BucketNotFound,", _shell.Run("Get-LsStoredObject nowhere").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
