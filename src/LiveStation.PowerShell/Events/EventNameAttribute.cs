using System;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes the names of events: known ones in both spellings, wildcards, and codes of the service that are newer than this version, as it
/// writes them. Anything else is a slip of the keyboard, which would find nothing without a word.
/// </summary>
public sealed class EventNameAttribute : ValidateEnumeratedArgumentsAttribute
{
    private static readonly Regex Code = new("^[A-Z0-9]+(_[A-Z0-9]+)+$", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        string name = element?.ToString() ?? "";
        if (!WildcardPattern.ContainsWildcardCharacters(name) && !WireNames<EventCode>.TryRead(name, out _) && !Code.IsMatch(name))
        {
            throw new ValidationMetadataException($"'{Text.Clean(name)}' is no event. Known are {string.Join(", ", Enum.GetNames(typeof(EventCode)).Skip(1))}; a newer one as the service writes it, SOME_EVENT, or with wildcards.");
        }
    }
}
