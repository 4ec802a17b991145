namespace LiveStation;

/// <summary>What parallel calls of one context may spend on retries together, so that a failing service is not hit harder by many callers at once.</summary>
internal sealed class RetryBudget
{
    // A retry costs ten, a call that succeeds at once gives one back: at the most one call in ten is a retry once the reserve is gone.
    private const int Cost = 10;
    private const int Capacity = 30 * Cost;

    private readonly object _lock = new();
    private int _left = Capacity;

    public bool TryTake()
    {
        lock (_lock)
        {
            if (_left < Cost)
            {
                return false;
            }

            _left -= Cost;
            return true;
        }
    }

    public void Return()
    {
        lock (_lock)
        {
            if (_left < Capacity)
            {
                _left++;
            }
        }
    }
}
