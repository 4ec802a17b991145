using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>The calls of one cmdlet to one account, and those of them that were given up because the gateway lets nothing through.</summary>
internal sealed class AccountCalls
{
    private readonly Crowd _crowd = new();
    private readonly List<string> _givenUp = [];
    private LiveStationApiException? _reason;
    private string? _brokenList;

    public AccountCalls(LsContext context, Action<ApiEvent> tell) => Client = context.Client.Observe(tell, _crowd);

    public LiveStationClient Client { get; }

    /// <summary>Whether there is more than one call to make: what is refused is then no error as long as others get through.</summary>
    public bool AreMany
    {
        set => _crowd.IsMany = value;
    }

    /// <summary>Calls again after all were given up.</summary>
    public void GoOn() => _crowd.GoOn();

    /// <summary>Keeps a failure that ended many calls at once, to be told once for all of them.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="names">What the call was about.</param>
    /// <param name="brokenList">The sentence about a list that was not read to its end; null for another call.</param>
    /// <returns>False where it is a failure like any other.</returns>
    public bool Keep(LiveStationException failure, IEnumerable<string> names, string? brokenList = null)
    {
        if (failure is not LiveStationApiException { IsGivenUp: true } reason)
        {
            return false;
        }

        _reason ??= reason;
        _givenUp.AddRange(names);
        _brokenList ??= brokenList;
        return true;
    }

    /// <summary>The error about what was kept, once; null where there is nothing.</summary>
    public ErrorRecord? TakeError()
    {
        if (_reason is not { } reason)
        {
            return null;
        }

        string[] names = [.. _givenUp.Distinct()];
        ErrorRecord error = ErrorRecords.OfGivenUp(reason, names, _brokenList);
        _reason = null;
        _brokenList = null;
        _givenUp.Clear();
        return error;
    }
}
