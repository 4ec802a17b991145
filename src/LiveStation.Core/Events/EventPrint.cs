using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation;

/// <summary>
/// What an event is known by again: it has no id that lists and callbacks share. A digest, so that a bookmark holds no word of what
/// happened, and of a length that nobody can find two texts for.
/// </summary>
internal static class EventPrint
{
    /// <summary>By all that a list tells.</summary>
    public static Guid Whole(Event item) => Of($"{Brief(item)}\n{item.LogLevelText}\n{item.Description}");

    /// <summary>By what callbacks tell as well: channel, code and time.</summary>
    public static Guid OfCallback(Event item) => Of(Brief(item));

    // The pages write one code in two spellings.
    private static string Brief(Event item) => string.Format(
        CultureInfo.InvariantCulture,
        "{0}\n{1}\n{2}",
        item.ChannelId,
        item.EventCodeText?.ToUpperInvariant(),
        item.Timestamp?.ToUniversalTime().Ticks);

    private static Guid Of(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
#if NETFRAMEWORK
        using SHA256 digest = SHA256.Create();
        byte[] hash = digest.ComputeHash(bytes);
#else
        byte[] hash = SHA256.HashData(bytes);
#endif
        Array.Resize(ref hash, 16);
        return new Guid(hash);
    }
}
