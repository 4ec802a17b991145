using System;
using System.IO;

namespace LiveStation;

/// <summary>The file beside the target that ranges are written into, from several threads.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;
    private readonly Func<long> _left;
#if NETFRAMEWORK
    private readonly object _gate = new();
#endif

    /// <summary>Opens or makes it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="left">How much is still to be written, for what is said when the disk is full.</param>
    public PartFile(string path, Func<long> left)
    {
        _path = path;
        _left = left;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
    }

    public long Length
    {
        get => _file.Length;
        set => _file.SetLength(value);
    }

    public void Write(long offset, byte[] buffer, int count)
    {
        try
        {
#if NETFRAMEWORK
            lock (_gate)
            {
                _file.Seek(offset, SeekOrigin.Begin);
                _file.Write(buffer, 0, count);
            }
#else
            RandomAccess.Write(_file.SafeFileHandle, buffer.AsSpan(0, count), offset);
#endif
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            throw SaveFailure.Of(e, _path, _left());
        }
    }

    /// <summary>Reads as many bytes as there are room for, or all that are left.</summary>
    public int Read(long offset, byte[] buffer, int count)
    {
#if NETFRAMEWORK
        lock (_gate)
        {
            _file.Seek(offset, SeekOrigin.Begin);
            return _file.Read(buffer, 0, count);
        }
#else
        return RandomAccess.Read(_file.SafeFileHandle, buffer.AsSpan(0, count), offset);
#endif
    }

    /// <summary>Has the disk keep what was written, also where the power fails.</summary>
    public void Flush()
    {
        try
        {
#if NETFRAMEWORK
            lock (_gate)
            {
                _file.Flush(true);
            }
#else
            RandomAccess.FlushToDisk(_file.SafeFileHandle);
#endif
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            throw SaveFailure.Of(e, _path, _left());
        }
    }

    public void Dispose() => _file.Dispose();
}
