using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>Names of channels of any kind: three to twenty letters, Latin or Korean, digits and underscores.</summary>
internal static class ChannelName
{
    private static readonly Regex Form = new("^[A-Za-z0-9_\uAC00-\uD7A3\u3131-\u318E]{3,20}$", RegexOptions.CultureInvariant);

    public static bool IsAllowed(string name) => Form.IsMatch(name);
}
