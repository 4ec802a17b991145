using System;
using System.Net.Http;

namespace LiveStation;

/// <summary>A way to send requests, which knows the proxy on it.</summary>
internal sealed class Transport : HttpMessageInvoker
{
    private readonly ProxyChoice? _proxy;

    /// <summary>Makes one.</summary>
    /// <param name="handler">What sends. Not disposed.</param>
    /// <param name="proxy">The proxy that it goes through; null where that is the handler's own matter.</param>
    public Transport(HttpMessageHandler handler, ProxyChoice? proxy = null)
        : base(handler, disposeHandler: false) => _proxy = proxy;

    /// <summary>The proxy on the way to an address; null where there is none, or nobody knows.</summary>
    /// <exception cref="LiveStationArgumentException">The environment names something that is no proxy.</exception>
    public Uri? ProxyTo(Uri destination) => _proxy?.GetProxy(destination);

    /// <summary>The same in words, with who named it.</summary>
    /// <inheritdoc cref="ProxyTo"/>
    public string? DescribeProxyTo(Uri destination) => _proxy?.Describe(destination);
}
