namespace LiveStation;

/// <summary>What was waited for did not come: the time is over, or a state was reached from which there is no way.</summary>
public sealed class LiveStationWaitException : LiveStationException
{
    internal LiveStationWaitException(string errorId, ErrorKind kind, string message, string recommendation)
        : base(errorId, kind, message, recommendation, null)
    {
    }
}
