using System;

namespace LiveStation;

/// <summary>What an address that is to give a playlist gave.</summary>
/// <param name="Address">The address.</param>
/// <param name="Fault">Why it is none; null where it is one.</param>
internal sealed record PlaylistAnswer(Uri Address, string? Fault);
