using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Writes the bits of an H.264 unit.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private int _free;

    public BitWriter Bits(uint value, int count)
    {
        for (int bit = count - 1; bit >= 0; bit--)
        {
            if (_free == 0)
            {
                _bytes.Add(0);
                _free = 8;
            }

            _free--;
            _bytes[_bytes.Count - 1] |= (byte)(((value >> bit) & 1) << _free);
        }

        return this;
    }

    /// <summary>A number in the code of Golomb: small ones are short.</summary>
    public BitWriter Number(uint value)
    {
        int length = 0;
        while ((value + 1) >> (length + 1) != 0)
        {
            length++;
        }

        return Bits(0, length).Bits(value + 1, length + 1);
    }

    /// <summary>Fills up to the next whole byte.</summary>
    public BitWriter Align() => Bits(0, _free);

    public BitWriter Bytes(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>The unit with its head, ended, and with what no unit may hold taken apart.</summary>
    public byte[] Unit(byte head)
    {
        Bits(1, 1).Align();
        List<byte> unit = [head];
        int zeros = 0;
        foreach (byte value in _bytes)
        {
            if (zeros == 2 && value <= 3)
            {
                unit.Add(3);
                zeros = 0;
            }

            unit.Add(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }

        return unit.ToArray();
    }
}
