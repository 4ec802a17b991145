using System;

namespace LiveStation;

/// <summary>Nothing can listen for callbacks at an address and port of this machine.</summary>
public sealed class LiveStationListenException : LiveStationException
{
    internal LiveStationListenException(string errorId, ErrorKind kind, string message, string recommendation, Exception? inner)
        : base(errorId, kind, message, recommendation, inner)
    {
    }
}
