using System;
using System.Net;
using System.Net.Http;

namespace LiveStation;

/// <summary>Where and how a <see cref="LiveStationClient"/> calls.</summary>
public sealed class LiveStationClientOptions
{
    /// <summary>Makes options with the defaults.</summary>
    /// <param name="credential">Whose calls they are.</param>
    public LiveStationClientOptions(AccessKeyCredential credential)
    {
        Credential = credential ?? throw new ArgumentNullException(nameof(credential));
    }

    /// <summary>Whose calls they are.</summary>
    public AccessKeyCredential Credential { get; }

    /// <summary>The zone: gives the path prefix and the default region.</summary>
    public Zone Zone { get; init; }

    /// <summary>Region header; <see langword="null"/> for the zone's own (KR, FKR).</summary>
    public string? RegionCode { get; init; }

    /// <summary>Scheme, host and port of another address than the vendor's; a path in it replaces the zone's prefix. Https, or http on loopback. <see langword="null"/> for the vendor's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Scheme, host and port of Object Storage. Https, or http on loopback. <see langword="null"/> for the zone's own.</summary>
    public Uri? StorageEndpoint { get; init; }

    /// <summary>Region that signatures for Object Storage name; <see langword="null"/> for the zone's own (kr-standard, fin-standard).</summary>
    public string? StorageRegion { get; init; }

    /// <summary>How long to wait for the headers of an answer, and for each further piece of its body. 30 s unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is sent at the most, retries included. 3 unless set.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long the gateway may refuse everything (429) before many calls that belong together give up. 120 s unless set.</summary>
    public TimeSpan ThrottleTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>The proxy for every call but those to this machine, as http://machine:port; <see langword="null"/> for the one that the environment names (HTTPS_PROXY, ALL_PROXY, NO_PROXY), or else the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>What to log in to the proxy with; <see langword="null"/> for what the environment says, or nothing.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Whether the login of this machine's user is offered to a proxy that is given or that the environment names too; the system's proxy gets it anyway.</summary>
    public bool ProxyUseDefaultCredentials { get; init; }

    /// <summary>Another transport than the process's shared connections, for example an offline service; <see langword="null"/> for those. Not disposed.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>The clock for timestamps and pauses between attempts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
