using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Callbacks between the sockets and the pipeline. It holds so many and no more: what has no room is answered with 503, so that nothing
/// is taken for received that is not; the service may send it again, and who reconciles has it from the list.
/// </summary>
internal sealed class CallbackInbox(int capacity = CallbackInbox.Capacity)
{
    /// <summary>How many it holds: of bodies that are as large as they may be, these are some sixty megabytes.</summary>
    public const int Capacity = 4096;

    // Refusals are said together: who is flooded is told so once a second.
    private static readonly TimeSpan Lull = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<Event> _events = new();
    private readonly Stopwatch _sinceTold = new();
    private Dictionary<CallbackRefusal, int> _refusals = [];
    private TaskCompletionSource<bool>? _waiter;
    private bool _isClosed;

    /// <summary>How many were taken in all.</summary>
    public long Taken { get; private set; }

    /// <summary>Takes one in. From any thread.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryPut(Event item)
    {
        lock (_gate)
        {
            if (_isClosed || _events.Count >= capacity)
            {
                return false;
            }

            _events.Enqueue(item);
            Taken++;
            Wake();
            return true;
        }
    }

    /// <summary>Counts a request that was not taken. From any thread.</summary>
    public void Refuse(CallbackRefusal refusal)
    {
        lock (_gate)
        {
            _refusals.TryGetValue(refusal, out int count);
            _refusals[refusal] = count + 1;
            if (!_sinceTold.IsRunning || _sinceTold.Elapsed > Lull)
            {
                Wake();
            }
        }
    }

    /// <summary>The oldest one; null where there is none.</summary>
    public Event? Take()
    {
        lock (_gate)
        {
            return _events.Count > 0 ? _events.Dequeue() : null;
        }
    }

    /// <summary>What was refused since the last time; null where that was nothing, or is to be said later.</summary>
    public IReadOnlyDictionary<CallbackRefusal, int>? TakeRefusals()
    {
        lock (_gate)
        {
            if (_refusals.Count == 0 || (_sinceTold.IsRunning && _sinceTold.Elapsed <= Lull && !_isClosed))
            {
                return null;
            }

            Dictionary<CallbackRefusal, int> refusals = _refusals;
            _refusals = [];
            _sinceTold.Restart();
            return refusals;
        }
    }

    /// <summary>Takes nothing more; what is in it stays.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    /// <summary>Ends when there is something to take. For one reader.</summary>
    public Task ArrivalAsync()
    {
        lock (_gate)
        {
            if (_events.Count > 0)
            {
                return Task.CompletedTask;
            }

            _waiter ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }

    private void Wake()
    {
        _waiter?.TrySetResult(true);
        _waiter = null;
    }
}
