using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Xunit;

namespace LiveStation.PowerShell.Tests.Storage;

/// <summary>A store that nobody here wrote: s3rver of npm, in a process of its own. LIVESTATION_S3RVER names the folder in which npm has installed it.</summary>
internal sealed class S3Rver : IAsyncDisposable
{
    public const string Bucket = "archive";
    public const string Key = "S3RVER";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private S3Rver(Process process, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
        Client = new AmazonS3Client(new BasicAWSCredentials(Key, Key), new AmazonS3Config
        {
            ServiceURL = address.AbsoluteUri,
            AuthenticationRegion = "kr-standard",
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public Uri Address { get; }

    public AmazonS3Client Client { get; }

    public static async Task<S3Rver> StartAsync(CancellationToken cancellationToken)
    {
        string? home = Environment.GetEnvironmentVariable("LIVESTATION_S3RVER");
        Assert.SkipWhen(string.IsNullOrEmpty(home), "LIVESTATION_S3RVER is not set: .ci/run installs s3rver from npm and sets it.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("ls-s3rver-");
        int port = FreePort();
        ProcessStartInfo start = new("node", [Path.Combine(home!, "node_modules", "s3rver", "bin", "s3rver.js"), "--address", "127.0.0.1", "--port", $"{port}", "--directory", folder.FullName, "--configure-bucket", Bucket, "--silent"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        S3Rver server = new(process, folder, new Uri($"http://127.0.0.1:{port}"));
        using HttpClient anybody = new();
        for (Stopwatch watch = Stopwatch.StartNew(); ; await Task.Delay(50, cancellationToken))
        {
            try
            {
                using HttpResponseMessage _ = await anybody.GetAsync(server.Address, cancellationToken);
                return server;
            }
            catch (HttpRequestException) when (watch.Elapsed < Running.Patience && !process.HasExited)
            {
                // Not yet.
            }
        }
    }

    public async Task PutAsync(string key, byte[] content, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new(content);
        await Client.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = stream, UseChunkEncoding = false }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
