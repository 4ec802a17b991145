using System.Globalization;

namespace LiveStation.PowerShell;

/// <summary>Completes the quality sets that channels use.</summary>
internal sealed class QualitySetIdCompleter : NameCompleter<ChannelKind>
{
    private protected override (string? Value, string Tip) Offer(Kind kind, string name, object item) =>
        (((Channel)item).QualitySetId?.ToString(CultureInfo.InvariantCulture), ((Channel)item).QualitySetName ?? "quality set");
}
