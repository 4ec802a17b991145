namespace LiveStation;

/// <summary>A value that cannot be sent; nothing was sent.</summary>
public sealed class LiveStationArgumentException : LiveStationException
{
    internal LiveStationArgumentException(string errorId, string message, string recommendation)
        : this(errorId, ErrorKind.InvalidArgument, message, recommendation)
    {
    }

    internal LiveStationArgumentException(string errorId, ErrorKind kind, string message, string recommendation)
        : base(errorId, kind, message, recommendation, null)
    {
    }
}
