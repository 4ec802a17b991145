using System.Threading;

namespace Xunit;

/// <summary>What tests ask of the runner, for the older generation of xUnit that mutants are run with: nobody stops those.</summary>
internal sealed class TestContext
{
    public static TestContext Current { get; } = new();

    public CancellationToken CancellationToken => CancellationToken.None;
}
