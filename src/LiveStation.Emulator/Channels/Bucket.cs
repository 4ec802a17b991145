using System.Text.RegularExpressions;

namespace LiveStation.Emulator;

/// <summary>What is known about buckets.</summary>
internal static class Bucket
{
    public static readonly string[] AccessControls = ["PRIVATE", "PUBLIC_READ"];

    // Object Storage wants three characters at least; one is taken here, so that examples may say "b".
    private static readonly Regex Form = new("^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant);

    public static bool IsAllowed(string name) => Form.IsMatch(name);
}
