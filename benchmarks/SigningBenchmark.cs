using BenchmarkDotNet.Attributes;

namespace LiveStation.Benchmarks;

/// <summary>One signature.</summary>
[MemoryDiagnoser]
public class SigningBenchmark
{
    private readonly AccessKeyCredential _credential = new("EXAMPLEACCESSKEY0001", "EXAMPLEsecretKEY0000000000000000000000001");

    [Benchmark]
    public string Sign() => RequestSigner.Sign(_credential, "GET", "/api/v2/channels/ls-20250814000000-zTwK2/records", "1767225600000");
}
