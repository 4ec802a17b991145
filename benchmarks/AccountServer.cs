using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using LiveStation.Emulator.Server;

namespace LiveStation.Benchmarks;

/// <summary>
/// The offline service behind a socket, with an account of any size behind a rate limit. Prints its address and keys; answers each line
/// of its input with the number of requests since the last one.
/// </summary>
internal static class AccountServer
{
    private static int _requests;

    public static async Task RunAsync(int channels, int recordings, double perSecond, bool sendsRetryAfter, int faultPercent)
    {
        LiveStationEmulator emulator = new(new EmulatorOptions { Seed = false, Pace = new Emulator.Pace { Transfer = TimeSpan.FromSeconds(5) } });
        Random random = new(7);
        for (int channel = 0; channel < channels; channel++)
        {
            string id = emulator.Channels.Add($"c{channel.ToString(CultureInfo.InvariantCulture)}");
            emulator.Recordings.Add(id, recordings / channels, "TRANSFER_READY", TimeSpan.FromHours(5));
            if (random.Next(100) < faultPercent)
            {
                emulator.Faults.Add((random.Next(2) == 0 ? Fault.Error(503) : Fault.Reset()).On("GET", id));
            }
        }

        emulator.RequestReceived += (_, _) => Interlocked.Increment(ref _requests);
        emulator.RateLimit = new RateLimit(perSecond, 0, sendsRetryAfter);
        await using EmulatorServer server = await EmulatorServer.StartAsync(emulator);
        Console.WriteLine($"{server.BaseAddress} {emulator.AccessKeyId} {emulator.GetSecretKey()}");
        while (await Console.In.ReadLineAsync() is not null)
        {
            Console.WriteLine(Interlocked.Exchange(ref _requests, 0));
        }
    }
}
