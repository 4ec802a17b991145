namespace LiveStation;

/// <summary>The cyclic checksums that stores keep. A table of 256, since .NET Framework has none of them.</summary>
internal sealed class Crc
{
    private readonly ulong[] _table = new ulong[256];
    private readonly ulong _ones;
    private readonly int _bytes;
    private ulong _value;

    private Crc(ulong polynomial, int bytes)
    {
        _bytes = bytes;
        _ones = bytes == 8 ? ulong.MaxValue : uint.MaxValue;
        _value = _ones;
        for (int i = 0; i < _table.Length; i++)
        {
            ulong entry = (ulong)i;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) != 0 ? (entry >> 1) ^ polynomial : entry >> 1;
            }

            _table[i] = entry;
        }
    }

    /// <summary>A checksum by the name that stores give it; null for another.</summary>
    public static Crc? Of(string name) => name switch
    {
        "crc32" => new Crc(0xEDB88320, 4),
        "crc32c" => new Crc(0x82F63B78, 4),
        "crc64nvme" => new Crc(0x9A6C9329AC4BC9B5, 8),
        _ => null,
    };

    public void Append(byte[] buffer, int count)
    {
        ulong value = _value;
        for (int i = 0; i < count; i++)
        {
            value = _table[(byte)(value ^ buffer[i])] ^ (value >> 8);
        }

        _value = value;
    }

    /// <summary>The checksum, its highest byte first.</summary>
    public byte[] Finish()
    {
        byte[] result = new byte[_bytes];
        ulong value = _value ^ _ones;
        for (int i = _bytes - 1; i >= 0; i--, value >>= 8)
        {
            result[i] = (byte)value;
        }

        return result;
    }
}
