using System;

namespace LiveStation.Emulator;

/// <summary>Makes trace ids in the form of the documented one: 128 bits in 26 characters.</summary>
internal static class TraceId
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuv";

    public static string Next()
    {
        byte[] bytes = Guid.NewGuid().ToByteArray();
        char[] text = new char[26];
        int bits = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (held < 5)
            {
                bits = (bits << 8) | (next < bytes.Length ? bytes[next++] : 0);
                held += 8;
            }

            held -= 5;
            text[i] = Digits[(bits >> held) & 31];
        }

        return new string(text);
    }
}
