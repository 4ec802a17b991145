using System;

namespace LiveStation;

/// <summary>No whole answer came: no connection, a cut one, or a time-out.</summary>
public sealed class LiveStationTransportException : LiveStationException
{
    internal LiveStationTransportException(string errorId, ErrorKind kind, string message, string recommendation, Exception? inner)
        : base(errorId, kind, message, recommendation, inner)
    {
    }
}
