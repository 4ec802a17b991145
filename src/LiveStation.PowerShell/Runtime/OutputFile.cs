using System;
using System.IO;

namespace LiveStation.PowerShell;

/// <summary>A file that a command writes: what speaks against it, in words, and its writing.</summary>
internal static class OutputFile
{
    /// <summary>What speaks against a path, before any work is done for it; null for nothing.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="overwrites">Whether a file may be overwritten.</param>
    public static LiveStationSaveException? Refusal(string path, bool overwrites) =>
        SaveFailure.NoPlace(path, "Nothing was written.") ?? (File.Exists(path) && !overwrites ? Exists(path) : null);

    /// <summary>Writes a file whole, or not at all.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="overwrites">Whether a file may be overwritten.</param>
    /// <exception cref="LiveStationSaveException">It could not be written; nothing is left of it, and what was there is there.</exception>
    public static void Write(string path, byte[] bytes, bool overwrites = true)
    {
        if (File.Exists(path) && !overwrites)
        {
            throw Exists(path);
        }

        try
        {
            WholeFile.Write(path, bytes);
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            throw e is UnauthorizedAccessException or System.Security.SecurityException
                ? new LiveStationSaveException("FileNotWritable", ErrorKind.WriteFailed, $"{Text.Clean(path)}: this user may not write there.", "Give another -Path, or the right to write in this one.", e)
                : new LiveStationSaveException("FileNotWritten", ErrorKind.WriteFailed, $"{Text.Clean(path)}: the file could not be written. {Text.Clean(e.Message)}", "Look at the disk and at the path, and run the command again.", e);
        }
    }

    private static LiveStationSaveException Exists(string path) =>
        new("FileExists", ErrorKind.AlreadyExists, $"{Text.Clean(path)}: there is a file of this name. It was left as it is.", "Overwrite it with -Force, or give another -Path.");
}
