using System.Text.RegularExpressions;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>What differs between markdown and MAML without a difference in meaning.</summary>
internal static partial class HelpText
{
    /// <summary>One space for any white space, no backticks.</summary>
    public static string Plain(string text) => Code(text.Replace("`", "", System.StringComparison.Ordinal));

    /// <summary>One space for any white space.</summary>
    public static string Code(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
