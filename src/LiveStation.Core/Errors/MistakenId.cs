using System;
using System.Linq;

namespace LiveStation;

/// <summary>What was most likely given in place of an id that no channel has. The form of ids is not documented, so nothing is refused for it.</summary>
internal static class MistakenId
{
    // What is longer is no slip of somebody at a prompt.
    private const int Longest = 100;

    /// <summary>What to do about it; null where the text looks like an id, as far as ids have been seen.</summary>
    /// <param name="target">What the call was about: an id, which the id of a part may follow after a slash.</param>
    /// <param name="listing">The command that lists such things, with their names.</param>
    /// <param name="areRecorded">Whether such things have recordings.</param>
    public static string? Advice(string? target, string listing, bool areRecorded)
    {
        string id = Text.Clean(target?.Split('/')[0]);
        if (id.Length is 0 or > Longest)
        {
            return null;
        }

        string[] pieces = [.. id.Split(',', ';', ' ').Where(static piece => piece.Length > 0)];
        string byName = $"{listing} -Name {ShellText.Quote(id)}";
        return pieces.Length > 1 ? $"That is one text. Several ids are a list: {string.Join(", ", pieces.Select(static piece => $"'{piece.Replace("'", "''")}'"))}."
            : id.StartsWith("ls-", StringComparison.OrdinalIgnoreCase) && id.IndexOfAny(['*', '?', '[']) < 0 ? null
            : areRecorded && id.All(static c => c is >= '0' and <= '9') ? $"That looks like the number of a recording, which its channel is given with: Get-LsRecording -ChannelId <id> -RecordId {id}. If it is the name of a channel, {byName} gives the id."
            : $"That does not look like an id, such as ls-20260112200000-Wk7sB. If it is a name, {byName} gives the id.";
    }
}
