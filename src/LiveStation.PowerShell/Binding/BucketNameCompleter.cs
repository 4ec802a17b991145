using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>Completes names of buckets that were seen before.</summary>
public sealed class BucketNameCompleter : NameCompleter
{
    private protected override IEnumerable<(string Value, string ToolTip)> Candidates(LsContext context, IDictionary boundParameters) =>
        context.Seen.Buckets.Select(static seen => (seen.Key, seen.Value));
}
