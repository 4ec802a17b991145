using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>A film as HLS: a playlist, and segments that are MPEG transport streams (ISO 13818-1).</summary>
internal static class SampleHls
{
    public const string PlaylistName = "playlist.m3u8";
    public const int SegmentSeconds = 2;

    private const int PacketLength = 188;
    private const int VideoPid = 0x100;
    private const int ProgramPid = 0x1000;
    private const int ClockRate = 90_000;

    /// <summary>The files by name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(SampleVideo film)
    {
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        StringBuilder playlist = new("#EXTM3U\n#EXT-X-VERSION:3\n");
        playlist.Append("#EXT-X-TARGETDURATION:").Append(SegmentSeconds).Append("\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        Dictionary<int, int> counters = [];
        int length = SegmentSeconds * SampleVideo.FramesPerSecond;
        for (int first = 0; first < film.Frames.Count; first += length)
        {
            string name = string.Format(CultureInfo.InvariantCulture, "segment-{0:00000}.ts", first / length);
            int end = Math.Min(first + length, film.Frames.Count);
            List<byte> segment = [];
            segment.AddRange(Packets(counters, 0, Table(0, [0, 1, 0xC1, 0, 0, 0, 1, 0xE0 | (ProgramPid >> 8), ProgramPid & 0xFF]), null));
            segment.AddRange(Packets(counters, ProgramPid, Table(2, [0, 1, 0xC1, 0, 0, 0xE0 | (VideoPid >> 8), VideoPid & 0xFF, 0xF0, 0, 0x1B, 0xE0 | (VideoPid >> 8), VideoPid & 0xFF, 0xF0, 0]), null));
            for (int frame = first; frame < end; frame++)
            {
                segment.AddRange(Packets(counters, VideoPid, Picture(film, frame), Time(frame)));
            }

            files.Add(name, segment.ToArray());
            playlist.AppendFormat(CultureInfo.InvariantCulture, "#EXTINF:{0:0.000},\n{1}\n", (end - first) / (double)SampleVideo.FramesPerSecond, name);
        }

        files.Add(PlaylistName, Encoding.ASCII.GetBytes(playlist.Append("#EXT-X-ENDLIST\n").ToString()));
        return files;
    }

    private static long Time(int frame) => ClockRate + ((long)frame * ClockRate / SampleVideo.FramesPerSecond);

    private static byte[] Picture(SampleVideo film, int frame)
    {
        long time = Time(frame);
        byte[] stamp =
        [
            (byte)(0x21 | (int)(time >> 29 & 0x0E)), (byte)(time >> 22), (byte)((int)(time >> 14) | 1), (byte)(time >> 7), (byte)((int)(time << 1) | 1),
        ];
        byte[][] units = SampleVideo.IsKey(frame)
            ? [[0x09, 0x10], SampleVideo.SequenceSet, SampleVideo.PictureSet, film.Frames[frame]]
            : [[0x09, 0x30], film.Frames[frame]];
        return [0, 0, 1, 0xE0, 0, 0, 0x80, 0x80, 5, .. stamp, .. units.SelectMany(static unit => (byte[])[0, 0, 0, 1, .. unit])];
    }

    private static byte[] Table(byte kind, byte[] content)
    {
        int length = content.Length + 4;
        byte[] table = [kind, (byte)(0xB0 | (length >> 8)), (byte)length, .. content];
        uint crc = uint.MaxValue;
        foreach (byte value in table)
        {
            crc ^= (uint)value << 24;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) != 0 ? (crc << 1) ^ 0x04C11DB7 : crc << 1;
            }
        }

        // Tables begin behind a pointer, and what follows them is filled with ones.
        byte[] whole = [0, .. table, (byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
        return [.. whole, .. Enumerable.Repeat((byte)0xFF, PacketLength - 4 - whole.Length)];
    }

    private static IEnumerable<byte> Packets(Dictionary<int, int> counters, int pid, byte[] payload, long? clock)
    {
        for (int at = 0; at < payload.Length;)
        {
            bool isFirst = at == 0;
            byte[] field = isFirst && clock is long time ? Clock(time) : [];
            int room = PacketLength - 4 - (field.Length > 0 ? field.Length + 1 : 0);
            int part = Math.Min(room, payload.Length - at);
            int stuffing = room - part;
            if (stuffing > 0)
            {
                field = field.Length > 0 || stuffing > 1 ? [.. field.Length > 0 ? field : [0], .. Enumerable.Repeat((byte)0xFF, field.Length > 0 ? stuffing : stuffing - 2)] : [];
            }

            bool hasField = field.Length > 0 || stuffing > 0;
            counters.TryGetValue(pid, out int counter);
            counters[pid] = (counter + 1) & 15;
            byte[] head = [0x47, (byte)((isFirst ? 0x40 : 0) | (pid >> 8)), (byte)pid, (byte)((hasField ? 0x30 : 0x10) | counter)];
            byte[] packet = [.. head, .. hasField ? (byte[])[(byte)field.Length, .. field] : [], .. payload.Skip(at).Take(part)];
            foreach (byte value in packet)
            {
                yield return value;
            }

            at += part;
        }
    }

    private static byte[] Clock(long time) => [0x50, (byte)(time >> 25), (byte)(time >> 17), (byte)(time >> 9), (byte)(time >> 1), (byte)(((time & 1) << 7) | 0x7E), 0];
}
