using System;
using System.Collections.Generic;
using System.IO;

namespace LiveStation.Emulator;

/// <summary>One answer, to be carried by any transport. Dispose it when the body is read or no longer wanted.</summary>
public sealed class EmulatorResponse : IDisposable
{
    internal EmulatorResponse(int statusCode, IReadOnlyList<KeyValuePair<string, string>> headers, Stream body, bool isReset = false)
    {
        StatusCode = statusCode;
        Headers = headers;
        Body = body;
        IsReset = isReset;
    }

    /// <summary>The connection is to be closed before any byte of an answer; nothing else here has a meaning then.</summary>
    public bool IsReset { get; }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The headers, those of the body included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The body, made while it is read. A body that breaks off throws an <see cref="IOException"/> at that place.</summary>
    public Stream Body { get; }

    /// <summary>Ends the body; a read that waits fails.</summary>
    public void Dispose() => Body.Dispose();
}
