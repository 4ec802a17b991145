using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace LiveStation;

/// <summary>
/// The journal beside a part: which object it is of, and how far each range of it is on the disk. A line is added when its bytes have
/// been flushed. It is open for one process at a time, and so is the lock of the whole.
/// </summary>
internal sealed class PartMap : IDisposable
{
    private const string Form = "LiveStation part 1";
    private const int MostRanges = 10_000;
    private const long LargestRange = 1L << 50;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly string _head;
    private readonly long _length;
    private long[] _noted;
    private bool _hasHead;

    private PartMap(string path, FileStream file, string head, long length, long partSize)
    {
        _path = path;
        _file = file;
        _head = head;
        _length = length;
        PartSize = partSize;
        _noted = new long[Ranges];
    }

    /// <summary>Bytes of a range.</summary>
    public long PartSize { get; private set; }

    /// <summary>How many ranges the object has.</summary>
    public int Ranges => (int)((_length / PartSize) + (_length % PartSize > 0 ? 1 : 0));

    /// <summary>Bytes that are on the disk.</summary>
    public long Noted => _noted.Sum();

    /// <summary>The least length that a part can have of which so much was noted.</summary>
    public long End => Enumerable.Range(0, Ranges).Where(range => _noted[range] > 0).Select(range => StartOf(range) + _noted[range]).LastOrDefault();

    /// <summary>Whether there are ranges of another object, or of another state of this one.</summary>
    public bool WasOther { get; private set; }

    /// <summary>Opens or makes the journal.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="what">The object.</param>
    /// <param name="address">Where it lies.</param>
    /// <param name="partSize">Bytes of a range, for a new journal, more where there would be too many; an old one keeps its own.</param>
    public static PartMap Open(string path, StoredObject what, Uri address, long partSize)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 4096);
        try
        {
            string head = $"{Form}\n{address.AbsoluteUri}\n{Uri.EscapeDataString(what.ETag ?? "")}\n{what.Length.ToString(CultureInfo.InvariantCulture)} ";
            PartMap map = new(path, file, head, what.Length, Math.Max(partSize, what.Length / MostRanges));
            map.Read();
            return map;
        }
        catch (Exception)
        {
            // Whatever it is, the lock on the journal ends with it.
            file.Dispose();
            throw;
        }
    }

    /// <summary>The first byte of a range.</summary>
    public long StartOf(int range) => range * PartSize;

    /// <summary>Bytes of one range; the last is shorter.</summary>
    public long LengthOf(int range) => Math.Min(PartSize, _length - StartOf(range));

    /// <summary>How many bytes of a range are on the disk, from its first one.</summary>
    public long NotedOf(int range) => _noted[range];

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        Array.Clear(_noted, 0, _noted.Length);
        _hasHead = false;
        if (_file.Length > 0)
        {
            _file.SetLength(0);
            _file.Flush(true);
        }

        // Now, so that there is room for notes when the disk is full. One range is done before there is much to note.
        if (Ranges > 1)
        {
            Append([]);
        }
    }

    /// <summary>Notes how far ranges are, which has been flushed.</summary>
    public void Append(IReadOnlyCollection<(int Range, long Bytes)> notes)
    {
        StringBuilder text = new();
        if (!_hasHead)
        {
            text.Append(_head).Append(PartSize.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        foreach ((int range, long bytes) in notes)
        {
            text.Append(range.ToString(CultureInfo.InvariantCulture));
            if (bytes < LengthOf(range))
            {
                text.Append('+').Append(bytes.ToString(CultureInfo.InvariantCulture));
            }

            text.Append('\n');
        }

        byte[] line = Encoding.ASCII.GetBytes(text.ToString());
        _file.Seek(0, SeekOrigin.End);
        _file.Write(line, 0, line.Length);
        _file.Flush(true);
        _hasHead = true;
        foreach ((int range, long bytes) in notes)
        {
            _noted[range] = bytes;
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

    private void Read()
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
        if (!TryNumber(lines[0], out long partSize) || partSize < Math.Max(1, _length / MostRanges) || partSize > LargestRange)
        {
            Reset();
            return;
        }

        PartSize = partSize;
        _noted = new long[Ranges];
        _hasHead = true;
        foreach (string line in lines.Skip(1))
        {
            string[] note = line.Split('+');
            if (TryNumber(note[0], out long range) && range < Ranges)
            {
                long all = LengthOf((int)range);
                _noted[range] = note.Length == 1 ? all : TryNumber(note[1], out long part) && part <= all ? part : _noted[range];
            }
        }

        _file.SetLength(text.Length);
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
