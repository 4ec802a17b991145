namespace LiveStation.PowerShell;

/// <summary>
/// Colours in views. The shell takes them away where they do not belong: in files and pipes, with NO_COLOR, and as $PSStyle says.
/// Windows PowerShell would not, so there are none. A colour never says alone what it says.
/// </summary>
internal static class Paint
{
#if NETFRAMEWORK
    public static string Good(string text) => text;

    public static string Bad(string text) => text;
#else
    public static string Good(string text) => $"\e[32m{text}\e[0m";

    public static string Bad(string text) => $"\e[31;1m{text}\e[0m";
#endif
}
