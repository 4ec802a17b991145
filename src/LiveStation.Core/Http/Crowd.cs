namespace LiveStation;

/// <summary>
/// Calls that are one piece of work together. One of them that the gateway refuses is work not yet done: it is sent again as long
/// as others get through. A call that stands alone has its attempts and no more.
/// </summary>
internal sealed class Crowd
{
    private volatile bool _isMany;
    private volatile LiveStationApiException? _givenUp;

    /// <summary>Whether there are several. May change while calls are under way.</summary>
    public bool IsMany
    {
        get => _isMany;
        set => _isMany = value;
    }

    /// <summary>When the first of them was refused, in seconds on the clock of the pace; null where none was. For the pace alone.</summary>
    public double? RefusedSince { get; set; }

    /// <summary>Why none of them is sent any more; null while they are.</summary>
    public LiveStationApiException? GivenUp
    {
        get => _givenUp;
        set => _givenUp = value;
    }

    /// <summary>Begins anew, with all its patience.</summary>
    public void GoOn()
    {
        RefusedSince = null;
        GivenUp = null;
    }
}
