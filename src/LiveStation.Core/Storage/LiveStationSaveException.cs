using System;

namespace LiveStation;

/// <summary>A recording or a bookmark could not be saved, for a reason on this machine or in what was received.</summary>
public sealed class LiveStationSaveException : LiveStationException
{
    internal LiveStationSaveException(string errorId, ErrorKind kind, string message, string recommendation, Exception? inner = null)
        : base(errorId, kind, message, recommendation, inner)
    {
    }
}
