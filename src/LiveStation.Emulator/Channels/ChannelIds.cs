using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>Makes ids of channels: ls, the time in Korea, five characters; the same ones in the same order every time.</summary>
internal sealed class ChannelIds
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private long _count;

    public string Next(DateTimeOffset now)
    {
        // Steps by a prime, so that neighbours do not look alike. 62^5 is the number of such endings.
        long seed = ++_count * 387_420_489 % 916_132_832;
        char[] ending = new char[5];
        for (int i = 0; i < ending.Length; i++)
        {
            ending[i] = Letters[(int)(seed % Letters.Length)];
            seed /= Letters.Length;
        }

        return string.Format(CultureInfo.InvariantCulture, "ls-{0:yyyyMMddHHmmss}-{1}", now.ToOffset(TimeSpan.FromHours(9)), new string(ending));
    }
}
