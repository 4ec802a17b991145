using System.Linq;

namespace LiveStation.PowerShell.Tests;

/// <summary>How wide text is on a screen.</summary>
internal static class Cells
{
    public static int Of(char c) => c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uff00' and <= '\uff60') ? 2 : 1;

    public static int Of(string text) => text.Sum(Of);
}
