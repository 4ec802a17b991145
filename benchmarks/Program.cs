using System;
using System.Globalization;
using System.Net;
using System.Threading.Tasks;
using BenchmarkDotNet.Running;

namespace LiveStation.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project benchmarks -- --filter '*'</c> measures Core;
/// <c>… -- serve PORT COUNT</c> answers every call on loopback with a list of so many recordings, for Measure-Module.ps1;
/// <c>… -- account CHANNELS RECORDINGS PERSECOND RETRYAFTER FAULTPERCENT</c> is the offline service for Measure-Account.ps1.
/// <c>… -- evening EVENTS SECONDS SPEED</c> is an evening of so many events, received by callbacks and lists: 100000 3600 20 is the soak,
/// 600 60 1 measures how soon an event comes.
/// </summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        if (args is ["serve", string port, string count])
        {
            await ServeAsync(port, Number(count));
            return;
        }

        if (args is ["account", string channels, string recordings, string perSecond, string retryAfter, string faultPercent])
        {
            await AccountServer.RunAsync(Number(channels), Number(recordings), Number(perSecond), bool.Parse(retryAfter), Number(faultPercent));
            return;
        }

        if (args is ["evening", string events, string seconds, string speed])
        {
            await EveningSoak.RunAsync(Number(events), TimeSpan.FromSeconds(Number(seconds)), Number(speed));
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task ServeAsync(string port, int count)
    {
        using HttpListener listener = new();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        byte[]? small = count <= 100_000 ? RecordingListBody.Bytes(count) : null;
        Console.WriteLine("ready");
        while (true)
        {
            HttpListenerContext call = await listener.GetContextAsync();
            call.Response.ContentType = "application/json";
            if (small is not null)
            {
                await call.Response.OutputStream.WriteAsync(small);
            }
            else
            {
                call.Response.SendChunked = true;
                using RecordingListBody body = new(count);
                await body.CopyToAsync(call.Response.OutputStream);
            }

            call.Response.Close();
        }
    }
}
