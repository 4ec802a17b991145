using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>Completes ids of recordings that were seen before.</summary>
public sealed class RecordIdCompleter : NameCompleter
{
    private protected override IEnumerable<(string Value, string ToolTip)> Candidates(LsContext context) =>
        context.Seen.Recordings.Select(static seen => (seen.Key.ToString(CultureInfo.InvariantCulture), seen.Value));
}
