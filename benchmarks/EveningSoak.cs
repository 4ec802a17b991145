using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;

namespace LiveStation.Benchmarks;

/// <summary>
/// An evening at the offline service, on a clock as fast as is wanted, received as Receive-LsCallback -Reconcile does it: of the callbacks a
/// third never comes, a third comes twice and a third half a minute late. Every event has to come once, soon, and memory has to stay flat.
/// </summary>
internal static class EveningSoak
{
    private const string Secret = "an-evening-of-secrets";
    private const int Rows = 12;

    // What the list holds at the most: of the real one nobody knows it.
    private const int Listed = 2000;

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(int count, TimeSpan length, double speed)
    {
        FastTime time = new(speed);
        LiveStationEmulator emulator = new(new EmulatorOptions { Seed = false, TimeProvider = time });
        emulator.Events.Kept = Listed;
        LiveStationClient client = new(new LiveStationClientOptions(new AccessKeyCredential(emulator.AccessKeyId, emulator.GetSecretKey())) { Handler = emulator.CreateHandler(), TimeProvider = time });
        string id = emulator.Channels.Add("evening");
        CallbackInbox inbox = new();
        using CallbackListener listener = CallbackListener.Start(IPAddress.Loopback, 0, Secret, inbox);
        await client.Callbacks.SetAsync(new Uri(listener.Address, Secret));

        EventLedger ledger = new(time, time.GetUtcNow(), null);
        Watcher watcher = new();
        EventFollower follower = new([new EventFeed(null, () => client.Events.ListAsync())], ledger, watcher, time) { Span = length + (2 * Delay), Begin = time.GetUtcNow(), Inbox = inbox };
        byte[] told = new byte[count];
        double[] latencies = new double[count];
        long[] written = new long[count];
        Stopwatch watch = Stopwatch.StartNew();
        Task happening = Task.Run(() => HappenAsync(emulator, id, time, length, written));
        Console.WriteLine("events told   of which first by callback   managed memory MB   working set MB   events remembered");
        int all = 0;
        int posted = 0;
        await foreach (Event item in follower.RunAsync())
        {
            if (item.EventCodeText?.StartsWith("E_", StringComparison.Ordinal) != true)
            {
                continue;
            }

            int number = int.Parse(item.EventCodeText.AsSpan(2), CultureInfo.InvariantCulture);
            told[number]++;
            latencies[number] = time.GetElapsedTime(written[number]).TotalSeconds;
            posted += item.EventId is null ? 0 : 1;
            if (++all % (count / Rows) == 0)
            {
                double managed = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
                using Process self = Process.GetCurrentProcess();
                Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0,11} {1,28} {2,19:0.0} {3,16:0} {4,19}", all, posted, managed, self.WorkingSet64 / 1e6, ledger.Count));
            }
        }

        await happening;
        double[] sorted = [.. latencies.Order()];
        string result = string.Format(
            CultureInfo.InvariantCulture,
            "{0} events in {1:0} s: {2} once, {3} never, {4} more than once; median {5:0.000} s, 95 % {6:0.00} s, slowest {7:0.0} s; {8} callbacks taken; said: {9}",
            count,
            watch.Elapsed.TotalSeconds,
            told.Count(static times => times == 1),
            told.Count(static times => times == 0),
            told.Count(static times => times > 1),
            sorted[count / 2],
            sorted[count * 95 / 100],
            sorted[^1],
            inbox.Taken,
            watcher.Said.Count == 0 ? "nothing" : string.Join(" | ", watcher.Said));
        Console.WriteLine(result);
    }

    private static async Task HappenAsync(LiveStationEmulator emulator, string id, FastTime time, TimeSpan length, long[] written)
    {
        long begun = time.GetTimestamp();
        for (int i = 0; i < written.Length; i++)
        {
            TimeSpan ahead = (length * i / written.Length) - time.GetElapsedTime(begun);
            if (ahead > TimeSpan.FromMilliseconds(10 * time.Speed))
            {
                await Task.Delay(ahead, time);
            }

            emulator.Events.AddFault((i % 3) switch
            {
                0 => CallbackFault.Lost(),
                1 => CallbackFault.Twice(),
                _ => CallbackFault.Late(Delay),
            });
            written[i] = time.GetTimestamp();
            emulator.Events.Write(id, string.Create(CultureInfo.InvariantCulture, $"E_{i}"), "what is said about it");
        }
    }

    /// <summary>A clock that goes faster than others.</summary>
    private sealed class FastTime(double speed) : TimeProvider
    {
        private readonly DateTimeOffset _begun = DateTimeOffset.UtcNow;
        private readonly long _at = Stopwatch.GetTimestamp();

        public double Speed => speed;

        public override DateTimeOffset GetUtcNow() => _begun + (Stopwatch.GetElapsedTime(_at) * speed);

        public override long GetTimestamp() => (long)((Stopwatch.GetTimestamp() - _at) * speed);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / speed : dueTime, period > TimeSpan.Zero ? period / speed : period);
    }

    private sealed class Watcher : IEventWatcher
    {
        public List<string> Said { get; } = [];

        public void Lost(LiveStationException reason) => Said.Add(reason.Message);

        public void Back(TimeSpan after) => Said.Add($"back after {after}");

        public void Missed(string? channelId, DateTime? from, DateTime to) => Said.Add($"missed {from} to {to}");

        public void Ended(LiveStationException reason, string? channelId) => Said.Add(reason.Message);

        public void Unconfirmed(int count, Event first) => Said.Add($"{count} unconfirmed");

        public void Refused(IReadOnlyDictionary<CallbackRefusal, int> refusals) => Said.AddRange(refusals.Select(static refusal => $"{refusal.Value} {CallbackRefusals.Words(refusal.Key)}"));

        public void Unwritten(LiveStationException reason) => Said.Add(reason.Message);
    }
}
