using System.Linq;

namespace LiveStation.PowerShell.Tests;

/// <summary>How wide text is on a screen.</summary>
internal static class Cells
{
    public static int Of(char c) => c is (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\ua4cf') or (>= '\uac00' and <= '\ud7a3') or (>= '\uff00' and <= '\uff60') ? 2 : 1;

    public static int Of(string text) => text.Sum(Of);

    /// <summary>The word that begins at a cell; empty where that cell is blank, or is the second half of something or the middle of a word.</summary>
    public static string WordAt(string line, int cell)
    {
        int i = 0;
        for (int at = 0; at < cell && i < line.Length; i++)
        {
            at += Of(line[i]);
            if (at > cell)
            {
                return "";
            }
        }

        return i >= line.Length || (i > 0 && line[i - 1] != ' ') ? "" : line[i..].Split(' ')[0];
    }
}
