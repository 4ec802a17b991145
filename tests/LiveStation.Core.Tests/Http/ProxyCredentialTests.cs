#if !NETFRAMEWORK // SocketsHttpHandler
using System.Net.Http;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>The login of this machine's user goes to the system's proxy, and to one that a variable names only when asked for.</summary>
public class ProxyCredentialTests
{
    [Theory]
    [InlineData(null, false, true)]
    [InlineData("HTTPS_PROXY", false, false)]
    [InlineData("https_proxy", false, false)]
    [InlineData("ALL_PROXY", false, false)]
    [InlineData("HTTPS_PROXY", true, true)]
    public void A_proxy_of_the_environment_is_not_offered_a_login(string? variable, bool isAskedFor, bool isOffered)
    {
        using SocketsHttpHandler handler = (SocketsHttpHandler)SharedTransport.CreateHandler(isAskedFor, name => name == variable ? "http://proxy.example:3128" : null);

        Assert.Equal(isOffered, handler.DefaultProxyCredentials is not null);
    }
}
#endif
