using System;

namespace LiveStation;

/// <summary>No usable key pair, or a place that should hold one is broken. Says where, never what.</summary>
public sealed class LiveStationCredentialException : LiveStationException
{
    internal LiveStationCredentialException(string errorId, string message, Exception? inner = null)
        : this(errorId, message, "Give keys with Connect-LsAccount, or mend the place named here. Connect-LsAccount -Emulator needs no key.", inner)
    {
    }

    internal LiveStationCredentialException(string errorId, string message, string recommendation, Exception? inner = null)
        : base(errorId, ErrorKind.Credential, message, recommendation, inner)
    {
    }
}
