using System;
using System.IO;
using System.Linq;

namespace LiveStation;

/// <summary>A file that is never seen half written: it is written beside its place and takes that in one step.</summary>
internal static class WholeFile
{
    /// <summary>Writes it; leaves one that has these bytes already as it is.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        if (File.Exists(path) && new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).SequenceEqual(bytes))
        {
            return;
        }

        Write(path, file => file.Write(bytes, 0, bytes.Length));
    }

    /// <summary>Writes it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <param name="release">Closes what is there: where files are locked by who has them open, nothing can take the place of one that is.</param>
    /// <exception cref="IOException">It cannot be written; what is there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write, Action? release = null)
    {
        string part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (FileStream file = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(true);
            }

            release?.Invoke();
            Place(part, path);
        }
        catch (IOException e) when (e.Message.Contains(part))
        {
            // Who reads it knows the name of the file, and not the one that it had while it was written.
            throw new IOException(e.Message.Replace(part, path), e.HResult);
        }
        finally
        {
            // To delete in a folder that is not there is an error of its own.
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Has what was written take the place of what is there, if anything is.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public static void Place(string part, string path)
    {
        if (File.Exists(path))
        {
            File.Replace(part, path, null);
        }
        else
        {
            File.Move(part, path);
        }
    }
}
