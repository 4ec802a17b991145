using System;
using System.Linq;
using System.Net;

namespace LiveStation;

/// <summary>
/// The proxy of a call: the one that was given, or else the environment's, or else the system's; none for loopback, for plain http is
/// allowed there only because it does not leave the machine. One set of rules on every runtime, read anew for each call: .NET Framework
/// knows no variables, and .NET reads them once in the life of a process.
/// </summary>
/// <remarks>It is also the login of that proxy. Whoever can set a variable must not collect logins of this machine's user.</remarks>
internal sealed class ProxyChoice : IWebProxy, ICredentials
{
    private static readonly string[] Variables = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] Exceptions = ["no_proxy", "NO_PROXY"];
#if NETFRAMEWORK
    private static readonly string[] Schemes = ["http"];
#else
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#endif

    private readonly Uri? _given;
    private readonly NetworkCredential? _login;
    private readonly bool _offersLogin;
    private readonly Func<string, string?> _environment;
    private readonly IWebProxy _system;

    /// <summary>Makes the choice.</summary>
    /// <param name="given">The proxy for every call; null for the environment's or the system's.</param>
    /// <param name="login">What to log in with; null for what the environment says, or nothing.</param>
    /// <param name="offersLogin">Whether the login of this machine's user goes to a proxy that the system does not name, too.</param>
    /// <param name="environment">Gives the value of a variable, or null.</param>
    /// <param name="system">The system's proxy.</param>
    /// <exception cref="LiveStationArgumentException">The given address is none of a proxy.</exception>
    public ProxyChoice(Uri? given, NetworkCredential? login, bool offersLogin, Func<string, string?> environment, IWebProxy system)
    {
        _given = given is null ? null : Checked(given, "-Proxy");
        _login = login;
        _offersLogin = offersLogin;
        _environment = environment;
        _system = system;
        if (given?.UserInfo.Length > 0)
        {
            throw Invalid("-Proxy", "holds a user name or password");
        }
    }

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>The proxy on the way to an address; null where there is none.</summary>
    /// <exception cref="LiveStationArgumentException">The environment names something that is no proxy.</exception>
    public Uri? GetProxy(Uri destination) => Find(destination).Address;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    /// <summary>What somebody should read of the proxy on the way to an address: where it is, who named it, and no login.</summary>
    /// <exception cref="LiveStationArgumentException">The environment names something that is no proxy.</exception>
    public string? Describe(Uri destination) => Find(destination) is { Address: { } address } found ? $"{Shown(address)} ({found.Source})" : null;

    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType)
    {
        if (_login is not null)
        {
            return _login;
        }

        if (_given is null && FromEnvironment() is not { } named)
        {
            return (_system.Credentials ?? CredentialCache.DefaultCredentials).GetCredential(uri, authType);
        }

        return _given is null && Login(FromEnvironment()!.Value.Address) is { } written ? written
            : _offersLogin ? CredentialCache.DefaultCredentials.GetCredential(uri, authType)
            : null;
    }

    /// <summary>An address of a proxy as it may be shown.</summary>
    public static string Shown(Uri proxy) => proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);

    private (Uri? Address, string Source) Find(Uri destination)
    {
        if (destination.IsLoopback)
        {
            return default;
        }

        if (_given is not null)
        {
            return (_given, "-Proxy");
        }

        if (FromEnvironment() is { } named)
        {
            return IsExcepted(destination) ? default : (new Uri(Shown(named.Address)), named.Variable);
        }

        // .NET Framework gives the address itself where there is no proxy.
        return !_system.IsBypassed(destination) && _system.GetProxy(destination) is { } proxy && proxy != destination ? (proxy, "the system's") : default;
    }

    private (Uri Address, string Variable)? FromEnvironment()
    {
        foreach (string variable in Variables)
        {
            if (_environment(variable)?.Trim() is { Length: > 0 } text)
            {
                return Uri.TryCreate(text.Contains("://") ? text : "http://" + text, UriKind.Absolute, out Uri? address)
                    ? (Checked(address, variable), variable)
                    : throw Invalid(variable, "is no address");
            }
        }

        return null;
    }

    // As curl reads it: a name is meant with everything below it, a star means everything.
    private bool IsExcepted(Uri destination) => Array.Find(Exceptions, name => _environment(name) is { Length: > 0 }) is { } variable
        && _environment(variable)!.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Any(entry => IsMeant(entry, destination));

    private static bool IsMeant(string entry, Uri destination)
    {
        string name = entry.TrimStart('*').TrimStart('.');
        if (name.Length == 0)
        {
            return entry == "*";
        }

        int colon = name.LastIndexOf(':');
        if (colon > 0 && name.IndexOf(':') == colon)
        {
            if (name.Substring(colon + 1) != destination.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                return false;
            }

            name = name.Substring(0, colon);
        }

        string host = destination.DnsSafeHost;
        return string.Equals(host, name.Trim('[', ']'), StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase);
    }

    private static NetworkCredential? Login(Uri address)
    {
        if (address.UserInfo.Length == 0)
        {
            return null;
        }

        string[] parts = address.UserInfo.Split([':'], 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length < 2 ? "" : Uri.UnescapeDataString(parts[1]));
    }

    private static Uri Checked(Uri address, string source)
    {
        string? fault = !address.IsAbsoluteUri ? "is no absolute address"
            : !Schemes.Contains(address.Scheme) ? $"begins with neither {string.Join(" nor ", Schemes.Select(static scheme => scheme + "://"))}"
            : address.Host.Length == 0 ? "names no machine"
            : address.AbsolutePath.Trim('/').Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 ? "holds more than scheme, machine and port"
            : null;
        return fault is null ? address : throw Invalid(source, fault);
    }

    // The address is not quoted: a password may stand in it.
    private static LiveStationArgumentException Invalid(string source, string fault) => new(
        "InvalidProxy",
        $"The proxy in {source} {fault}. Nothing was sent.",
        source == "-Proxy" ? "Give -Proxy as http://machine:port, and a login with -ProxyCredential." : $"Write {source} as http://machine:port, or http://user:password@machine:port.");
}
