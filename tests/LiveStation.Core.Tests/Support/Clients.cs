using System;
using System.Net.Http;
using LiveStation.Emulator;

namespace LiveStation.Core.Tests.Support;

/// <summary>Clients of the servers and handlers of these tests.</summary>
internal static class Clients
{
    /// <summary>A client over real sockets.</summary>
    public static LiveStationClient At(RawServer server, TimeSpan? timeout = null, int maxAttempts = 3, TimeProvider? time = null) =>
        new(new LiveStationClientOptions(Keys.Credential)
        {
            Endpoint = server.Address,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            MaxAttempts = maxAttempts,
            TimeProvider = time ?? new TestTime(),
        });

    /// <summary>A client of a handler.</summary>
    public static LiveStationClient Of(HttpMessageHandler handler, TimeSpan? timeout = null, int maxAttempts = 3, TimeProvider? time = null) =>
        new(new LiveStationClientOptions(Keys.Credential)
        {
            Handler = handler,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            MaxAttempts = maxAttempts,
            TimeProvider = time ?? new TestTime(),
        });

    /// <summary>An offline service that knows the key pair of these tests.</summary>
    public static LiveStationEmulator Emulator(TimeProvider? time = null, string secretKey = Keys.SecretKey) =>
        new(new EmulatorOptions { AccessKeyId = Keys.AccessKey, SecretKey = secretKey, TimeProvider = time ?? TimeProvider.System });

    /// <summary>The pipeline itself, for methods that no operation sends yet.</summary>
    public static HttpPipeline Pipeline(RawServer server, TimeSpan? timeout = null, int maxAttempts = 3, TimeProvider? time = null) =>
        new(
            SharedTransport.Service.For(null, null, null, false),
            Keys.Credential,
            new Uri(server.Address, "/api/v2"),
            "KR",
            timeout ?? TimeSpan.FromSeconds(30),
            new PipelineState(time ?? new TestTime(), maxAttempts, TimeSpan.FromSeconds(120)));
}
