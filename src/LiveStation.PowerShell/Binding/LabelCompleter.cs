namespace LiveStation.PowerShell;

/// <summary>Completes what things of a kind are called by people.</summary>
/// <typeparam name="TKind">The kind.</typeparam>
internal sealed class LabelCompleter<TKind> : NameCompleter<TKind>
    where TKind : Kind
{
    private protected override (string? Value, string Tip) Offer(Kind kind, string name, object item) => (kind.LabelOf(item), $"{name} {kind.Tip(item)}");
}
