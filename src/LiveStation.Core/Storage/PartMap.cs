using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace LiveStation;

/// <summary>
/// The journal beside a part: which object it is of, and which ranges of it are on the disk. A line for each range, added when the
/// range has been flushed. It is open for one process at a time, and so is the lock of the whole.
/// </summary>
internal sealed class PartMap : IDisposable
{
    private const string Form = "LiveStation part 1";

    // Far more than any object has; a damaged size would make a map that no memory holds.
    private const long MostRanges = 1_000_000;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly string _head;

    private PartMap(string path, FileStream file, string head, long length, long partSize)
    {
        _path = path;
        _file = file;
        _head = head;
        PartSize = partSize;
        Done = new bool[(length + partSize - 1) / partSize];
    }

    /// <summary>Bytes of a range.</summary>
    public long PartSize { get; private set; }

    /// <summary>The ranges that are on the disk.</summary>
    public bool[] Done { get; private set; }

    /// <summary>Whether there are ranges of another object, or of another state of this one.</summary>
    public bool WasOther { get; private set; }

    /// <summary>Opens or makes the journal.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="what">The object.</param>
    /// <param name="address">Where it lies.</param>
    /// <param name="partSize">Bytes of a range, for a new journal; an old one keeps its own.</param>
    public static PartMap Open(string path, StoredObject what, Uri address, long partSize)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 4096);
        try
        {
            string head = $"{Form}\n{address.AbsoluteUri}\n{Uri.EscapeDataString(what.ETag ?? "")}\n{what.Length.ToString(CultureInfo.InvariantCulture)} ";
            PartMap map = new(path, file, head, what.Length, partSize);
            map.Read(what.Length);
            return map;
        }
        catch (Exception)
        {
            // Whatever it is, the lock on the journal ends with it.
            file.Dispose();
            throw;
        }
    }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        Array.Clear(Done, 0, Done.Length);
        _file.SetLength(0);
        Add(_head + PartSize.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    /// <summary>Counts ranges that have been flushed.</summary>
    public void Append(IReadOnlyCollection<int> ranges)
    {
        Add(string.Concat(ranges.Select(static range => range.ToString(CultureInfo.InvariantCulture) + "\n")));
        foreach (int range in ranges)
        {
            Done[range] = true;
        }
    }

    /// <summary>Ends it: what it was about is whole.</summary>
    public void Delete()
    {
        // The lock goes last where the system allows that.
        try
        {
            File.Delete(_path);
        }
        catch (IOException)
        {
            _file.Dispose();
            File.Delete(_path);
        }

        _file.Dispose();
    }

    public void Dispose() => _file.Dispose();

    private void Add(string text)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        _file.Seek(0, SeekOrigin.End);
        _file.Write(bytes, 0, bytes.Length);
        _file.Flush(true);
    }

    private void Read(long length)
    {
        byte[] bytes = new byte[Math.Min(_file.Length, 4 * 1024 * 1024)];
        int count = 0;
        for (int read; count < bytes.Length && (read = _file.Read(bytes, count, bytes.Length - count)) > 0;)
        {
            count += read;
        }

        // What stands behind the last line end was cut by a power failure: half a number is another number.
        string text = Encoding.ASCII.GetString(bytes, 0, count);
        text = text.Substring(0, text.LastIndexOf('\n') + 1);
        if (!text.StartsWith(_head, StringComparison.Ordinal))
        {
            WasOther = text.StartsWith(Form, StringComparison.Ordinal) && text.Split('\n').Length > 5;
            Reset();
            return;
        }

        string[] lines = text.Substring(_head.Length).Split('\n');
        if (!long.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out long partSize) || partSize <= 0 || length / partSize > MostRanges || partSize > long.MaxValue - length)
        {
            Reset();
            return;
        }

        PartSize = partSize;
        Done = new bool[(length + partSize - 1) / partSize];
        foreach (string line in lines.Skip(1))
        {
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int range) && range < Done.Length)
            {
                Done[range] = true;
            }
        }

        _file.SetLength(text.Length);
    }
}
