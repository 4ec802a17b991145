using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Core.Tests.Support;

/// <summary>Bodies of recording lists.</summary>
internal static class Lists
{
    public const string ChannelId = "ls-20200313162828-G60tN";

    public static string Entry(long id) => string.Format(
        CultureInfo.InvariantCulture,
        "\"{0}\":{{\"recordType\":\"MP4\",\"channelId\":\"{1}\",\"status\":\"TRANSFER_READY\",\"recordSeq\":{0},\"createdTime\":1584955616000,\"fileName\":\"{0}.mp4\",\"duration\":1000}}",
        id,
        ChannelId);

    public static string Of(params long[] ids) => Around(string.Join(",", ids.Select(Entry)), ids.Length);

    public static string Range(int count) => Of(Enumerable.Range(1, count).Select(id => (long)id).ToArray());

    public static string Around(string entries, int total) =>
        "{\"content\":{\"recordList\":{" + entries + "}},\"total\":" + total.ToString(CultureInfo.InvariantCulture) + "}";

    /// <summary>A list with one entry that holds these fields.</summary>
    public static string With(string fields) => Around("\"7\":{" + fields + "}", 1);

    public static IEnumerable<long> Ids(this IEnumerable<Recording> recordings) => recordings.Select(recording => recording.RecordId);
}
