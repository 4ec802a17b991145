using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace LiveStation.Emulator;

/// <summary>What lies under a key. It never changes: another content is another object.</summary>
internal sealed class StoredContent
{
    private const int PieceLength = 65_536;

    private readonly Func<long, byte[], int, int> _read;
    private readonly long? _uploadPiece;
    private readonly Lazy<string> _tag;

    private StoredContent(long length, DateTimeOffset written, long? uploadPiece, Func<long, byte[], int, int> read)
    {
        Length = length;
        Written = written;
        _uploadPiece = uploadPiece;
        _read = read;
        _tag = new Lazy<string>(MakeTag);
    }

    public long Length { get; }

    public DateTimeOffset Written { get; }

    /// <summary>Whether the store keeps a checksum of it.</summary>
    public bool HasChecksum { get; private init; }

    /// <summary>Without its quotes: the MD5, or what sums up the pieces of an upload.</summary>
    public string ETag => _tag.Value;

    /// <summary>Bytes that are given.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="written">When.</param>
    /// <param name="uploadPiece">The pieces in which it was uploaded; null for one.</param>
    /// <param name="hasChecksum">Whether the store keeps a checksum of it.</param>
    public static StoredContent Of(byte[] bytes, DateTimeOffset written, long? uploadPiece = null, bool hasChecksum = false) => new(bytes.Length, written, uploadPiece, (offset, buffer, count) =>
    {
        int part = (int)Math.Min(count, bytes.Length - offset);
        Buffer.BlockCopy(bytes, (int)offset, buffer, 0, part);
        return part;
    })
    {
        HasChecksum = hasChecksum,
    };

    /// <summary>Bytes that are made as they are read: as many as are wanted, the same ones for the same number.</summary>
    public static StoredContent Noise(long length, long seed, DateTimeOffset written, long? uploadPiece = null) => new(length, written, uploadPiece, (offset, buffer, count) =>
    {
        int part = (int)Math.Min(count, length - offset);
        for (int i = 0; i < part; i++)
        {
            long at = offset + i;
            buffer[i] = (byte)(Mix((ulong)(at >> 3) + ((ulong)seed << 32)) >> (8 * (int)(at & 7)));
        }

        return part;
    });

    /// <summary>A range of the bytes.</summary>
    public IEnumerable<BodyChunk> Read(long first, long count)
    {
        byte[] buffer = new byte[PieceLength];
        for (long left = count; left > 0;)
        {
            int part = _read(first + count - left, buffer, (int)Math.Min(left, buffer.Length));
            yield return new BodyChunk(buffer.AsMemory(0, part), BodyChunkKind.Frame);
            left -= part;
        }
    }

    public byte[] ToArray()
    {
        using MemoryStream bytes = new();
        foreach (BodyChunk chunk in Read(0, Length))
        {
            bytes.Write(chunk.Bytes.ToArray(), 0, chunk.Bytes.Length);
        }

        return bytes.ToArray();
    }

    /// <summary>SHA-256 in Base64.</summary>
    public string Checksum()
    {
        using SHA256 sha = SHA256.Create();
        return Convert.ToBase64String(Hash(sha, 0, Length));
    }

    private string MakeTag()
    {
#pragma warning disable CA5351 // What the store uses; nothing is kept safe by it.
        using MD5 md5 = MD5.Create();
        if (_uploadPiece is not long piece)
        {
            return Hex(Hash(md5, 0, Length));
        }

        List<byte> all = [];
        int pieces = 0;
        for (long at = 0; at < Length; at += piece, pieces++)
        {
            using MD5 one = MD5.Create();
            all.AddRange(Hash(one, at, Math.Min(piece, Length - at)));
        }

        return Hex(md5.ComputeHash(all.ToArray())) + "-" + pieces.ToString(CultureInfo.InvariantCulture);
#pragma warning restore CA5351
    }

    private byte[] Hash(HashAlgorithm algorithm, long first, long count)
    {
        foreach (BodyChunk chunk in Read(first, count))
        {
            byte[] bytes = chunk.Bytes.ToArray();
            algorithm.TransformBlock(bytes, 0, bytes.Length, null, 0);
        }

        algorithm.TransformFinalBlock([], 0, 0);
        return algorithm.Hash!;
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
