using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Configuration;

/// <summary>
/// Random documents, in random order, are applied one after another to one account, among faults and interruptions: each is
/// run again until it ends well, and then the account is what it says, with nothing twice. LIVESTATION_RANDOM_RUNS says how many.
/// </summary>
public sealed class RandomTests
{
    private const int Blocks = 4;
    private const int DocumentsOfAccount = 5;
    private const int MostTries = 25;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("LIVESTATION_RANDOM_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int runs) ? runs : 120;
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("LIVESTATION_RANDOM_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : Environment.TickCount & 0xFFFFF;

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Blocks)];

    [Theory]
    [MemberData(nameof(All))]
    public void Whatever_happens_on_the_way_the_account_ends_as_the_document_says(int block)
    {
        using Shell shell = new();
        for (int account = 0; account < Math.Max(1, Runs / Blocks / DocumentsOfAccount); account++)
        {
            int seed = First + (block * 100_000) + account;
            try
            {
                Play(shell, new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"To play it again: LIVESTATION_RANDOM_SEED={seed} LIVESTATION_RANDOM_RUNS=1. {e.Message}", e);
            }
        }
    }

    private static void Play(Shell shell, Random random)
    {
        using Account account = new(shell: shell);
        string onAir = account.Studio.OnAir("always_on_air");
        for (int document = 0; document < DocumentsOfAccount; document++)
        {
            JsonObject wanted = Document(random);
            account.Write("wanted.json", wanted.ToJsonString());
            int tries = 0;
            while (Try(account, random, isLast: tries >= MostTries - 1) is { } trouble)
            {
                Assert.True(++tries < MostTries, $"It does not come to an end: {trouble}\n{wanted.ToJsonString()}");
            }

            account.Studio.Emulator.Faults.Clear();
            Assert.True(Assert.Single(account.Run("Compare-LsConfiguration wanted.json -Prune -Quiet").Quiet().Of<bool>()), "Something is left:\n" + string.Join('\n', account.Run("Compare-LsConfiguration wanted.json -Prune").Output) + "\n" + wanted.ToJsonString());
            Assert.Empty(account.Writes("Sync-LsConfiguration wanted.json -Prune -Replace -Force"));
            foreach ((string section, string name, string script) in new[]
            {
                ("qualities", "name", "(Get-LsQuality -GenType Custom).Name"),
                ("qualitySets", "name", "(Get-LsQualitySet -GenType Custom).Name"),
                ("channels", "channelName", "(Get-LsChannel | Where-Object ChannelStatus -NotIn Deleted, Publishing).ChannelName"),
                ("vodChannels", "channelName", "(Get-LsVodChannel | Where-Object ChannelStatus -ne Deleted).ChannelName"),
                ("restreams", "channelName", "(Get-LsRestream | Where-Object ChannelStatus -ne Deleted).ChannelName"),
            })
            {
                Assert.Equal(wanted[section]!.AsArray().Select(item => (string)item![name]!).Order(StringComparer.Ordinal), account.Run(script).Output.Where(found => found is not null).Select(found => found.ToString()).Order(StringComparer.Ordinal));
            }

            Assert.Equal("Publishing", account.Run($"(Get-LsChannel {onAir}).ChannelStatus").Texts()[0]);
        }
    }

    // One run, with something in its way or not; null where it ended well.
    private static string? Try(Account account, Random random, bool isLast)
    {
        const string Script = "Sync-LsConfiguration wanted.json -Prune -Replace -Force -WarningAction SilentlyContinue -ErrorAction Stop";
        FaultPlan faults = account.Studio.Emulator.Faults;
        faults.Clear();
        int at = random.Next(1, 40);
        string[] methods = ["GET", "POST", "PUT", "DELETE"];
        switch (isLast ? 0 : random.Next(8))
        {
            case 1:
                faults.Add(Fault.Reset(afterWork: true).On(methods[random.Next(1, 4)]));
                break;
            case 2:
                faults.Add(Fault.Reset().On(methods[random.Next(4)]));
                break;
            case 3:
                faults.Add(Fault.Error(500).On(methods[random.Next(4)]).Repeat(random.Next(1, 5)));
                break;
            case 4:
                faults.Add(Fault.Throttle().Repeat(random.Next(1, 20)));
                break;
            case 5:
                faults.Add(Fault.CutBodyAtFraction(random.NextDouble()).On(methods[random.Next(4)]));
                break;
            case 6 or 7:
                return Interrupted(account, Script, at, isAfterWork: random.Next(2) == 0);
        }

        return Trouble(account.Run(Script));
    }

    private static string? Trouble(Outcome outcome) => outcome.Thrown?.Message ?? (outcome.Errors.Count > 0 ? outcome.Errors[0].ToString() : null);

    // Somebody presses Ctrl+C while a request is on its way, or when its answer is.
    private static string? Interrupted(Account account, string script, int at, bool isAfterWork)
    {
        using SemaphoreSlim reached = new(0);
        int sent = 0;
        async Task Before(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref sent) == at)
            {
                if (isAfterWork)
                {
                    using HttpMessageInvoker beside = new(account.Studio.Emulator.CreateHandler());
                    (await beside.SendAsync(request, CancellationToken.None)).Dispose();
                }

                reached.Release();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        }

        account.Studio.Line.Before = Before;
        try
        {
            using Running running = account.Studio.Shell.Start(script);
            bool isStopped = running.AwaitSignal(reached);
            Outcome outcome = isStopped ? running.Stop() : running.End();
            return isStopped ? "It was stopped." : Trouble(outcome);
        }
        finally
        {
            account.Studio.Line.Before = static (_, _) => Task.CompletedTask;
        }
    }

    private static JsonObject Document(Random random)
    {
        string[] qualities = Some(random, "q-a", "q-b", "q-c");
        string[] sets = Some(random, "set-a", "set-b", "set-c");
        JsonObject document = [];
        (string Name, Func<JsonNode> Make)[] sections =
        [
            ("qualities", () => List(random, qualities, name => random.Next(4) == 0
                ? new JsonObject { ["name"] = name, ["type"] = "AUDIO", ["audioBitrate"] = random.Next(32, 320) }
                : new JsonObject { ["name"] = name, ["width"] = 1280, ["height"] = 720, ["videoBitrate"] = 1_000_000 * random.Next(1, 3), ["bframes"] = random.Next(3) })),
            ("qualitySets", () => List(random, sets, name => new JsonObject
            {
                ["name"] = name,
                ["qualities"] = new JsonArray([.. Pick(random, [.. qualities, "system-270p", "system-480p"]).Select(quality => (JsonNode)quality)]),
                ["segmentDuration"] = 1000 * random.Next(1, 5),
                ["segmentCount"] = random.Next(2, 6),
            })),
            ("channels", () => List(random, Some(random, "news", "weekly", "finals", "뉴스_1"), name => Channel(random, name, [.. sets, "small", "sample-set"]))),
            ("vodChannels", () => List(random, Some(random, "night", "rerun"), name => Vod(random, name, [.. sets, "small"]))),
            ("restreams", () => List(random, Some(random, "relay", "relay_2"), name => Relay(random, name))),
        ];
        foreach ((string name, Func<JsonNode> make) in Shuffled(random, sections))
        {
            document[name] = make();
        }

        if (random.Next(2) == 0)
        {
            document["callback"] = new JsonObject { ["callbackUrl"] = $"https://hooks.example/{random.Next(3)}" };
        }

        return document;
    }

    private static JsonObject Channel(Random random, string name, string[] sets)
    {
        bool useDvr = random.Next(2) == 0;
        JsonObject channel = new()
        {
            ["channelName"] = name,
            ["qualitySet"] = sets[random.Next(sets.Length)],
            ["profileId"] = random.Next(1, 3),
            ["envType"] = new[] { "REAL", "DEV", "STAGE" }[random.Next(3)],
            ["outputProtocol"] = random.Next(2) == 0 ? "HLS" : "HLS,DASH",
            ["useDvr"] = useDvr,
            ["immediateOnAir"] = useDvr && random.Next(2) == 0,
        };
        if (random.Next(3) == 0)
        {
            channel["isStreamFailOver"] = random.Next(2) == 0;
            channel["ingestProtocol"] = random.Next(2) == 0 ? "RTMP" : "SRT";
        }

        int record = random.Next(3);
        channel["recordSaveType"] = new[] { "NO_RECORD", "AUTO_UPLOAD", "MANUAL_UPLOAD" }[record];
        if (record == 1)
        {
            channel["recordFormat"] = random.Next(2) == 0 ? "MP4" : "ALL";
            channel["bucketName"] = "bucket-" + random.Next(2);
            channel["filePath"] = "/" + random.Next(2);
        }

        if (random.Next(2) == 0)
        {
            int edge = random.Next(2) == 0 ? 11577 : 4938;
            channel["cdnInstanceNo"] = edge;
            channel["cdnDomain"] = $"sample{edge}.edge.example";
        }

        if (random.Next(2) == 0)
        {
            channel["callbackEndpoint"] = $"https://hooks.example/{name}/{random.Next(3)}";
        }

        if (random.Next(3) == 0)
        {
            channel["alertOn"] = random.Next(2) == 0;
            channel["alertStreamFailOver"] = random.Next(2) == 0;
            channel["recipients"] = new JsonArray(new JsonObject { ["managerNo"] = 5, ["notifyType"] = "EMAIL" });
        }

        return Shuffled(random, channel);
    }

    private static JsonObject Vod(Random random, string name, string[] sets) => Shuffled(random, new JsonObject
    {
        ["channelName"] = name,
        ["qualitySet"] = sets[random.Next(sets.Length)],
        ["profileId"] = random.Next(1, 3),
        ["envType"] = random.Next(2) == 0 ? "REAL" : "DEV",
        ["callbackEndpoint"] = $"https://hooks.example/{name}/{random.Next(2)}",
    });

    private static JsonObject Relay(Random random, string name) => Shuffled(random, new JsonObject
    {
        ["channelName"] = name,
        ["envType"] = random.Next(2) == 0 ? "REAL" : "DEV",
        ["restream"] = new JsonArray([.. Pick(random, ["YOUTUBE", "CHZZK", "CUSTOM"]).Select(target => (JsonNode)new JsonObject { ["targetName"] = target, ["rtmpUrl"] = "rtmp://a.example/live", ["streamKey"] = new JsonObject { ["secret"] = "relay-YOUTUBE-streamKey" } })]),
    });

    private static JsonArray List(Random random, string[] names, Func<string, JsonObject> make) => new([.. Shuffled(random, names).Select(name => (JsonNode)make(name))]);

    private static string[] Some(Random random, params string[] names) => [.. names.Where(_ => random.Next(3) > 0)];

    private static string[] Pick(Random random, string[] names) => [.. Shuffled(random, names).Take(random.Next(1, names.Length))];

    private static T[] Shuffled<T>(Random random, T[] items)
    {
        T[] copy = [.. items];
        random.Shuffle(copy);
        return copy;
    }

    private static JsonObject Shuffled(Random random, JsonObject item)
    {
        KeyValuePair<string, JsonNode?>[] fields = [.. item];
        item.Clear();
        random.Shuffle(fields);
        return new JsonObject(fields);
    }
}
