using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>
/// Carries callbacks to loopback addresses, one after the other as they happened, unless a fault is in the way. A failed one is not
/// repeated: whether the real service does is documented nowhere.
/// </summary>
internal sealed class CallbackPost
{
    private const int Kept = 10_000;

    // Straight to this machine: through no proxy, and wherever an answer points to.
    private static readonly Lazy<HttpClient> Client = new(static () => new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) });

    private readonly object _gate = new();
    private readonly TimeProvider _time;
    private readonly List<CallbackFault> _faults = [];
    private readonly Queue<CallbackDelivery> _deliveries = new();
    private readonly Dictionary<string, (LoggedEvent Happened, Uri Address)> _heldBack = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _late = [];
    private Task _line = Task.CompletedTask;

    public CallbackPost(TimeProvider time) => _time = time;

    public IReadOnlyList<CallbackDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return _deliveries.ToArray();
            }
        }
    }

    public void Add(CallbackFault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Ends when everything that was sent off has arrived or failed.</summary>
    public async Task WhenThroughAsync()
    {
        while (true)
        {
            Task[] open;
            lock (_gate)
            {
                _late.RemoveWhere(static task => task.IsCompleted);
                open = _line.IsCompleted ? [.. _late] : [_line, .. _late];
            }

            if (open.Length == 0)
            {
                return;
            }

            await Task.WhenAll(open).ConfigureAwait(false);
        }
    }

    /// <summary>Sends one off; returns at once.</summary>
    public void Send(LoggedEvent happened, Uri address)
    {
        lock (_gate)
        {
            CallbackFault? fault = address.IsLoopback ? Take(happened.Code) : null;
            string line = address.AbsoluteUri;
            switch (fault?.Kind)
            {
                case CallbackFaultKind.Lost:
                    Note(happened, "Lost");
                    return;
                case CallbackFaultKind.OutOfOrder when !_heldBack.ContainsKey(line):
                    _heldBack.Add(line, (happened, address));
                    Note(happened, "HeldBack");
                    return;
                case CallbackFaultKind.Late:
                    _late.Add(LateAsync(happened, address, fault.Delay));
                    return;
            }

            Follow(happened, address);
            if (fault?.Kind == CallbackFaultKind.Twice)
            {
                Follow(happened, address);
            }

            if (_heldBack.TryGetValue(line, out (LoggedEvent Happened, Uri Address) held))
            {
                _heldBack.Remove(line);
                Follow(held.Happened, held.Address);
            }
        }
    }

    private void Follow(LoggedEvent happened, Uri address)
    {
        Task before = _line;
        _line = Task.Run(async () =>
        {
            await before.ConfigureAwait(false);
            await PostAsync(happened, address).ConfigureAwait(false);
        });
    }

    private async Task LateAsync(LoggedEvent happened, Uri address, TimeSpan delay)
    {
        await Task.Delay(delay, _time, CancellationToken.None).ConfigureAwait(false);
        await PostAsync(happened, address).ConfigureAwait(false);
    }

    private async Task PostAsync(LoggedEvent happened, Uri address)
    {
        string outcome = "NotLoopback";
        if (address.IsLoopback)
        {
            try
            {
                using ByteArrayContent body = new(Body(happened));
                body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using HttpResponseMessage answer = await Client.Value.PostAsync(address, body).ConfigureAwait(false);
                outcome = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                outcome = "NoAnswer";
            }
        }

        lock (_gate)
        {
            Note(happened, outcome);
        }
    }

    private static byte[] Body(LoggedEvent happened)
    {
        List<byte> bytes = [];
        foreach (BodyChunk chunk in JsonBody.Of(happened.WriteCallback))
        {
            bytes.AddRange(chunk.Bytes.ToArray());
        }

        return bytes.ToArray();
    }

    private void Note(LoggedEvent happened, string outcome)
    {
        _deliveries.Enqueue(new CallbackDelivery(happened.Id, happened.Code, happened.ChannelId, outcome));
        if (_deliveries.Count > Kept)
        {
            _deliveries.Dequeue();
        }
    }

    private CallbackFault? Take(string code)
    {
        int index = _faults.FindIndex(fault => fault.Matches(code));
        if (index < 0)
        {
            return null;
        }

        CallbackFault fault = _faults[index];
        if (fault.Times > 1)
        {
            _faults[index] = fault with { Times = fault.Times - 1 };
        }
        else
        {
            _faults.RemoveAt(index);
        }

        return fault;
    }
}
