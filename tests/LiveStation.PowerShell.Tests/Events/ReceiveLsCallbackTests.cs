using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Events;

/// <summary>Callbacks over real sockets, on the real clock.</summary>
public sealed class ReceiveLsCallbackTests : IDisposable
{
    private const string Secret = "marker-of-a-secret";

    private readonly Studio _studio = new(time: TimeProvider.System);
    private readonly int _port = FreePort();

    public ReceiveLsCallbackTests()
    {
        _studio.Shell.Set("port", _port);
        _studio.Shell.Set("secret", new NetworkCredential("", Secret).SecurePassword);
        _studio.Shell.Set("address", new Uri($"http://127.0.0.1:{_port}/{Secret}"));
        _studio.Run("Set-LsCallback $address").Quiet();
    }

    public void Dispose() => _studio.Dispose();

    [Fact]
    public async Task What_is_posted_is_written_as_unconfirmed_and_the_port_is_free_afterwards()
    {
        using Running running = await StartAsync("-Count 1");
        string id = _studio.Emulator.Channels.Add("on_air");

        Event item = Assert.Single(running.End().Of<Event>());

        Assert.Equal((id, EventCode.StreamReserve, EventStatus.Unconfirmed), (item.ChannelId, item.EventCode, item.Status));
        Assert.Equal(0, _studio.Line.Open);
        new TcpListener(IPAddress.Loopback, _port).Start();
    }

    /// <summary>A third of the callbacks never comes, a third comes twice, a third comes late.</summary>
    [Fact]
    public async Task With_reconcile_each_event_comes_once_whatever_becomes_of_its_callback()
    {
        const int Count = 90;
        string id = _studio.Emulator.Channels.Add("on_air");
        using Running running = await StartAsync("-Reconcile -For 5s -Event 'E_*'");
        for (int i = 0; i < Count; i++)
        {
            _studio.Emulator.Events.AddFault(i % 3 == 0 ? CallbackFault.Lost() : i % 3 == 1 ? CallbackFault.Twice() : CallbackFault.Late(TimeSpan.FromSeconds(2)));
            _studio.Emulator.Events.Write(id, $"E_{i}", $"number {i}");
        }

        IReadOnlyList<Event> events = running.End().Of<Event>();

        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"E_{i}").Order(StringComparer.Ordinal), events.Select(item => item.EventCodeText).Order(StringComparer.Ordinal));
        Assert.All(events, item => Assert.Equal((EventStatus.Confirmed, $"number {item.EventCodeText![2..]}"), (item.Status, item.Description)));
        Assert.Equal(Count / 3, _studio.Emulator.Events.Deliveries.Count(delivery => delivery.Outcome == "Lost"));
        Assert.Equal(Count, _studio.Emulator.Events.Deliveries.Count(delivery => delivery.Outcome == "200"));
    }

    [Fact]
    public async Task What_somebody_else_posts_is_never_written_where_only_the_confirmed_is_wanted()
    {
        string id = _studio.Emulator.Channels.Add("on_air");
        using Running running = await StartAsync("-Reconcile -ConfirmedOnly -For 3s");
        Assert.Equal(HttpStatusCode.OK, await PostAsync($$"""{"id":1,"event":"FORGED_ONE","channelId":"{{id}}","timestamp":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}}"""));
        _studio.Emulator.Events.Write(id, "TRUE_ONE", "it happened");

        Event item = Assert.Single(running.End().Of<Event>(), item => item.EventCode != EventCode.StreamReserve);

        Assert.Equal(("TRUE_ONE", "it happened"), (item.EventCodeText, item.Description));
    }

    [Fact]
    public async Task It_answers_at_once_whatever_the_pipeline_does()
    {
        using ManualResetEventSlim goOn = new();
        _studio.Shell.Set("goOn", goOn);
        string id = _studio.Emulator.Channels.Add("on_air");
        using Running running = await StartAsync("-Count 21 | ForEach-Object { $goOn.Wait(); $_ }");
        for (int i = 0; i < 21; i++)
        {
            _studio.Emulator.Events.Write(id, $"E_{i:D2}");
        }

        await _studio.Emulator.Events.WhenDeliveredAsync();
        string[] outcomes = [.. _studio.Emulator.Events.Deliveries.Where(delivery => delivery.EventCode.StartsWith("E_", StringComparison.Ordinal)).Select(delivery => delivery.Outcome)];
        goOn.Set();

        Assert.Equal(Enumerable.Repeat("200", 21), outcomes);
        Assert.Equal(Enumerable.Range(0, 21).Select(i => $"E_{i:D2}"), running.End().Of<Event>().Select(item => item.EventCodeText));
    }

    [Fact]
    public async Task Only_channels_that_were_asked_for_are_written()
    {
        string id = _studio.Emulator.Channels.Add("mine");
        string other = _studio.Emulator.Channels.Add("other");
        using Running running = await StartAsync($"-ChannelId {id} -Count 1");
        _studio.Emulator.Events.Write(other, "NOT_MINE");
        _studio.Emulator.Events.Write(id, "MINE_ALL");

        Assert.Equal("MINE_ALL", Assert.Single(running.End().Of<Event>()).EventCodeText);
        Assert.DoesNotContain(_studio.Calls, call => call.StartsWith("GET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_refused_is_counted_and_said_and_ends_nothing()
    {
        using Running running = await StartAsync("-Count 1 -Verbose");
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("{}", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("no event"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string('x', 100_000)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("""{"id":1,"event":"AFTER_ALL","channelId":"ls-of-another-account","timestamp":4102444800000}"""));

        Outcome outcome = running.End();

        // One of another account, with a clock of the year 2100.
        Assert.Equal("AFTER_ALL", Assert.Single(outcome.Of<Event>()).EventCodeText);
        Assert.Contains(outcome.Verbose, line => line.StartsWith("Refused requests: 1 to a path without the secret", StringComparison.Ordinal));
        Assert.Contains("1 callbacks were taken.", outcome.Verbose);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once_and_frees_the_port()
    {
        using Running running = await StartAsync("-Reconcile");

        Assert.Empty(running.Stop().Errors);
        new TcpListener(IPAddress.Loopback, _port).Start();
    }

    [Fact]
    public void A_secret_is_made_anew_each_time_and_shown_once()
    {
        string[] said = [.. Enumerable.Range(0, 2).Select(_ => Assert.Single(_studio.Run("Receive-LsCallback -Port 0 -For 10ms").Information))];

        Assert.All(said, text => Assert.Matches(@"^http://127\.0\.0\.1:\d+/[A-Za-z0-9_-]{32} receives callbacks now\.", text));
        Assert.Equal(2, said.Select(text => Regex.Match(text, "[A-Za-z0-9_-]{32}").Value).Distinct().Count());
    }

    [Theory]
    [InlineData("Receive-LsCallback -Port 0 -For 10ms -PathSecret $secret -Verbose -Debug")]
    [InlineData("Receive-LsCallback -Port 0 -For 10ms -PathSecret $secret -Reconcile -Verbose -Debug")]
    [InlineData("Receive-LsCallback -Port 0 -For 10ms -PathSecret $secret -Bookmark x")]
    [InlineData("Receive-LsCallback -Port 0 -For 10ms -PathSecret ('marker-of' + '-a-secret')")]
    [InlineData("Receive-LsCallback -Port 70000 -PathSecret $secret")]
    [InlineData("Receive-LsCallback -Address 192.0.2.1 -PathSecret $secret")]
    public void No_stream_shows_a_secret_of_ones_own(string script)
    {
        Outcome outcome = _studio.Run($"$DebugPreference = 'Continue'; $seen = & {{ {script} }} *>&1; $seen | ForEach-Object {{ \"$_\" }}; $seen | Out-Host");

        string text = _studio.Shell.Host.Text + string.Join('\n', outcome.Texts().Concat(outcome.Errors.Select(error => error.ToString() + error.Exception)));
        Assert.NotEmpty(text);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Bookmark night.bookmark", "ReconcileMissing")]
    [InlineData("-Since 1h", "ReconcileMissing")]
    [InlineData("-ConfirmedOnly", "ReconcileMissing")]
    [InlineData("-PathSecret $short", "InvalidPathSecret")]
    [InlineData("-PathSecret $unsafe", "InvalidPathSecret")]
    [InlineData("-PathSecret plain-text-secret", "ParameterArgumentTransformationError")]
    [InlineData("-PathSecret $null", "ParameterArgumentValidationError")]
    [InlineData("-Address 192.0.2.1", "AddressNotHere")]
    [InlineData("-Address nowhere", "ParameterArgumentTransformationError")]
    [InlineData("-Port -1", "ParameterArgumentValidationError")]
    [InlineData("-Port $taken", "PortInUse")]
    public void What_cannot_be_begun_says_why(string parameters, string errorId)
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        _studio.Shell.Set("taken", ((IPEndPoint)taken.LocalEndpoint).Port);
        _studio.Shell.Set("short", new NetworkCredential("", "too-short").SecurePassword);
        _studio.Shell.Set("unsafe", new NetworkCredential("", "with/a/slash/in/the/middle").SecurePassword);
        int before = _studio.Calls.Count;

        Assert.Equal($"{errorId},LiveStation.PowerShell.ReceiveLsCallbackCommand", _studio.Shell.Terminating($"Receive-LsCallback -For 1s {(parameters.Contains("-Port", StringComparison.Ordinal) ? "" : "-Port 0")} {parameters}").FullyQualifiedErrorId);

        Assert.Equal(before, _studio.Calls.Count);
    }

    [Fact]
    public void An_empty_pipeline_is_not_all_channels_and_an_open_door_is_warned_of()
    {
        Assert.Empty(_studio.Run("@() | Receive-LsCallback -Port 0").Quiet().Output);
        Assert.Contains("TLS", Assert.Single(_studio.Run("Receive-LsCallback -Port 0 -For 10ms -Address 0.0.0.0").Warnings), StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<Running> StartAsync(string parameters)
    {
        // What was made before has found nobody by then.
        await _studio.Emulator.Events.WhenDeliveredAsync();
        Running running = _studio.Shell.Start($"Receive-LsCallback -Port $port -PathSecret $secret {parameters}");
        while (true)
        {
            try
            {
                using TcpClient client = new();
                await client.ConnectAsync(IPAddress.Loopback, _port, TestContext.Current.CancellationToken);
                return running;
            }
            catch (SocketException)
            {
                // It does not listen yet.
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }
    }

    private async Task<HttpStatusCode> PostAsync(string body, string path = Secret)
    {
        using HttpClient client = new();
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri($"http://127.0.0.1:{_port}/{path}"), content, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
