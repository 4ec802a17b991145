using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>A film as an MP4 (ISO 14496-12): what describes it comes first, so that it plays while it comes.</summary>
internal static class SampleMp4
{
    private const uint Scale = 1000;
    private const uint FrameLength = Scale / SampleVideo.FramesPerSecond;

    private static readonly byte[] Matrix = [.. Words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)];

    public static byte[] Of(SampleVideo film)
    {
        List<byte[]> samples = film.Frames.Select(static frame => (byte[])[.. Words((uint)frame.Length), .. frame]).ToList();
        byte[] head = Box("ftyp", [.. Ascii("isom"), .. Words(0x200), .. Ascii("isomiso2avc1mp41")]);

        // Its place is known when its description is: the description is as long whatever the place.
        int place = head.Length + Description(samples, 0).Length + 8;
        return [.. head, .. Description(samples, (uint)place), .. Box("mdat", [.. samples.SelectMany(static sample => sample)])];
    }

    private static byte[] Description(List<byte[]> samples, uint place)
    {
        uint length = (uint)samples.Count * FrameLength;
        byte[] table = Box(
            "stbl",
            [
                .. Box("stsd", [.. Words(0, 1), .. Box("avc1", Format())]),
                .. Box("stts", [.. Words(0, 1, (uint)samples.Count, FrameLength)]),
                .. Box("stss", [.. Words(0, (uint)samples.Count(static _ => true) / SampleVideo.FramesPerSecond), .. Words([.. Enumerable.Range(0, samples.Count).Where(SampleVideo.IsKey).Select(static frame => (uint)frame + 1)])]),
                .. Box("stsc", [.. Words(0, 1, 1, (uint)samples.Count, 1)]),
                .. Box("stsz", [.. Words(0, 0, (uint)samples.Count), .. Words([.. samples.Select(static sample => (uint)sample.Length)])]),
                .. Box("stco", [.. Words(0, 1, place)]),
            ]);
        byte[] media = Box(
            "mdia",
            [
                .. Box("mdhd", [.. Words(0, 0, 0, Scale, length, 0x55C40000)]),
                .. Box("hdlr", [.. Words(0, 0), .. Ascii("vide"), .. Words(0, 0, 0), .. Ascii("video"), 0]),
                .. Box("minf", [.. Box("vmhd", [.. Words(1, 0, 0)]), .. Box("dinf", Box("dref", [.. Words(0, 1), .. Box("url ", Words(1))])), .. table]),
            ]);
        byte[] track = Box("tkhd", [.. Words(3, 0, 0, 1, 0, length, 0, 0, 0, 0), .. Matrix, .. Words(SampleVideo.Width << 16, SampleVideo.Height << 16)]);
        byte[] movie = Box("mvhd", [.. Words(0, 0, 0, Scale, length, 0x10000, 0x01000000, 0, 0), .. Matrix, .. Words(0, 0, 0, 0, 0, 0, 2)]);
        return Box("moov", [.. movie, .. Box("trak", [.. track, .. media])]);
    }

    private static byte[] Format() =>
    [
        .. Words(0, 1, 0, 0, 0, 0, (SampleVideo.Width << 16) | SampleVideo.Height, 0x480000, 0x480000, 0, 0x10000),
        .. new byte[30], 0, 24, 0xFF, 0xFF,
        .. Box("avcC", [1, 66, 0xC0, 10, 0xFF, 0xE1, .. Half(SampleVideo.SequenceSet.Length), .. SampleVideo.SequenceSet, 1, .. Half(SampleVideo.PictureSet.Length), .. SampleVideo.PictureSet]),
    ];

    private static byte[] Box(string name, byte[] content) => [.. Words((uint)content.Length + 8), .. Ascii(name), .. content];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Half(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Words(params uint[] values) => [.. values.SelectMany(static value => new[] { (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value })];
}
