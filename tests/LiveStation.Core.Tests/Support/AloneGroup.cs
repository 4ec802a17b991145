using Xunit;

namespace LiveStation.Core.Tests.Support;

/// <summary>Tests that measure the process: the server has to speak in time, or memory must not grow. They run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneGroup
{
    public const string Name = "Alone";
}
