using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace LiveStation.Benchmarks;

/// <summary>Reading a recording list against a bare walk over the tokens of the same bytes.</summary>
[MemoryDiagnoser]
public class RecordingListBenchmark
{
    private byte[] _bytes = [];
    private LiveStationClient _client = null!;

    [Params(10_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _bytes = RecordingListBody.Bytes(Count);
        _client = new LiveStationClient(new LiveStationClientOptions(new AccessKeyCredential("BENCHMARK", "benchmark"))
        {
            Handler = new BodyHandler(() => new MemoryStream(_bytes, writable: false)),
        });
    }

    [Benchmark(Baseline = true)]
    public int BareWalk()
    {
        Utf8JsonReader reader = new(_bytes);
        int tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public async Task<int> ListAsync()
    {
        int count = 0;
        IAsyncEnumerable<Recording> recordings = _client.Recordings.ListAsync("ls-20200313162828-G60tN");
        await foreach (Recording _ in recordings)
        {
            count++;
        }

        return count;
    }
}
