using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>Tasks side by side, of which one that fails ends the others.</summary>
internal static class Workers
{
    /// <summary>Throws what the first of them failed with for a reason of its own, and not for the end of the others.</summary>
    public static void ThrowReason(IEnumerable<Task> tasks)
    {
        foreach (Task task in tasks)
        {
            if (task is { IsFaulted: true, Exception.InnerException: { } reason and not OperationCanceledException })
            {
                ExceptionDispatchInfo.Capture(reason).Throw();
            }
        }
    }
}
