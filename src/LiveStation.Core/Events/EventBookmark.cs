using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace LiveStation;

/// <summary>
/// The file that outlives a watch: since when it is followed, and what was told. The whole is written beside it, flushed, and put in its
/// place; what is told after that is a line at its end, which a kill of the process leaves there. A last line without its end counts
/// for nothing. It is open for one process at a time, and so is the lock.
/// </summary>
internal sealed class EventBookmark : IDisposable
{
    private const string Form = "LiveStation bookmark 1";
    private const string Unlisted = "-";
    private const long Largest = 64 * 1024 * 1024;

    // Between what is worth a new file and what is not.
    private const int Spare = 1000;

    private readonly string _path;
    private FileStream? _file;
    private int _lines;
    private int _whole;
    private bool _isUnflushed;

    private EventBookmark(string path) => _path = path;

    /// <summary>Since when what happens is told; null for a new bookmark, and a damaged one.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>When a damaged one was written last; null where it is not damaged.</summary>
    public DateTimeOffset? DamagedSince { get; private set; }

    /// <summary>Where a damaged one was put aside; null where it is not damaged.</summary>
    public string? KeptAs { get; private set; }

    /// <summary>What was told when it was opened.</summary>
    public IReadOnlyList<Line> Told { get; private set; } = [];

    /// <summary>Whether it is to be written anew, because it grew or because it could not be written.</summary>
    public bool WantsWhole => _file is null || _lines > (2 * _whole) + Spare;

    /// <summary>Opens it, or gets ready for a new one. A damaged one is copied beside it first: what stands in it is written over.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="LiveStationSaveException">It is in use, cannot be read, or is no bookmark, and is left as it is.</exception>
    public static EventBookmark Open(string path)
    {
        EventBookmark bookmark = new(path);
        try
        {
            bookmark._file = bookmark.Lock(FileMode.OpenOrCreate);
            bookmark.Read();
            return bookmark;
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            bookmark.Dispose();
            throw Failure(e, path);
        }
        catch (LiveStationSaveException)
        {
            bookmark.Dispose();
            throw;
        }
    }

    /// <summary>Writes the whole anew.</summary>
    /// <param name="since">Since when what happens is told.</param>
    /// <param name="told">What was told.</param>
    /// <exception cref="LiveStationSaveException">It could not be written; what stood in it stands there still.</exception>
    public void Write(DateTimeOffset since, IEnumerable<Line> told)
    {
        try
        {
            int count = 0;
            WholeFile.Write(
                _path,
                file =>
                {
                    using StreamWriter writer = new(file, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" };
                    writer.WriteLine(Form);
                    writer.WriteLine(since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                    foreach (Line line in told)
                    {
                        writer.WriteLine(line.ToString());
                        count++;
                    }
                },
                Close);
            _file = Lock(FileMode.Open);
            _file.Seek(0, SeekOrigin.End);
            (_lines, _whole, _isUnflushed) = (0, count, false);
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            throw Failure(e, _path);
        }
    }

    /// <summary>Adds what was told. With that it outlives the process; what the power failing leaves of it, <see cref="Flush"/> says.</summary>
    /// <exception cref="LiveStationSaveException">It could not be written.</exception>
    public void Add(Line line)
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            byte[] bytes = Encoding.ASCII.GetBytes(line + "\n");
            _file.Write(bytes, 0, bytes.Length);
            _file.Flush();
            _lines++;
            _isUnflushed = true;
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            Close();
            throw Failure(e, _path);
        }
    }

    /// <summary>Has the disk keep what was added.</summary>
    /// <exception cref="LiveStationSaveException">It could not be written.</exception>
    public void Flush()
    {
        if (!_isUnflushed || _file is null)
        {
            return;
        }

        try
        {
            _file.Flush(true);
            _isUnflushed = false;
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            Close();
            throw Failure(e, _path);
        }
    }

    public void Dispose() => Close();

    private static LiveStationSaveException Failure(Exception e, string path) => SaveFailure.IsShared(e)
        ? new("BookmarkInUse", ErrorKind.Busy, $"{Text.Clean(path)}: another command goes by this bookmark, or has it open.", "Give each watch a bookmark of its own, or end the other one.", e)
        : SaveFailure.NoPlace(path, "Nothing of it was written.", "-Bookmark") ?? new("BookmarkNotWritten", ErrorKind.WriteFailed, $"{Text.Clean(path)}: the bookmark could not be read or written. {Text.Clean(e.Message)}", "Look at the disk, the folder and the rights there, or give another -Bookmark.", e);

    private FileStream Lock(FileMode mode) => new(_path, mode, FileAccess.ReadWrite, FileShare.None, 4096);

    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            // A full disk does not take the rest; that was said already.
        }

        _file = null;
    }

    private void Read()
    {
        FileStream file = _file!;
        if (file.Length == 0)
        {
            return;
        }

        // A path that was mistyped is that of a script, a list or a film: what a watch did not write it does not write over.
        if (!HasForm(file))
        {
            throw new LiveStationSaveException("NotABookmark", ErrorKind.AlreadyExists, $"{Text.Clean(_path)}: this file is no bookmark, and was left as it is.", "Give -Bookmark a file of its own, such as ./evening.bookmark; it is made where there is none.");
        }

        if (file.Length > Largest || !TryRead(file))
        {
            DamagedSince = File.GetLastWriteTimeUtc(_path);
            KeptAs = Keep(file);
        }
    }

    private static bool HasForm(FileStream file)
    {
        byte[] first = new byte[Form.Length + 1];
        int length = 0;
        for (int read; length < first.Length && (read = file.Read(first, length, first.Length - length)) > 0; length += read)
        {
        }

        file.Seek(0, SeekOrigin.Begin);
        return Encoding.ASCII.GetString(first, 0, Math.Min(length, Form.Length)) == Form && (length == Form.Length || first[Form.Length] is (byte)'\n' or (byte)'\r');
    }

    private string Keep(FileStream file)
    {
        string path = _path + ".damaged";
        for (int number = 2; File.Exists(path) || Directory.Exists(path); number++)
        {
            path = string.Format(CultureInfo.InvariantCulture, "{0}.damaged{1}", _path, number);
        }

        using FileStream copy = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Seek(0, SeekOrigin.Begin);
        file.CopyTo(copy);
        copy.Flush(true);
        return path;
    }

    private bool TryRead(FileStream file)
    {
        using StreamReader reader = new(file, new UTF8Encoding(false), false, 4096, leaveOpen: true);
        string text = reader.ReadToEnd();

        // What stands behind the last line end was cut by a kill or a power failure.
        string[] lines = text.Substring(0, text.LastIndexOf('\n') + 1).Split('\n');
        if (lines.Length < 3 || lines[0] != Form || !DateTimeOffset.TryParseExact(lines[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset since))
        {
            return false;
        }

        List<Line> told = [];
        for (int i = 2; i < lines.Length - 1; i++)
        {
            if (!Line.TryParse(lines[i], out Line line))
            {
                return false;
            }

            told.Add(line);
        }

        (Since, Told) = (since, told);
        return true;
    }

    /// <summary>An event that was told.</summary>
    /// <param name="Whole">Its print in a list; null where only a callback told of it.</param>
    /// <param name="Brief">Its print in a callback.</param>
    internal readonly record struct Line(Guid? Whole, Guid Brief)
    {
        public static bool TryParse(string text, out Line line)
        {
            string[] parts = text.Split(' ');
            Guid whole = default;
            bool isUnlisted = parts[0] == Unlisted;
            if (parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out Guid brief) && (isUnlisted || Guid.TryParseExact(parts[0], "N", out whole)))
            {
                line = new Line(isUnlisted ? null : whole, brief);
                return true;
            }

            line = default;
            return false;
        }

        public override string ToString() => $"{Whole?.ToString("N") ?? Unlisted} {Brief:N}";
    }
}
