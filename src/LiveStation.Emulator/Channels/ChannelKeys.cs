using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>Stream keys: the same channel always has the same ones, and no two channels share one.</summary>
internal static class ChannelKeys
{
    public static string Of(string channelId, string stream)
    {
        using HMACSHA256 hash = new(Encoding.UTF8.GetBytes(channelId));
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(stream));
        return string.Concat(bytes.Take(16).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
