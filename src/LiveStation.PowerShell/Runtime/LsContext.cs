using System;
using LiveStation.Emulator;

namespace LiveStation.PowerShell;

/// <summary>Which account is called, where and how. Holds the secret key and never shows it.</summary>
public sealed class LsContext
{
    internal LsContext(LiveStationClientOptions options, string credentialSource, LiveStationEmulator? emulator = null)
    {
        Client = new LiveStationClient(options);
        Options = options;
        Seen = new SeenNames(options.TimeProvider);
        CredentialSource = credentialSource;
        Emulator = emulator;
    }

    /// <summary>The access key id; not a secret.</summary>
    public string AccessKeyId => Options.Credential.AccessKeyId;

    /// <summary>Where the key pair came from, in words.</summary>
    public string CredentialSource { get; }

    /// <summary>The zone.</summary>
    public Zone Zone => Options.Zone;

    /// <summary>The region that calls name.</summary>
    public string RegionCode => Client.RegionCode;

    /// <summary>Base address of the calls.</summary>
    public Uri Endpoint => Client.Endpoint;

    /// <summary>Address of Object Storage, where uploaded recordings lie.</summary>
    public Uri StorageEndpoint => Client.StorageEndpoint;

    /// <summary>Region that signatures for Object Storage name.</summary>
    public string StorageRegion => Client.StorageRegion;

    /// <summary>The proxy on the way to the service, with who named it, in words; <see langword="null"/> where there is none.</summary>
    public string? Proxy
    {
        get
        {
            try
            {
                return Client.Proxy;
            }
            catch (LiveStationArgumentException e)
            {
                // A context can be shown whatever somebody wrote into a variable; calls end with this error.
                return e.Message;
            }
        }
    }

    /// <summary>Time-out in seconds, for the headers of an answer and for each pause in its body.</summary>
    public double TimeoutSec => Options.Timeout.TotalSeconds;

    /// <summary>How often a call is sent at the most, retries included.</summary>
    public int MaxAttempts => Options.MaxAttempts;

    /// <summary>How long the gateway may let nothing through before many calls are given up, in seconds.</summary>
    public double ThrottleTimeoutSec => Options.ThrottleTimeout.TotalSeconds;

    /// <summary>The pace of calls in words: what the gateway was found to let through.</summary>
    public string Pace => Client.Pace;

    /// <summary>How far the service's clock was found ahead of this machine's; zero until a refused call showed otherwise.</summary>
    public TimeSpan ClockOffset => Client.ClockOffset;

    /// <summary>The offline service behind this context; <see langword="null"/> for the real one.</summary>
    public LiveStationEmulator? Emulator { get; }

    /// <summary>The time by the service's clock, as far as it is known.</summary>
    internal DateTimeOffset Now => Options.TimeProvider.GetUtcNow() + ClockOffset;

    internal LiveStationClient Client { get; }

    /// <summary>Where tables that stay in place are drawn; null for the terminal of this process, where there is one.</summary>
    internal ITerminal? Terminal { get; set; }

    internal SeenNames Seen { get; }

    internal LiveStationClientOptions Options { get; }

    /// <summary>Key id and address in one line.</summary>
    public override string ToString() => $"{AccessKeyId} at {Endpoint}";
}
