using System;
using System.IO;

namespace LiveStation.PowerShell;

/// <summary>The file of a report: what speaks against it, in words, and its writing.</summary>
internal static class ReportFile
{
    /// <summary>What speaks against a path, before any work is done for it; null for nothing.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="overwrites">Whether a file may be overwritten.</param>
    public static LiveStationSaveException? Refusal(string path, bool overwrites)
    {
        string shown = Text.Clean(path);
        string? folder = Path.GetDirectoryName(path);
        return Directory.Exists(path) ? new("TargetIsFolder", ErrorKind.AlreadyExists, $"{shown}: there is a folder of this name where the file should be. Nothing was written.", "Give -Path with the name of the file.")
            : !Directory.Exists(folder) ? new("FolderNotFound", ErrorKind.NotFound, $"{shown}: there is no folder {Text.Clean(folder)}. Nothing was written.", "Make the folder, or give another -Path.")
            : File.Exists(path) && !overwrites ? Exists(path)
            : null;
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="overwrites">Whether a file may be overwritten.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="LiveStationSaveException">It could not be written; nothing is left of it, and what was there is there.</exception>
    public static FileInfo Write(string path, bool overwrites, Action<Stream> write)
    {
        if (File.Exists(path) && !overwrites)
        {
            throw Exists(path);
        }

        // A page is some megabytes at the most.
        using MemoryStream stream = new();
        write(stream);
        try
        {
            WholeFile.Write(path, stream.ToArray());
            return new FileInfo(path);
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
