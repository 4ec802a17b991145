using BenchmarkDotNet.Running;

namespace LiveStation.Benchmarks;

/// <summary>Run with <c>dotnet run -c Release --project benchmarks -- --filter '*'</c>.</summary>
internal static class Program
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
