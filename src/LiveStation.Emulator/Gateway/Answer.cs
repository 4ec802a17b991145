using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>A status, a body, and headers beyond the usual ones.</summary>
internal sealed record Answer(int Status, IEnumerable<BodyChunk> Body)
{
    /// <summary>Null when there is no body.</summary>
    public string? ContentType { get; init; } = "application/json;charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Answer Empty(int status) => new(status, []) { ContentType = null };
}
