using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;
using Xunit;

namespace LiveStation.PowerShell.Tests.Account;

public sealed class ConnectTests : IAsyncLifetime
{
    private readonly LiveStationEmulator _emulator = new();
    private readonly Shell _shell = new();
    private EmulatorServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EmulatorServer.StartAsync(_emulator, cancellationToken: TestContext.Current.CancellationToken);
        _shell.Set("endpoint", _server.BaseAddress.ToString());
        _shell.Set("key", _emulator.AccessKeyId);
        _shell.Set("secret", new NetworkCredential("", _emulator.GetSecretKey()).SecurePassword);
        _shell.Set("credential", new PSCredential(_emulator.AccessKeyId, new NetworkCredential("", _emulator.GetSecretKey()).SecurePassword));
    }

    public async ValueTask DisposeAsync()
    {
        _shell.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("-AccessKey $key -SecretKey $secret", "parameters")]
    [InlineData("-Credential $credential", "parameter -Credential")]
    public void Keys_that_are_given_sign_the_calls(string arguments, string source)
    {
        LsContext context = Assert.Single(_shell.Run($"Connect-LsAccount {arguments} -Endpoint $endpoint").Quiet().Of<LsContext>());

        Assert.Equal(_emulator.AccessKeyId, context.AccessKeyId);
        Assert.Equal(source, context.CredentialSource);
        Assert.Equal(new Uri(_server.BaseAddress, "/api/v2"), context.Endpoint);
        Assert.Equal("KR", context.RegionCode);
        Assert.Equal(Zone.Public, context.Zone);
        Assert.Equal(30, context.TimeoutSec);
        Assert.Equal(3, context.MaxAttempts);
        Assert.Null(context.Emulator);
        Assert.Empty(_emulator.Requests);
        Assert.Equal(4, _shell.Run("Get-LsChannel").Quiet().Output.Count);
    }

    [Fact]
    public void A_profile_of_the_vendors_file_signs_the_calls()
    {
        string path = Write($"""
            # made by the vendor's CLI
            [DEFAULT]
            ncloud_access_key_id = other
            ncloud_secret_access_key = other

            [work]
            ncloud_access_key_id = {_emulator.AccessKeyId}
            ncloud_secret_access_key = {_emulator.GetSecretKey()}
            ncloud_api_url = https://ncloud.apigw.ntruss.com
            """);
        _shell.Set("path", path);

        LsContext context = Assert.Single(_shell.Run("Connect-LsAccount -ProfileName work -ProfilePath $path -Endpoint $endpoint").Quiet().Of<LsContext>());

        Assert.Equal($"profile 'work' of {path}", context.CredentialSource);
        Assert.Equal(4, _shell.Run("Get-LsChannel").Quiet().Output.Count);
    }

    [Fact]
    public void A_secret_may_hold_an_equals_sign_and_a_path_may_be_relative()
    {
        string path = Write($"[a]\nncloud_access_key_id=KEY\nncloud_secret_access_key=ab==\nncloud_api_url=https://fin-ncloud.apigw.fin-ntruss.com\n");
        _shell.Set("folder", Path.GetDirectoryName(path));
        _shell.Run("$ExecutionContext.SessionState.Path.SetLocation($folder) > $null").Quiet();

        LsContext context = Assert.Single(_shell.Run($"Connect-LsAccount -ProfileName a -ProfilePath ./{Path.GetFileName(path)}").Quiet().Of<LsContext>());

        Assert.Equal(RequestSigner.Sign(new AccessKeyCredential("KEY", "ab=="), "GET", "/", "0"), RequestSigner.Sign(context.Options.Credential, "GET", "/", "0"));
        Assert.Equal("KEY", context.AccessKeyId);
        Assert.Equal(Zone.Financial, context.Zone);
        Assert.Equal("FKR", context.RegionCode);
        Assert.Equal("https://livestation.apigw.ntruss.com/api/fin-v2", context.Endpoint.AbsoluteUri);
        Assert.Equal(Zone.Public, Assert.Single(_shell.Run($"Connect-LsAccount -ProfileName a -ProfilePath ./{Path.GetFileName(path)} -Zone Public").Quiet().Of<LsContext>()).Zone);
    }

    [Theory]
    [InlineData("[a]\nncloud_access_key_id = VALUE-OF-KEY\n", "a", "CredentialIncomplete", "line 1", "ncloud_secret_access_key")]
    [InlineData("\n\n[a]\nncloud_secret_access_key = VALUE-OF-KEY\n", "a", "CredentialIncomplete", "line 3", "ncloud_access_key_id")]
    [InlineData("[a]\nncloud_access_key_id = \nncloud_secret_access_key = VALUE-OF-KEY", "a", "CredentialIncomplete", "line 1", "ncloud_access_key_id")]
    [InlineData("[a]\nncloud_access_key_id = x\nVALUE-OF-KEY\n", "a", "ProfileFileInvalid", "line 3", "key = value")]
    [InlineData("ncloud_secret_access_key = VALUE-OF-KEY\n[a]\n", "a", "ProfileFileInvalid", "line 1", "[section]")]
    [InlineData("[a]\nncloud_access_key_id = VALUE-OF-KEY\nncloud_secret_access_key = VALUE-OF-KEY\n", "b", "ProfileNotFound", "'b'", "It has: a")]
    [InlineData("[a]\nncloud_access_key_id = VALUE-OF-KEY\nncloud_secret_access_key = VALUE-OF-KEY\n", "A", "ProfileNotFound", "'A'", "It has: a")]
    [InlineData("", "a", "ProfileNotFound", "'a'", "It has")]
    public void A_broken_profile_is_an_error_that_names_the_place_and_no_value(string text, string profile, string errorId, string place, string rule)
    {
        string path = Write(text);
        _shell.Set("path", path);

        ErrorRecord error = _shell.Terminating($"Connect-LsAccount -ProfileName {profile} -ProfilePath $path");

        Assert.Equal(errorId + ",LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.IsType<LiveStationCredentialException>(error.Exception);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains(path, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(place, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(rule, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("VALUE-OF-KEY", error.Exception.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
    }

    [Fact]
    public void A_proxy_is_shown_and_what_it_does_is_an_error_with_advice()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        string proxy = $"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}";
        closed.Stop();
        _shell.Set("proxy", proxy);

        LsContext context = Assert.Single(_shell.Run("Connect-LsAccount -Credential $credential -Endpoint https://livestation.example -Proxy $proxy -ProxyCredential $credential -MaxAttempts 1").Quiet().Of<LsContext>());
        Outcome outcome = _shell.Run("Get-LsChannel -Verbose");

        Assert.Equal(proxy + " (-Proxy)", context.Proxy);
        ErrorRecord error = outcome.OneError();
        Assert.Equal("ProxyUnreachable,LiveStation.PowerShell.GetLsChannelCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Contains("HTTPS_PROXY", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains(outcome.Verbose, line => line.EndsWith($", through {proxy} (-Proxy)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_password_in_the_address_of_a_proxy_is_refused_and_not_repeated()
    {
        ErrorRecord error = _shell.Terminating("Connect-LsAccount -Credential $credential -Proxy http://someone:pass-marker@proxy.example:3128");

        Assert.Equal("InvalidProxy,LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Contains("-ProxyCredential", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-marker", error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_readable_is_an_error_that_names_it()
    {
        _shell.Set("folder", Isolation.Home);

        ErrorRecord missing = _shell.Terminating("Connect-LsAccount -ProfileName a -ProfilePath $folder/no-such-file");
        ErrorRecord unreadable = _shell.Terminating("Connect-LsAccount -ProfileName a -ProfilePath $folder");

        Assert.Equal("ProfileFileUnreadable,LiveStation.PowerShell.ConnectLsAccountCommand", missing.FullyQualifiedErrorId);
        Assert.Contains($"{Isolation.Home}/no-such-file does not exist", missing.ToString().Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal("ProfileFileUnreadable,LiveStation.PowerShell.ConnectLsAccountCommand", unreadable.FullyQualifiedErrorId);
        Assert.Contains($"{Isolation.Home} cannot be read", unreadable.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Zone Financial", "https://livestation.apigw.ntruss.com/api/fin-v2", "FKR")]
    [InlineData("-Zone Public", "https://livestation.apigw.ntruss.com/api/v2", "KR")]
    [InlineData("-Zone Financial -RegionCode SGN", "https://livestation.apigw.ntruss.com/api/fin-v2", "SGN")]
    [InlineData("-Endpoint https://proxy.example:8443", "https://proxy.example:8443/api/v2", "KR")]
    [InlineData("-Endpoint https://proxy.example/live/v9/", "https://proxy.example/live/v9", "KR")]
    [InlineData("-Endpoint https://proxy.example -Zone Financial", "https://proxy.example/api/fin-v2", "FKR")]
    [InlineData("-Endpoint http://localhost:80", "http://localhost/api/v2", "KR")]
    [InlineData("-Endpoint http://[::1]:5000/", "http://[::1]:5000/api/v2", "KR")]
    // .NET takes the name "loopback" for localhost, and calls that.
    [InlineData("-Endpoint http://loopback", "http://localhost/api/v2", "KR")]
    public void Zone_region_and_endpoint_give_the_address(string arguments, string endpoint, string region)
    {
        LsContext context = Assert.Single(_shell.Run($"Connect-LsAccount -Credential $credential {arguments}").Quiet().Of<LsContext>());

        Assert.Equal(endpoint, context.Endpoint.AbsoluteUri);
        Assert.Equal(region, context.RegionCode);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://169.254.169.254")]
    [InlineData("ftp://localhost")]
    [InlineData("file:///etc/passwd")]
    [InlineData("localhost:8080")]
    [InlineData("not-absolute")]
    [InlineData("https://user:pass-word@example.com")]
    [InlineData("https://example.com/?a=b")]
    public void An_endpoint_that_cannot_be_trusted_is_refused(string endpoint)
    {
        ErrorRecord error = _shell.Terminating($"Connect-LsAccount -Credential $credential -Endpoint '{endpoint}'");

        Assert.Equal("InvalidEndpoint,LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.DoesNotContain("pass-word", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
    }

    [Fact]
    public void The_region_is_sent_and_the_zones_prefix_called()
    {
        Assert.Equal("KR", Assert.Single(_shell.Run("Connect-LsAccount -Credential $credential -Endpoint $endpoint").Quiet().Of<LsContext>()).RegionCode);
        _shell.Run("Connect-LsAccount -Credential $credential -Endpoint $endpoint -Zone Financial > $null; Get-LsChannel").Quiet();
        Assert.StartsWith("/api/fin-v2/channels", _emulator.Requests[0].PathAndQuery, StringComparison.Ordinal);

        Outcome outcome = _shell.Run("Connect-LsAccount -Credential $credential -Endpoint $endpoint -RegionCode XX > $null; Get-LsChannel");

        // The service says which region it does not know.
        Assert.Contains("XX", outcome.OneError().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void MaxAttempts_is_how_often_a_call_is_sent(int attempts)
    {
        _emulator.Faults.Add(Fault.Throttle(TimeSpan.Zero).Always());

        Outcome outcome = _shell.Run($"Connect-LsAccount -Credential $credential -Endpoint $endpoint -MaxAttempts {attempts} > $null; Get-LsChannel");

        Assert.Equal(ErrorCategory.LimitsExceeded, outcome.OneError().CategoryInfo.Category);
        Assert.Equal(attempts, _emulator.Requests.Count);
    }

    [Fact]
    public void TimeoutSec_is_how_long_an_answer_is_waited_for()
    {
        using HangingServer server = new();
        _shell.Set("silent", server.Address);

        Outcome outcome = _shell.Run("Connect-LsAccount -Credential $credential -Endpoint $silent -TimeoutSec 1 -MaxAttempts 1 > $null; Get-LsChannel");

        Assert.Equal(ErrorCategory.OperationTimeout, outcome.OneError().CategoryInfo.Category);
        Assert.Contains("within 1 s", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-TimeoutSec 0")]
    [InlineData("-MaxAttempts 0")]
    [InlineData("-MaxAttempts 11")]
    [InlineData("-RegionCode ''")]
    [InlineData("-Endpoint $null")]
    public void Values_out_of_range_are_refused(string arguments)
    {
        Assert.StartsWith("ParameterArgumentValidationError", _shell.Terminating($"Connect-LsAccount -Credential $credential {arguments}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-AccessKey a -SecretKey $secret -Emulator")]
    [InlineData("-Credential $credential -ProfileName x")]
    [InlineData("-Emulator -ProfileName x")]
    [InlineData("-ProfilePath x -Credential $credential")]
    public void Ways_to_connect_do_not_mix(string arguments)
    {
        Assert.StartsWith("AmbiguousParameterSet", _shell.Terminating($"Connect-LsAccount {arguments}").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_key_in_plain_text_is_not_taken()
    {
        ErrorRecord error = _shell.Terminating("Connect-LsAccount -AccessKey a -SecretKey 'plain'");

        Assert.StartsWith("ParameterArgumentTransformationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Read-Host -AsSecureString", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("plain'", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Proxy http://proxy.example:3128")]
    [InlineData("-ProxyUseDefaultCredentials")]
    [InlineData("-Endpoint https://example.com")]
    [InlineData("-StorageEndpoint https://example.com")]
    [InlineData("-StorageRegion kr-standard")]
    public void What_is_for_a_network_does_not_go_with_the_offline_service_and_a_sentence_says_so(string argument)
    {
        ErrorRecord error = _shell.Terminating($"Connect-LsAccount -Emulator {argument}");

        Assert.Equal("NetworkForEmulator,LiveStation.PowerShell.ConnectLsAccountCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains($"-Emulator goes without {argument.Split(' ')[0]}", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
    }

    [Theory]
    [InlineData("'a b'")]
    [InlineData("'키'")]
    [InlineData("' '")]
    public void A_key_id_that_no_header_can_carry_is_refused(string key)
    {
        ErrorRecord error = _shell.Terminating($"Connect-LsAccount -AccessKey {key} -SecretKey $secret");

        Assert.IsType<LiveStationCredentialException>(error.Exception);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
    }

    [Fact]
    public void The_offline_service_needs_nothing()
    {
        LsContext context = Assert.Single(_shell.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>());

        Assert.NotNull(context.Emulator);
        Assert.Equal("offline service", context.CredentialSource);
        Assert.Equal(4, _shell.Run("Get-LsChannel").Quiet().Output.Count);
        Assert.Single(context.Emulator.Requests);
    }

    [Theory]
    [InlineData("-Zone Financial", "/api/fin-v2/channels")]
    [InlineData("", "/api/v2/channels")]
    public void The_offline_service_has_both_zones(string arguments, string path)
    {
        LsContext context = Assert.Single(_shell.Run($"Connect-LsAccount -Emulator {arguments}").Quiet().Of<LsContext>());

        Assert.NotEmpty(_shell.Run("Get-LsChannel").Quiet().Output);
        Assert.StartsWith(path, context.Emulator!.Requests[0].PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_account_takes_the_place_of_the_first_and_a_failed_one_does_not()
    {
        _shell.Run("Connect-LsAccount -Emulator").Quiet();
        LsContext second = Assert.Single(_shell.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>());

        _shell.Terminating("Connect-LsAccount -Credential $credential -Endpoint http://example.com");

        Assert.Same(second, Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>()));
    }

    [Fact]
    public void Verbose_says_where_the_keys_are_from()
    {
        Assert.Equal("Keys from: parameter -Credential", Assert.Single(_shell.Run("Connect-LsAccount -Credential $credential -Verbose").Verbose));
    }

    [Fact]
    public void Disconnect_forgets_and_may_be_repeated()
    {
        _shell.Run("Connect-LsAccount -Emulator; Disconnect-LsAccount; Disconnect-LsAccount").Quiet();

        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
        ErrorRecord error = _shell.Terminating("Get-LsChannel");
        Assert.Equal("NotConnected,LiveStation.PowerShell.GetLsChannelCommand", error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("Get-LsChannel")]
    [InlineData("Get-LsChannel x")]
    [InlineData("Get-LsRecording")]
    [InlineData("Test-LsConnection")]
    [InlineData("Connect-LsAccount -Zone Public")]
    public void Without_an_account_the_error_names_the_ways_to_one(string script)
    {
        ErrorRecord error = _shell.Terminating(script);

        Assert.StartsWith("NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        foreach (string way in new[] { "Connect-LsAccount", "-SecretName", "-ProfileName", "-Emulator", "NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY", "~/.ncloud/configure" })
        {
            Assert.Contains(way, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_sessions_do_not_see_each_others_account()
    {
        using Shell other = new();
        LsContext mine = Assert.Single(_shell.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>());
        Assert.Empty(other.Run("Get-LsContext").Quiet().Output);
        LsContext theirs = Assert.Single(other.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>());

        _shell.Run("Get-LsChannel").Quiet();
        other.Run("Disconnect-LsAccount").Quiet();

        Assert.Single(mine.Emulator!.Requests);
        Assert.Empty(theirs.Emulator!.Requests);
        Assert.Same(mine, Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>()));
    }

    [Theory]
    [InlineData("Get-LsChannel -Context $other")]
    [InlineData("Get-LsRecording -Context $other")]
    [InlineData("Test-LsConnection -Context $other")]
    public void A_context_that_is_given_wins(string script)
    {
        Service other = new();
        _shell.Set("other", other.Context);
        LsContext connected = Assert.Single(_shell.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>());

        _shell.Run(script).Quiet();

        Assert.NotEmpty(other.Requests);
        Assert.Empty(connected.Emulator!.Requests);
        Assert.Same(connected, Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>()));
    }

    [Fact]
    public void A_good_connection_tests_well()
    {
        LsConnectionTest test = Assert.Single(_shell.Run("Connect-LsAccount -Credential $credential -Endpoint $endpoint > $null; Test-LsConnection").Quiet().Of<LsConnectionTest>());

        Assert.True(test.Reachable);
        Assert.True(test.Authenticated);
        Assert.True(test.Latency > TimeSpan.Zero);
        Assert.True(test.ClockOffset!.Value.Duration() < TimeSpan.FromSeconds(5));
        Assert.Equal(new Uri(_server.BaseAddress, "/api/v2"), test.Endpoint);
        Assert.Equal("parameter -Credential", test.CredentialSource);
        Assert.Null(test.ErrorId);
        Assert.Null(test.Error);
        Assert.Null(test.Recommendation);
        Assert.Equal("GET", Assert.Single(_emulator.Requests).Method);
    }

    [Fact]
    public void A_wrong_secret_tests_as_reachable_and_not_authenticated()
    {
        _shell.Set("wrong", new NetworkCredential("", "wrong").SecurePassword);

        LsConnectionTest test = Assert.Single(_shell.Run("Connect-LsAccount -AccessKey $key -SecretKey $wrong -Endpoint $endpoint > $null; Test-LsConnection").Quiet().Of<LsConnectionTest>());

        Assert.True(test.Reachable);
        Assert.False(test.Authenticated);
        Assert.Equal("AuthenticationFailed", test.ErrorId);
        Assert.True(test.ClockOffset!.Value.Duration() < TimeSpan.FromSeconds(5));
        Assert.Contains("Connect-LsAccount", test.Recommendation, StringComparison.Ordinal);
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public void A_closed_port_tests_as_unreachable()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        _shell.Set("closed", new Uri($"http://127.0.0.1:{port}"));

        LsConnectionTest test = Assert.Single(_shell.Run("Connect-LsAccount -Credential $credential -Endpoint $closed > $null; Test-LsConnection").Quiet().Of<LsConnectionTest>());

        Assert.False(test.Reachable);
        Assert.False(test.Authenticated);
        Assert.Null(test.Latency);
        Assert.Null(test.ClockOffset);
        Assert.Equal("ConnectionFailed", test.ErrorId);
        ErrorRecord error = _shell.Run("Connect-LsAccount -Credential $credential -Endpoint $closed -MaxAttempts 1 > $null; Get-LsChannel").OneError();
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_clock_that_is_off_tests_well_with_one_warning_and_its_offset(int minutes)
    {
        _emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromMinutes(minutes)));

        Outcome outcome = _shell.Run("Connect-LsAccount -Credential $credential -Endpoint $endpoint > $null; Test-LsConnection; Test-LsConnection");

        IReadOnlyList<LsConnectionTest> tests = outcome.Of<LsConnectionTest>();
        Assert.Empty(outcome.Errors);
        Assert.Single(outcome.Warnings);
        Assert.Equal(2, tests.Count);
        Assert.All(tests, test => Assert.True(test.Authenticated));
        Assert.All(tests, test => Assert.Equal(minutes, Math.Round(test.ClockOffset!.Value.TotalMinutes)));
        Assert.Equal(minutes, Math.Round(_shell.Run("Get-LsContext").Quiet().Of<LsContext>()[0].ClockOffset.TotalMinutes));
        Assert.Equal(3, _emulator.Requests.Count);
    }

    private static string Write(string text)
    {
        string path = Path.Combine(Isolation.Home, Path.GetRandomFileName());
        File.WriteAllText(path, text);
        return path;
    }
}
