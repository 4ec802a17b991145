using System;
using System.Globalization;
using System.IO;

namespace LiveStation;

/// <summary>What goes wrong on this machine while something is saved, in words for people.</summary>
internal static class SaveFailure
{
    public const string Damaged = "StoredObjectDamaged";

    // As Windows and the systems with errno number them.
    private static readonly int[] FullCodes = [unchecked((int)0x80070070), unchecked((int)0x80070027), 28, 122, 69];
    private static readonly int[] SharedCodes = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <summary>Whether the file system threw it.</summary>
    public static bool IsLocal(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    /// <summary>Whether it was thrown because somebody else has the file.</summary>
    public static bool IsShared(Exception e) => e is IOException && Array.IndexOf(SharedCodes, e.HResult) >= 0;

    /// <summary>What the file system threw.</summary>
    /// <param name="e">What it threw.</param>
    /// <param name="path">The file that is being saved.</param>
    /// <param name="left">How many bytes are still to be written.</param>
    public static LiveStationSaveException Of(Exception e, string path, long left) => e switch
    {
        IOException when Array.IndexOf(FullCodes, e.HResult) >= 0 => Full(path, left, SpaceAt(path), e),
        _ when IsShared(e) => InUse(path, e),
        UnauthorizedAccessException or System.Security.SecurityException => new("FileNotWritable", ErrorKind.WriteFailed, $"{Text.Clean(path)}: this user may not write there.", "Give another -Path, or the right to write in this one.", e),
        _ => new("FileNotWritten", ErrorKind.WriteFailed, $"{Text.Clean(path)}: the file could not be written. {Text.Clean(e.Message)}", "Look at the disk and at the path, and run the command again: it goes on where it was.", e),
    };

    public static LiveStationSaveException Full(string path, long left, long free, Exception? inner = null) => new(
        "DiskFull",
        ErrorKind.WriteFailed,
        $"{Text.Clean(path)}: the disk is full. {Bytes(left)} are still to be written, {Bytes(free)} are free: {Bytes(Math.Max(0, left - free))} are missing.",
        "Make room, or give a -Path on another disk, and run the command again: what is there stays, and it goes on from it.",
        inner);

    public static LiveStationSaveException InUse(string path, Exception? inner = null) => new(
        "FileInUse",
        ErrorKind.Busy,
        $"{Text.Clean(path)}: another process is saving this file, or has it open.",
        "Wait for the other one. If there is none, close the program that has the file open.",
        inner);

    public static LiveStationSaveException IsFolder(string path) => new(
        "TargetIsFolder",
        ErrorKind.AlreadyExists,
        $"{Text.Clean(path)}: there is a folder of this name where the file should be.",
        "Rename the folder, or give another -FileName.");

    public static LiveStationSaveException IsFile(string path, string parameter = "-FileName") => new(
        "TargetIsFile",
        ErrorKind.AlreadyExists,
        $"{Text.Clean(path)}: there is a file of this name where the folder should be.",
        $"Rename the file, or give another {parameter}.");

    /// <summary>What speaks against a file at a path, in words, before any work is done for it; null for nothing.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="outcome">What was not done.</param>
    /// <param name="parameter">The parameter that names it.</param>
    public static LiveStationSaveException? NoPlace(string path, string outcome, string parameter = "-Path")
    {
        string? folder = Path.GetDirectoryName(path);
        return Directory.Exists(path) ? new("TargetIsFolder", ErrorKind.AlreadyExists, $"{Text.Clean(path)}: there is a folder of this name where the file should be. {outcome}", $"Give {parameter} with the name of the file.")
            : !Directory.Exists(folder) ? new("FolderNotFound", ErrorKind.NotFound, $"{Text.Clean(path)}: there is no folder {Text.Clean(folder)}. {outcome}", $"Make the folder, or give another {parameter}.")
            : null;
    }

    public static LiveStationSaveException Differs(string path, string how) => new(
        "FileDiffers",
        ErrorKind.AlreadyExists,
        $"{Text.Clean(path)}: there is something else of this name ({how}). It was left as it is.",
        "Look at it; then move it away, give another -FileName, or overwrite it with -Force.");

    public static LiveStationSaveException OfDamage(string target, string path) => new(
        Damaged,
        ErrorKind.OperationFailed,
        $"{Text.Clean(target)}: what arrived for {Text.Clean(path)} is not what the store says it holds, twice. Nothing was saved.",
        "Something on the way or the disk changes bytes: look at the disk, the memory and the proxy of this machine, and try another one. The object in the bucket was not touched.");

    public static LiveStationSaveException Refused(string errorId, string target, string what, string recommendation) =>
        new(errorId, ErrorKind.OperationFailed, $"{Text.Clean(target)}: {what}", recommendation);

    /// <summary>Free bytes where a file is to lie; without end where that cannot be told.</summary>
    public static long SpaceAt(string path)
    {
        try
        {
            string? folder = Path.GetDirectoryName(path);
            return string.IsNullOrEmpty(folder) ? long.MaxValue : new DriveInfo(folder!).AvailableFreeSpace;
        }
        catch (Exception e) when (IsLocal(e) || e is ArgumentException)
        {
            // A share has no drive.
            return long.MaxValue;
        }
    }

    public static string Bytes(long count) => count switch
    {
        < 1000 => count.ToString(CultureInfo.InvariantCulture) + " bytes",
        < 1_000_000 => (count / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " kB",
        < 1_000_000_000 => (count / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " MB",
        _ => (count / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " GB",
    };
}
