using System;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

internal static class Pauses
{
    /// <summary>Waits a while on a clock; ends at once when it is cancelled.</summary>
    public static Task PauseAsync(this TimeProvider time, TimeSpan pause, CancellationToken cancellationToken) =>
#if NETFRAMEWORK
        time.Delay(pause, cancellationToken);
#else
        Task.Delay(pause, time, cancellationToken);
#endif
}
