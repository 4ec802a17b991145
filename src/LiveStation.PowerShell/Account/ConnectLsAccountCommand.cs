using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using LiveStation.Emulator;

namespace LiveStation.PowerShell;

/// <summary>Chooses the account for the cmdlets of this session. Sends nothing; Test-LsConnection does.</summary>
[Cmdlet(VerbsCommunications.Connect, "LsAccount", DefaultParameterSetName = AmbientSet)]
[OutputType(typeof(LsContext))]
public sealed class ConnectLsAccountCommand : PlainCmdlet
{
    private const string KeysSet = "Keys";
    private const string CredentialSet = "Credential";
    private const string ProfileSet = "Profile";
    private const string SecretSet = "Secret";
    private const string EmulatorSet = "Emulator";
    private const string AmbientSet = "Ambient";
    private const string ContextSet = "Context";

    // The offline service takes them to say that it does not: what the binder says of sets of parameters helps nobody.
    private static readonly string[] OfNetwork = [nameof(Endpoint), nameof(StorageEndpoint), nameof(StorageRegion), nameof(Proxy), nameof(ProxyCredential), nameof(ProxyUseDefaultCredentials)];

    /// <summary>Access key id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string AccessKey { get; set; } = "";

    /// <summary>Secret key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeysSet)]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public SecureString SecretKey { get; set; } = null!;

    /// <summary>Access key id as user name, secret key as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CredentialSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>Name of a profile in the vendor CLI's file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProfileSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string ProfileName { get; set; } = "";

    /// <summary>That file, where it is not ~/.ncloud/configure.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [ValidateNotNullOrEmpty]
    public string? ProfilePath { get; set; }

    /// <summary>Name of a secret that holds the key pair, in a vault of SecretManagement.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string SecretName { get; set; } = "";

    /// <summary>The vault to look into; without it the default one, and then the others.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VaultNameCompleter))]
    public string? Vault { get; set; }

    /// <summary>Use the offline service: no account, no network.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EmulatorSet)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>A context that was kept, to be the one of this session again.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ContextSet)]
    [LivingContext]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public LsContext? Context { get; set; }

    /// <summary>Zone of the account.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet)]
    [Parameter(ParameterSetName = AmbientSet)]
    public Zone Zone { get; set; }

    /// <summary>Region that calls name.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? RegionCode { get; set; }

    /// <summary>Another address than the vendor's.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Uri? Endpoint { get; set; }

    /// <summary>Another address of Object Storage than the one of the zone.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Uri? StorageEndpoint { get; set; }

    /// <summary>Another region of Object Storage than the one of the zone.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string? StorageRegion { get; set; }

    /// <summary>Time-out in seconds, for the headers of an answer and for each pause in its body.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateRange(1, 3600)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>The proxy for every call but those to this machine, instead of the environment's or the system's.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public Uri? Proxy { get; set; }

    /// <summary>What to log in to the proxy with.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Offer the login of this machine's user to a proxy that is given or that the environment names.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet, DontShow = true)]
    [Parameter(ParameterSetName = AmbientSet)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>How often a call is sent at the most, retries included.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateRange(1, 10)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How long the gateway may let nothing through before many calls are given up, in seconds.</summary>
    [Parameter(ParameterSetName = KeysSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = EmulatorSet)]
    [Parameter(ParameterSetName = AmbientSet)]
    [ValidateRange(1, 3600)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleTimeoutSec { get; set; } = 120;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string[] surplus = ParameterSetName == EmulatorSet ? [.. OfNetwork.Where(MyInvocation.BoundParameters.ContainsKey).Select(static name => "-" + name)] : [];
        if (surplus.Length > 0)
        {
            ThrowTerminatingError(ErrorRecords.Of(
                new PSArgumentException($"-Emulator goes without {string.Join(", ", surplus)}: the offline service is in this process, and nothing of it goes over a network. Nothing was connected."),
                "NetworkForEmulator",
                ErrorCategory.InvalidArgument,
                null,
                $"Leave {string.Join(" and ", surplus)} out; or leave -Emulator out to connect to a service."));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            LsContext context = Context ?? (Emulator ? Offline() : Online());
            ContextStore.Connect(context);
            WriteVerbose($"Keys from: {context.CredentialSource}");
            WriteObject(context);
        }
        catch (LiveStationException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, null));
        }
    }

    private LsContext Offline()
    {
        LiveStationEmulator emulator = new();
        AccessKeyCredential credential = new(emulator.AccessKeyId, emulator.GetSecretKey());

        // The address is never dialled: the handler answers in this process.
        LiveStationClientOptions options = Options(credential, Zone, new Uri("https://emulator.localhost"), emulator.CreateHandler());
        return new LsContext(options, "offline service", emulator);
    }

    private LsContext Online()
    {
        ResolvedCredential resolved = Resolve();
        foreach (string warning in resolved.Warnings)
        {
            WriteWarning(warning);
        }

        Zone zone = MyInvocation.BoundParameters.ContainsKey(nameof(Zone)) ? Zone : resolved.Zone ?? Zone.Public;
        return new LsContext(Options(resolved.Credential, zone, Endpoint, null), resolved.Source);
    }

    private LiveStationClientOptions Options(AccessKeyCredential credential, Zone zone, Uri? endpoint, System.Net.Http.HttpMessageHandler? handler) => new(credential)
    {
        Zone = zone,
        // The variable is meant for the real service; the offline one has the region of its zone.
        RegionCode = RegionCode ?? (Emulator ? null : new CredentialChain().RegionCode),
        Endpoint = endpoint,

        // The offline service is a store too.
        StorageEndpoint = Emulator ? endpoint : StorageEndpoint,
        StorageRegion = StorageRegion,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        MaxAttempts = MaxAttempts,
        ThrottleTimeout = TimeSpan.FromSeconds(ThrottleTimeoutSec),
        Proxy = Proxy,
        ProxyCredential = ProxyCredential?.GetNetworkCredential(),
        ProxyUseDefaultCredentials = ProxyUseDefaultCredentials,
        Handler = handler,
    };

    private ResolvedCredential Resolve()
    {
        switch (ParameterSetName)
        {
            case KeysSet:
                return new ResolvedCredential(new AccessKeyCredential(AccessKey, new NetworkCredential("", SecretKey).Password), "parameters", null, []);
            case CredentialSet:
                return new ResolvedCredential(SecretVault.Pair(Credential), "parameter -Credential", null, []);
            case SecretSet:
                string place = Vault is null ? "" : $" of vault '{Vault}'";
                return new ResolvedCredential(SecretVault.ReadKeyPair(this, SecretName, Vault), $"secret '{SecretName}'{place}", null, []);
            case ProfileSet:
                string path = ProfilePath is null ? ProfileFile.DefaultPath : GetUnresolvedProviderPathFromPSPath(ProfilePath);
                return ProfileFile.Read(path).Resolve(ProfileName);
            default:
                ResolvedCredential? ambient = new CredentialChain().Resolve();
                if (ambient is null)
                {
                    ThrowTerminatingError(ErrorRecords.NotConnected());
                }

                return ambient!;
        }
    }
}
