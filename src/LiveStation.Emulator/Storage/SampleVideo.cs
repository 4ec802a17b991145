using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>
/// A short film in H.264 that any player shows: bars of colour that move each second. The pictures are stored as they are
/// (I_PCM), and what does not change costs a few bytes, so that no encoder is needed. The same bytes for the same number.
/// </summary>
internal sealed class SampleVideo
{
    public const int Width = 64;
    public const int Height = 48;
    public const int FramesPerSecond = 10;

    private const int Blocks = Width / 16 * (Height / 16);

    private static readonly (byte Y, byte U, byte V)[] Colours =
        [(180, 128, 128), (162, 44, 142), (131, 156, 44), (112, 72, 58), (84, 184, 198), (65, 100, 212), (35, 212, 114)];

    private SampleVideo(IReadOnlyList<byte[]> frames) => Frames = frames;

    /// <summary>How a decoder is set up.</summary>
    public static byte[] SequenceSet { get; } = new BitWriter()
        .Bits(66, 8).Bits(0xC0, 8).Bits(10, 8)
        .Number(0).Number(0).Number(2).Number(1).Bits(0, 1)
        .Number((Width / 16) - 1).Number((Height / 16) - 1)
        .Bits(1, 1).Bits(0, 1).Bits(0, 1).Bits(0, 1)
        .Unit(0x67);

    /// <summary>The same for pictures.</summary>
    public static byte[] PictureSet { get; } = new BitWriter()
        .Number(0).Number(0).Bits(0, 2).Number(0).Number(0).Number(0).Bits(0, 3)
        .Number(0).Number(0).Number(0).Bits(1, 1).Bits(0, 2)
        .Unit(0x68);

    /// <summary>A unit for each picture; the first of each second needs no other.</summary>
    public IReadOnlyList<byte[]> Frames { get; }

    public static bool IsKey(int frame) => frame % FramesPerSecond == 0;

    /// <summary>The film of a recording.</summary>
    public static SampleVideo Of(long number, int seconds) =>
        new(Enumerable.Range(0, seconds * FramesPerSecond).Select(frame => IsKey(frame) ? Key(number, (uint)(frame / FramesPerSecond)) : Same((uint)(frame % FramesPerSecond))).ToList());

    private static byte[] Key(long number, uint second)
    {
        BitWriter slice = new BitWriter().Number(0).Number(7).Number(0).Bits(0, 4).Number(second % 2).Bits(0, 2).Number(0).Number(1);
        for (int block = 0; block < Blocks; block++)
        {
            (byte y, byte u, byte v) = Colours[(int)((number + second + block) % Colours.Length)];
            byte shade = (byte)(y + (number / Colours.Length % 20));
            slice.Number(25).Align().Bytes([.. Enumerable.Repeat(shade, 256), .. Enumerable.Repeat(u, 64), .. Enumerable.Repeat(v, 64)]);
        }

        return slice.Unit(0x65);
    }

    private static byte[] Same(uint frame) =>
        new BitWriter().Number(0).Number(5).Number(0).Bits(frame, 4).Bits(0, 3).Number(0).Number(1).Number(Blocks).Unit(0x41);
}
