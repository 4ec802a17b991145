using System.Collections.Generic;

namespace LiveStation;

/// <summary>How a part of a bulk call went.</summary>
/// <typeparam name="TId">Kind of id.</typeparam>
/// <typeparam name="TResult">Kind of answer.</typeparam>
/// <param name="Ids">The items that went together.</param>
/// <param name="Result">The answer, where they went through.</param>
/// <param name="Failure">Why not, where they did not; then there is one item, or the failure is not about a single one.</param>
public sealed record BulkOutcome<TId, TResult>(IReadOnlyList<TId> Ids, TResult? Result, LiveStationException? Failure);
