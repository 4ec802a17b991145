using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>Completes ids of recordings that were seen before.</summary>
public sealed class RecordIdCompleter : NameCompleter
{
    private protected override IEnumerable<(string Value, string ToolTip)> Candidates(LsContext context, IDictionary boundParameters)
    {
        string? channelId = boundParameters["ChannelId"] as string;
        return context.Seen.Recordings
            .Where(seen => channelId is null || seen.Value.StartsWith(channelId + " ", StringComparison.Ordinal))
            .Select(static seen => (seen.Key.ToString(CultureInfo.InvariantCulture), seen.Value));
    }
}
