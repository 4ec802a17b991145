using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The body of vodScheduleCreate and vodScheduleUpdate, read but not judged: everything may be absent.</summary>
internal sealed record VodScheduleRequest
{
    private VodScheduleRequest(Fields body, DateTimeOffset now)
    {
        Now = now;
        ChannelId = body.Text("channelId");
        StartText = body.TextOrWhole("startTime");
        Files = body.Objects("vodList")?.Select(file => (file.Text("bucketName"), file.Text("filePath"))).ToList();
    }

    public DateTimeOffset Now { get; }

    public string? ChannelId { get; }

    public string? StartText { get; }

    /// <summary>The start, given in Korean time; null where it is absent or is no such time.</summary>
    public DateTimeOffset? Start =>
        DateTime.TryParseExact(StartText, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime start)
            ? new DateTimeOffset(start, TimeSpan.FromHours(9))
            : null;

    public IReadOnlyList<(string? BucketName, string? FilePath)>? Files { get; }

    public static VodScheduleRequest Read(Call call) => new(call.Body, call.Now);
}
