using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>A playlist and what it names.</summary>
/// <param name="Root">What all keys begin with.</param>
/// <param name="First">The playlist that names all others.</param>
/// <param name="Files">All of them, each once, the first one first.</param>
internal sealed record FolderPlan(string Root, StoredObject First, IReadOnlyList<StoredObject> Files)
{
    public long Length { get; } = Files.Sum(static file => file.Length);
}
