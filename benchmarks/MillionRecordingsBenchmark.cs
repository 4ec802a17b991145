using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace LiveStation.Benchmarks;

/// <summary>A million recordings from a body that is made on the fly.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
[MemoryDiagnoser]
public class MillionRecordingsBenchmark
{
    private const int Count = 1_000_000;

    private readonly LiveStationClient _client = new(new LiveStationClientOptions(new AccessKeyCredential("BENCHMARK", "benchmark"))
    {
        Handler = new BodyHandler(() => new RecordingListBody(Count)),
    });

    [Benchmark]
    public async Task<int> ListAsync()
    {
        int count = 0;
        await foreach (Recording _ in _client.Recordings.ListAsync("ls-20200313162828-G60tN"))
        {
            count++;
        }

        return count;
    }
}
