#if NETFRAMEWORK
using System.Runtime.CompilerServices;
using System.Threading;

namespace LiveStation.Core.Tests.Support;

/// <summary>Starts one timer early: otherwise Mono can crash when the runner starts its first one at exit (mono/mono#21762).</summary>
internal static class MonoTimer
{
    private static Timer? _first;

    [ModuleInitializer]
    internal static void Start()
    {
        _first = new Timer(_ => _first?.Dispose(), null, 1, Timeout.Infinite);
    }
}
#endif
