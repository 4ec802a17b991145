using Xunit;

namespace LiveStation.Core.Tests.Support;

/// <summary>Tests of silence over real sockets, in which the server has to speak in time: they run when no others keep the machine busy.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedGroup
{
    public const string Name = "Timed";
}
