using System;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>Hands out ids, the same ones in the same order every time.</summary>
internal sealed class Numbers
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private long _record = 2_700_000;
    private long _recordSequence = 104_100;
    private long _instance = 100_000_000;
    private long _cdnInstance = 11_600;
    private long _channel;

    /// <summary>The stream that was published last.</summary>
    public long Stream { get; private set; } = 137_400;

    public long NextRecord() => ++_record;

    public long NextRecordSequence() => ++_recordSequence;

    public long NextStream() => ++Stream;

    public long NextInstance() => ++_instance;

    public long NextCdnInstance() => ++_cdnInstance;

    /// <summary>A channel id: ls, the time in Korea, five characters.</summary>
    public string NextChannel(DateTimeOffset now)
    {
        // Steps by a prime, so that neighbours do not look alike. 62^5 is the number of such endings.
        long seed = ++_channel * 387_420_489 % 916_132_832;
        char[] ending = new char[5];
        for (int i = 0; i < ending.Length; i++)
        {
            ending[i] = Letters[(int)(seed % Letters.Length)];
            seed /= Letters.Length;
        }

        return string.Format(CultureInfo.InvariantCulture, "ls-{0:yyyyMMddHHmmss}-{1}", now.ToOffset(TimeSpan.FromHours(9)), new string(ending));
    }
}
