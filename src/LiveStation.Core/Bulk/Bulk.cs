using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Sends many items in few calls. Where the service refuses a call because of one item, the call is halved until that one
/// stands alone, so that the others go through. No limit on the size of a call is documented; this one is modest.
/// </summary>
internal static class Bulk
{
    private const int LargestCall = 50;

    public static async IAsyncEnumerable<BulkOutcome<TId, TResult>> SendAsync<TId, TResult>(
        IReadOnlyList<TId> ids,
        Func<IReadOnlyList<TId>, CancellationToken, Task<TResult>> send,
        HashSet<string> blamesOne,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Stack<IReadOnlyList<TId>> waiting = new();
        for (int end = ids.Count; end > 0; end -= LargestCall)
        {
            int start = Math.Max(0, end - LargestCall);
            waiting.Push([.. ids.Skip(start).Take(end - start)]);
        }

        while (waiting.Count > 0)
        {
            IReadOnlyList<TId> part = waiting.Pop();
            BulkOutcome<TId, TResult>? outcome = null;
            try
            {
                outcome = new BulkOutcome<TId, TResult>(part, await send(part, cancellationToken).ConfigureAwait(false), null);
            }
            catch (LiveStationApiException e) when (part.Count > 1 && blamesOne.Contains(e.ErrorId))
            {
                int half = part.Count / 2;
                waiting.Push([.. part.Skip(half)]);
                waiting.Push([.. part.Take(half)]);
            }
            catch (LiveStationException e)
            {
                outcome = new BulkOutcome<TId, TResult>(part, default, e);
            }

            if (outcome is not null)
            {
                yield return outcome;
            }
        }
    }
}
