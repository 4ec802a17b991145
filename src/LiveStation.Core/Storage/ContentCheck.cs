using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;

namespace LiveStation;

/// <summary>Compares content with everything that the store says about it. The bytes are given in their order.</summary>
internal sealed class ContentCheck : IDisposable
{
    private const long Mebi = 1024 * 1024;

    // In what pieces uploaders cut; the pieces of an object are told nowhere.
    private static readonly long[] UsualPieces = [5, 6, 7, 8, 10, 12, 15, 16, 20, 25, 30, 32, 40, 50, 64, 100, 128, 200, 250, 256, 500, 512, 1000, 1024, 2048, 5120];

    private readonly List<Digest> _digests = [];
    private long _length;

    public ContentCheck(StoredObject what)
    {
        What = what;
        if (what.ETag is { } tag && !what.HasOpaqueETag)
        {
            AddETag(tag.ToLowerInvariant());
        }

        // One with a dash sums up pieces that are told nowhere.
        if (what.Checksums.FirstOrDefault(static pair => !pair.Value.Contains("-")) is { Key: not null } checksum)
        {
            _digests.Add(ChecksumDigest.Of(checksum.Key, checksum.Value));
        }
    }

    /// <summary>What the content should be.</summary>
    public StoredObject What { get; }

    /// <summary>Whether the bytes say more than their number.</summary>
    public bool LooksAtBytes => _digests.Count > 0;

    public void Append(byte[] buffer, int count)
    {
        _length += count;
        foreach (Digest digest in _digests)
        {
            digest.Append(buffer, count);
        }
    }

    /// <summary>Compares. Where nothing looks at the bytes, only their number was given, and so is not asked for.</summary>
    /// <returns>What was compared and is right; null where something is wrong.</returns>
    public SaveVerification? Finish()
    {
        if (LooksAtBytes && _length != What.Length)
        {
            return null;
        }

        SaveVerification how = SaveVerification.Length;
        foreach (Digest digest in _digests)
        {
            bool isRight = digest.Finish();
            if (!isRight && digest.IsCertain)
            {
                return null;
            }

            how |= isRight ? digest.Kind : SaveVerification.None;
        }

        return how;
    }

    public void Dispose() => _digests.ForEach(static digest => digest.Dispose());

    /// <summary>The sizes of pieces that give an object of this length so many of them, the usual ones first.</summary>
    internal static IReadOnlyList<long> PieceSizes(long length, int count)
    {
        if (count == 1)
        {
            return [Math.Max(1, length)];
        }

        long least = (length + count - 1) / count;
        long rounded = (least + Mebi - 1) / Mebi * Mebi;
        return [.. UsualPieces.Select(static size => size * Mebi).Concat(UsualPieces.Select(static size => size * 1_000_000)).Append(rounded)
            .Where(size => size > 0 && (length + size - 1) / size == count)
            .Distinct()
            .Take(8)];
    }

    private void AddETag(string tag)
    {
        int dash = tag.IndexOf('-');
        if (tag.Length == 32 && tag.All(IsHex))
        {
            _digests.Add(new Md5Digest(tag));
        }
        else if (dash == 32 && tag.Take(32).All(IsHex) && int.TryParse(tag.Substring(33), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
        {
            _digests.Add(new PiecesDigest(tag, PieceSizes(What.Length, count)));
        }
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');

#pragma warning disable CA5351, CA5350 // Not for security: the store has no other.
    private static IncrementalHash Md5() => IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    private static IncrementalHash Sha1() => IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5351, CA5350

    private abstract class Digest : IDisposable
    {
        public abstract SaveVerification Kind { get; }

        /// <summary>Whether a difference is damage.</summary>
        public virtual bool IsCertain => true;

        public abstract void Append(byte[] buffer, int count);

        public abstract bool Finish();

        public abstract void Dispose();
    }

    private sealed class Md5Digest(string expected) : Digest
    {
        private readonly IncrementalHash _hash = Md5();

        public override SaveVerification Kind => SaveVerification.Md5;

        public override void Append(byte[] buffer, int count) => _hash.AppendData(buffer, 0, count);

        public override bool Finish() => SignatureV4.Hex(_hash.GetHashAndReset()) == expected;

        public override void Dispose() => _hash.Dispose();
    }

    // An ETag of an upload in pieces: the MD5 of the MD5s of the pieces. None of the sizes that fit need be the right one, so a
    // difference proves nothing.
    private sealed class PiecesDigest(string expected, IReadOnlyList<long> sizes) : Digest
    {
        private readonly Candidate[] _candidates = [.. sizes.Select(static size => new Candidate(size))];

        public override SaveVerification Kind => SaveVerification.PartMd5;

        public override bool IsCertain => false;

        public override void Append(byte[] buffer, int count)
        {
            foreach (Candidate candidate in _candidates)
            {
                candidate.Append(buffer, count);
            }
        }

        public override bool Finish() => _candidates.Any(candidate => candidate.Finish() == expected);

        public override void Dispose() => Array.ForEach(_candidates, static candidate => candidate.Dispose());

        private sealed class Candidate(long size) : IDisposable
        {
            private readonly IncrementalHash _piece = Md5();
            private readonly IncrementalHash _all = Md5();
            private long _inPiece;
            private int _count;

            public void Append(byte[] buffer, int count)
            {
                for (int at = 0; at < count;)
                {
                    int part = (int)Math.Min(count - at, size - _inPiece);
                    _piece.AppendData(buffer, at, part);
                    _inPiece += part;
                    at += part;
                    if (_inPiece == size)
                    {
                        Close();
                    }
                }
            }

            public string Finish()
            {
                if (_inPiece > 0)
                {
                    Close();
                }

                return SignatureV4.Hex(_all.GetHashAndReset()) + "-" + _count.ToString(CultureInfo.InvariantCulture);
            }

            public void Dispose()
            {
                _piece.Dispose();
                _all.Dispose();
            }

            private void Close()
            {
                _all.AppendData(_piece.GetHashAndReset());
                _inPiece = 0;
                _count++;
            }
        }
    }

    private sealed class ChecksumDigest : Digest
    {
        private readonly string _expected;
        private readonly Crc? _crc;
        private readonly IncrementalHash? _hash;

        private ChecksumDigest(string expected, Crc? crc, IncrementalHash? hash)
        {
            _expected = expected;
            _crc = crc;
            _hash = hash;
        }

        public override SaveVerification Kind => SaveVerification.Checksum;

        public static ChecksumDigest Of(string name, string expected) => new(
            expected,
            Crc.Of(name),
            name switch { "sha256" => IncrementalHash.CreateHash(HashAlgorithmName.SHA256), "sha1" => Sha1(), _ => null });

        public override void Append(byte[] buffer, int count)
        {
            _crc?.Append(buffer, count);
            _hash?.AppendData(buffer, 0, count);
        }

        public override bool Finish() => Convert.ToBase64String(_crc?.Finish() ?? _hash!.GetHashAndReset()) == _expected;

        public override void Dispose() => _hash?.Dispose();
    }
}
