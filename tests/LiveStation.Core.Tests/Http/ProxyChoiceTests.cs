using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Xunit;

namespace LiveStation.Core.Tests.Http;

/// <summary>Which proxy a call goes through, and which login that proxy gets.</summary>
public class ProxyChoiceTests
{
    private static readonly Uri Service = new("https://livestation.apigw.ntruss.com/api/v2");

    [Theory]
    [InlineData(null, "", null)]
    [InlineData(null, "HTTPS_PROXY=http://proxy.example:3128", "http://proxy.example:3128 (HTTPS_PROXY)")]
    [InlineData(null, "HTTPS_PROXY=proxy.example:3128", "http://proxy.example:3128 (HTTPS_PROXY)")]
    [InlineData(null, "https_proxy=http://proxy.example", "http://proxy.example (https_proxy)")]
    [InlineData(null, "ALL_PROXY=http://all.example:1;HTTPS_PROXY=http://proxy.example:2", "http://proxy.example:2 (HTTPS_PROXY)")]
    [InlineData(null, "all_proxy=http://all.example:1", "http://all.example:1 (all_proxy)")]
    [InlineData(null, "HTTPS_PROXY=http://someone:pass-marker@proxy.example:3128/", "http://proxy.example:3128 (HTTPS_PROXY)")]
    [InlineData(null, "HTTP_PROXY=http://plain.example:1", null)]
    [InlineData(null, "HTTPS_PROXY= ", null)]
    [InlineData("http://given.example:8080", "HTTPS_PROXY=http://proxy.example:3128;NO_PROXY=*", "http://given.example:8080 (-Proxy)")]
    public void The_given_one_counts_before_the_environments(string? given, string variables, string? expected)
    {
        ProxyChoice proxy = Choose(given, variables);

        Assert.Equal(expected, proxy.Describe(Service));
        Assert.Equal(expected?.Split(' ')[0], proxy.GetProxy(Service) is { } found ? ProxyChoice.Shown(found) : null);
        Assert.Equal(expected is null, proxy.IsBypassed(Service));
    }

    [Theory]
    [InlineData("livestation.apigw.ntruss.com", true)]
    [InlineData("LIVESTATION.apigw.ntruss.com", true)]
    [InlineData("ntruss.com", true)]
    [InlineData(".ntruss.com", true)]
    [InlineData("*.ntruss.com", true)]
    [InlineData("other.example, ntruss.com", true)]
    [InlineData("other.example;ntruss.com", true)]
    [InlineData("*", true)]
    [InlineData("ntruss.com:443", true)]
    [InlineData("ntruss.com:8443", false)]
    [InlineData("truss.com", false)]
    [InlineData("apigw", false)]
    [InlineData("", false)]
    [InlineData(",,", false)]
    public void What_NO_PROXY_names_is_reached_without(string exceptions, bool isReachedWithout)
    {
        Assert.Equal(isReachedWithout, Choose(null, "HTTPS_PROXY=http://proxy.example:3128", exceptions).IsBypassed(Service));
        Assert.Equal(!isReachedWithout, Choose(null, "HTTPS_PROXY=http://proxy.example:3128", exceptions).GetProxy(Service) is not null);
    }

    [Theory]
    [InlineData("https://[2001:db8::7]/", "2001:db8::7", true)]
    [InlineData("https://[2001:db8::7]/", "[2001:db8::7]", true)]
    [InlineData("https://10.0.0.7/", "10.0.0.7", true)]
    [InlineData("https://10.0.0.7/", "10.0.0.70", false)]
    public void Numbers_are_excepted_as_a_whole(string destination, string exceptions, bool isReachedWithout) =>
        Assert.Equal(isReachedWithout, Choose(null, "HTTPS_PROXY=http://proxy.example:3128", exceptions).IsBypassed(new Uri(destination)));

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:80/")]
    public void Calls_to_this_machine_never_leave_it(string destination)
    {
        Assert.True(Choose("http://given.example:8080", "").IsBypassed(new Uri(destination)));
        Assert.True(Choose(null, "HTTPS_PROXY=http://proxy.example:3128").IsBypassed(new Uri(destination)));
    }

    [Fact]
    public void Variables_that_change_count_from_the_next_call()
    {
        Dictionary<string, string?> variables = [];
        ProxyChoice proxy = new(null, null, false, name => variables.TryGetValue(name, out string? value) ? value : null, new WebProxy());
        Assert.Null(proxy.GetProxy(Service));

        variables["HTTPS_PROXY"] = "http://proxy.example:3128";

        Assert.Equal(new Uri("http://proxy.example:3128"), proxy.GetProxy(Service));
    }

    [Theory]
    [InlineData("ftp://pass-marker.example", "-Proxy begins with neither http://")]
    [InlineData("http://someone:pass-marker@proxy.example", "-Proxy holds a user name or password")]
    [InlineData("http://proxy.example/pass-marker", "-Proxy holds more than scheme, machine and port")]
    public void What_is_no_address_of_a_proxy_is_refused_and_not_quoted(string given, string reason)
    {
        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => Choose(given, ""));

        Assert.Equal("InvalidProxy", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-marker", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://pass-marker.example", "HTTPS_PROXY begins with neither http://")]
    [InlineData("http://:pass-marker", "HTTPS_PROXY is no address")]
    [InlineData("http://proxy.example/?pass-marker", "HTTPS_PROXY holds more than")]
    public void A_broken_variable_is_told_by_its_name_and_not_passed_over(string value, string reason)
    {
        ProxyChoice proxy = Choose(null, "HTTPS_PROXY=" + value);

        LiveStationArgumentException error = Assert.Throws<LiveStationArgumentException>(() => proxy.GetProxy(Service));

        Assert.Equal("InvalidProxy", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-marker", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "", false, "the user's")]
    [InlineData(null, "HTTPS_PROXY=http://proxy.example:3128", false, null)]
    [InlineData(null, "https_proxy=http://proxy.example:3128", false, null)]
    [InlineData(null, "ALL_PROXY=http://proxy.example:3128", false, null)]
    [InlineData(null, "HTTPS_PROXY=http://proxy.example:3128", true, "the user's")]
    [InlineData(null, "HTTPS_PROXY=http://some%40one:a%3Ab@proxy.example:3128", true, "some@one/a:b")]
    [InlineData(null, "HTTPS_PROXY=http://someone@proxy.example:3128", false, "someone/")]
    [InlineData("http://given.example", "HTTPS_PROXY=http://someone:else@proxy.example:3128", false, null)]
    [InlineData("http://given.example", "", true, "the user's")]
    public void The_login_of_this_machines_user_goes_to_the_systems_proxy_and_to_others_when_asked_for(string? given, string variables, bool isOffered, string? expected)
    {
        NetworkCredential? login = Choose(given, variables, offersLogin: isOffered).GetCredential(new Uri("http://proxy.example:3128"), "NTLM");

        Assert.Equal(expected, login is null ? null : login == CredentialCache.DefaultNetworkCredentials ? "the user's" : $"{login.UserName}/{login.Password}");
    }

    [Fact]
    public void A_given_login_goes_to_whichever_proxy_it_is()
    {
        NetworkCredential login = new("someone", "x");

        Assert.Same(login, new ProxyChoice(null, login, true, _ => null, new WebProxy()).GetCredential(new Uri("http://proxy.example"), "Basic"));
        Assert.Same(login, new ProxyChoice(new Uri("http://given.example"), login, true, _ => null, new WebProxy()).GetCredential(new Uri("http://given.example"), "Basic"));
    }

    private static ProxyChoice Choose(string? given, string variables, string exceptions = "", bool offersLogin = false)
    {
        Dictionary<string, string> environment = variables.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split(['='], 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        if (!environment.ContainsKey("NO_PROXY"))
        {
            environment["NO_PROXY"] = exceptions;
        }

        return new ProxyChoice(given is null ? null : new Uri(given), null, offersLogin, name => environment.TryGetValue(name, out string? value) ? value : null, new WebProxy());
    }
}
