using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Storage;

/// <summary>AWS.Tools in the same session, before and after: the module brings nothing that could meet its assemblies.</summary>
public class SideBySideTests
{
    [Fact]
    public async Task The_SDK_of_others_works_before_and_after_and_no_other_copy_of_it_is_loaded()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add("show");
        studio.Emulator.Recordings.Add(id, 1, "TRANSFER_FINISH");
        await using EmulatorServer server = await EmulatorServer.StartAsync(studio.Emulator, cancellationToken: TestContext.Current.CancellationToken);
        using AmazonS3Client client = new(new BasicAWSCredentials(studio.Emulator.AccessKeyId, studio.Emulator.GetSecretKey()), new AmazonS3Config { ServiceURL = server.BaseAddress.AbsoluteUri, AuthenticationRegion = "kr-standard", ForcePathStyle = true });
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ls-");

        Assert.Single((await client.ListObjectsAsync("show-archive", TestContext.Current.CancellationToken)).S3Objects);
        Assert.Single(studio.Run($"$ProgressPreference = 'SilentlyContinue'; Get-LsRecording {id} | Save-LsRecording '{folder.FullName}'").Quiet().Output);
        Assert.Single((await client.ListObjectsAsync("show-archive", TestContext.Current.CancellationToken)).S3Objects);

        Assert.Equal(1, AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == "AWSSDK.Core"));
        Assert.All(Directory.GetFiles(Path.Combine(Shell.Root, "bin", "net8.0"), "*.dll"), file => Assert.StartsWith("LiveStation.", Path.GetFileName(file), StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }
}
