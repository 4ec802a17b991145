using System;
using System.IO;
#if !NETFRAMEWORK
using Microsoft.Win32.SafeHandles;
#endif

namespace LiveStation;

/// <summary>A file that bytes are written into at their places, from several threads.</summary>
internal sealed class PartFile : IDisposable
{
    private readonly string _path;
    private readonly Func<long> _left;
#if NETFRAMEWORK
    private readonly object _gate = new();
    private readonly FileStream _file;
#else
    private readonly SafeFileHandle _file;
#endif

    private PartFile(string path, FileMode mode, Func<long> left)
    {
        _path = path;
        _left = left;
#if NETFRAMEWORK
        _file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None, 1);
#else
        _file = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
#endif
    }

    public long Length
    {
#if NETFRAMEWORK
        get => _file.Length;
        set => _file.SetLength(value);
#else
        get => RandomAccess.GetLength(_file);
        set => RandomAccess.SetLength(_file, value);
#endif
    }

    /// <summary>Opens one that is there, or makes it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="left">How much is still to be written, for what is said when the disk is full.</param>
    public static PartFile Open(string path, Func<long> left) => new(path, FileMode.OpenOrCreate, left);

    /// <summary>Makes an empty one, in the place of what is there.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="left">How much is still to be written, for what is said when the disk is full.</param>
    public static PartFile Create(string path, Func<long> left) => new(path, FileMode.Create, left);

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
            RandomAccess.Write(_file, buffer.AsSpan(0, count), offset);
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
        return RandomAccess.Read(_file, buffer.AsSpan(0, count), offset);
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
            RandomAccess.FlushToDisk(_file);
#endif
        }
        catch (Exception e) when (SaveFailure.IsLocal(e))
        {
            throw SaveFailure.Of(e, _path, _left());
        }
    }

    public void Dispose() => _file.Dispose();
}
