using System;
using System.IO;

namespace LiveStation.PowerShell;

/// <summary>The terminal of this process.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private readonly bool _hasKeys = !Console.IsInputRedirected;

    public SystemTerminal(bool isColoured) => IsColoured = isColoured;

    public (int Width, int Height) Size
    {
        get
        {
            try
            {
                return (Math.Max(Console.WindowWidth, 1), Math.Max(Console.WindowHeight, 1));
            }
            catch (IOException)
            {
                return (80, 24);
            }
        }
    }

    public bool IsColoured { get; }

    public char? ReadKey() => _hasKeys && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null;

    public void Write(string text)
    {
        Console.Out.Write(text);
        Console.Out.Flush();
    }
}
