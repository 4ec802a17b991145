using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests;

/// <summary>An offline service with a watched line to it.</summary>
internal sealed class Service
{
    public const string PageExample = "ls-20200313162828-G60tN";
    public const string News = "ls-20260105060000-Nw5aK";
    public const string Weekly = "ls-20260112200000-Wk7sB";
    public const string Event = "ls-20250701090000-Ev3nT";
    public const string WeeklyRelay = "ls-20260118090000-Rs1wQ";
    public const string NewsRelay = "ls-20260119060000-Rs2nP";
    public const string Vod = "ls-20250820000000-FdJkJ";
    public const string VodReserved = "ls-20211124000316-5RrSB";

    /// <summary>Sets it up.</summary>
    /// <param name="seed">With the four channels that the offline service starts with.</param>
    /// <param name="time">The caller's clock; a <see cref="LeapingTime"/> when not given, so that no wait takes any time.</param>
    /// <param name="timeoutSec">How long an answer is waited for.</param>
    /// <param name="maxAttempts">How often a call is sent at the most.</param>
    /// <param name="endpoint">Another address, and no offline service behind it.</param>
    /// <param name="pace">How fast states move.</param>
    /// <param name="zone">The zone.</param>
    public Service(bool seed = true, TimeProvider? time = null, int timeoutSec = 60, int maxAttempts = 3, Uri? endpoint = null, Pace? pace = null, Zone zone = Zone.Public)
    {
        time ??= new LeapingTime();
        Emulator = new LiveStationEmulator(new EmulatorOptions
        {
            Seed = seed,
            Pace = pace ?? new Pace(),
            TimeProvider = time is LeapingTime leaping ? leaping.OfService : TimeProvider.System,
        });
        Line = new WatchedLine(Emulator.CreateHandler());
        LiveStationClientOptions options = new(new AccessKeyCredential(Emulator.AccessKeyId, Emulator.GetSecretKey()))
        {
            Endpoint = endpoint,
            Handler = endpoint is null ? Line : null,
            Zone = zone,
            Timeout = TimeSpan.FromSeconds(timeoutSec),
            MaxAttempts = maxAttempts,
            TimeProvider = time,
        };
        Context = new LsContext(options, "test", Emulator);
    }

    public LiveStationEmulator Emulator { get; }

    public LsContext Context { get; }

    public WatchedLine Line { get; }

    /// <summary>Method, path and query of all requests so far.</summary>
    public IReadOnlyList<string> Requests => Emulator.Requests.Select(request => $"{request.Method} {request.PathAndQuery}").ToList();

    /// <summary>Their paths below the prefix of the zone.</summary>
    public IReadOnlyList<string> Paths => Emulator.Requests.Select(request => request.PathAndQuery.Replace("/api/v2", "", StringComparison.Ordinal)).ToList();
}

/// <summary>Counts what is under way, from the request to the disposal of its answer.</summary>
internal sealed class WatchedLine : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner;
    private readonly object _gate = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private int _open;

    public WatchedLine(HttpMessageHandler inner) => _inner = new HttpMessageInvoker(inner);

    /// <summary>Runs before a request goes on; may hold it up.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    /// <summary>The body of every answer to come; null for the service's own.</summary>
    public string? Answer { get; set; }

    /// <summary>Requests that have not been answered, and answers that have not been let go of.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _open;
            }
        }
    }

    /// <summary>The most there were at once.</summary>
    public int Peak { get; private set; }

    public int Sent { get; private set; }

    /// <summary>Waits for the next request to arrive.</summary>
    public void AwaitArrival(CancellationToken cancellationToken) => Assert.True(_arrivals.Wait(Running.Patience, cancellationToken), "No request came.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Sent++;
            _open++;
            Peak = Math.Max(Peak, _open);
        }

        _arrivals.Release();
        HttpResponseMessage answer;
        try
        {
            await Before(request, cancellationToken);
            answer = Answer is null ? await _inner.SendAsync(request, cancellationToken) : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer) };
        }
        catch
        {
            Close();
            throw;
        }

        return new WatchedAnswer(answer, Close);
    }

    private void Close()
    {
        lock (_gate)
        {
            _open--;
        }
    }

    private sealed class WatchedAnswer : HttpResponseMessage
    {
        private Action? _closed;

        public WatchedAnswer(HttpResponseMessage answer, Action closed)
            : base(answer.StatusCode)
        {
            Content = answer.Content;
            RequestMessage = answer.RequestMessage;
            foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers)
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            _closed = closed;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Interlocked.Exchange(ref _closed, null)?.Invoke();
        }
    }
}
