using System;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator;

/// <summary>The same wait on both frameworks.</summary>
internal static class TimeProviderWait
{
    public static Task WaitAsync(this TimeProvider time, TimeSpan span, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(span, time, cancellationToken);
#else
        time.Delay(span, cancellationToken);
#endif
}
