using System;

namespace LiveStation.Emulator;

/// <summary>A piece of a body. The bytes are good until the next piece is asked for: pieces share one buffer.</summary>
internal readonly record struct BodyChunk(ReadOnlyMemory<byte> Bytes, BodyChunkKind Kind);

/// <summary>What a piece is, so that faults can aim at it.</summary>
internal enum BodyChunkKind
{
    /// <summary>What surrounds the entries.</summary>
    Frame,

    /// <summary>One whole entry of a list, or the whole content of a single answer.</summary>
    Entry,

    /// <summary>The brace that closes the document.</summary>
    End,
}
