using System.Collections.Generic;

namespace LiveStation;

/// <summary>A credential with the place it came from.</summary>
/// <param name="Credential">The key pair.</param>
/// <param name="Source">Where it came from, in words; never what it is.</param>
/// <param name="Zone">The zone that the source names; <see langword="null"/> where it names none.</param>
/// <param name="Warnings">What somebody should know about that source; mostly empty.</param>
public sealed record ResolvedCredential(AccessKeyCredential Credential, string Source, Zone? Zone, IReadOnlyList<string> Warnings);
