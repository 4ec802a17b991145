using System;
using System.Net;

namespace LiveStation;

/// <summary>The system's proxy, but never for loopback: plain http is allowed there only because it does not leave the machine.</summary>
internal sealed class LoopbackBypass(IWebProxy system) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => system.Credentials;
        set => system.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : system.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || system.IsBypassed(host);
}
