using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>What the API documents of schedules, refused before anything is sent. Whether they overlap, and whether the files are there, only the service knows.</summary>
internal static class VodScheduleRules
{
    private const int MostItems = 50;
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(14);

    private static readonly Rule<(DateTime Start, DateTimeOffset Now)>[] OfStart =
    [
        new("StartTimePast", it => Left(it) <= TimeSpan.Zero,
            "-StartTime lies in the past.", "Give a -StartTime that is 10 minutes to 14 days ahead. It is local time unless it says otherwise: (Get-LsVodSchedule).StartTime shows how others stand."),
        new("StartTimeTooSoon", it => Left(it) < Soonest,
            "-StartTime is less than 10 minutes ahead, which the service needs to prepare.", "Give a -StartTime that is 10 minutes to 14 days ahead, with a minute to spare."),
        new("StartTimeTooLate", it => Left(it) > Latest,
            "-StartTime is more than 14 days ahead, and the service takes none so far away.", "Give a -StartTime that is 10 minutes to 14 days ahead, and make the schedule later."),
    ];

    private static readonly Rule<IReadOnlyList<VodItem>>[] OfItems =
    [
        new("VodListEmpty", static items => items.Count == 0,
            "A schedule plays at least one file (-VodList), and none was given.", "Give -VodList, or pipe the files, as bucket/folder/file.mp4."),
        new("VodListTooLong", static items => items.Count > MostItems,
            "A schedule plays up to 50 files.", "Leave some out, or join them into one."),
        new("VodListNotMp4", static items => items.Any(static item => !item.IsMp4),
            "A file of -VodList is no MP4, and the service plays nothing else.", "Give files that end in .mp4; of recordings, those of the type MP4."),
    ];

    public static void Check(DateTime? start, IReadOnlyList<VodItem>? items, DateTimeOffset now, string about)
    {
        if (start is { } time)
        {
            OfStart.Judge((time, now), about);
        }

        if (items is not null)
        {
            if (items.FirstOrDefault(static item => item.Fault is not null)?.Fault is { } fault)
            {
                throw new LiveStationArgumentException("VodListNotFile", $"{Text.Clean(about)}: {fault} Nothing was sent.", "Write each file of -VodList as bucket/folder/file.mp4, or give rows with BucketName and FilePath.");
            }

            OfItems.Judge(items, about);
        }
    }

    /// <summary>Start and files in words; the time in Korea too, where it is another one here.</summary>
    public static IEnumerable<string> InWords(DateTime? start, IReadOnlyList<VodItem>? items)
    {
        if (start is { } time)
        {
            DateTime here = time.ToUniversalTime().ToLocalTime();
            DateTime korea = WireTime.InKorea(time);
            string there = here == korea ? "" : string.Format(CultureInfo.InvariantCulture, " ({0:yyyy-MM-dd HH:mm:ss} in Korea)", korea);
            yield return string.Format(CultureInfo.InvariantCulture, "StartTime = {0:yyyy-MM-dd HH:mm:ss}{1}", here, there);
        }

        if (items is not null)
        {
            yield return $"VodList = {string.Join(", ", items.Take(3).Select(static item => Text.Clean(item.ToString())))}{(items.Count > 3 ? $" and {items.Count - 3} more" : "")}";
        }
    }

    private static TimeSpan Left((DateTime Start, DateTimeOffset Now) it) => it.Start.ToUniversalTime() - it.Now.UtcDateTime;
}
