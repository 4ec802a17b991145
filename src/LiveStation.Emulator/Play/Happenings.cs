using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What scripts can let happen.</summary>
internal static class Happenings
{
    private const string AutoUpload = "auto-upload:";

    private static readonly Happening[] All =
    [
        new("channel", "[no-record|manual-upload|auto-upload:BUCKET] [mp4|hls|all] [record-on-air] [fail-over] [dvr]", ReadChannel) { IsEntrance = true },
        new("re-stream", "TARGET, such as YOUTUBE, once or more often", ReadRestream) { IsEntrance = true },
        Plain("on-air", static (stage, now) => stage.GoOnAir(now)),
        Plain("off-air", static (stage, now) => stage.GoOffAir(now)),
        Plain("backup-connects", static (stage, now) => stage.ConnectBackup(now)),
        Plain("stream-falls", static (stage, now) => stage.LoseStream(now)),
        Plain("stream-returns", static (stage, now) => stage.FindStream(now)),
        new("stream-weakens", "BITS-A-SECOND [FRAMES-A-SECOND]", ReadStream),
        Plain("stream-recovers", static (stage, _) => stage.OnAir().Incoming = null),
        Plain("recording-begins", static (stage, now) => stage.StartRecording(now)),
        Plain("recording-ends", static (stage, now) => stage.StopRecording(now)),
        Plain("recording-fails", static (stage, now) => stage.FailRecording(now)),
        new("upload-begins", "BUCKET", static words => words.Length == 1 && Bucket.IsAllowed(words[0]) ? (stage, now) => stage.StartUpload(words[0], now) : null),
        Plain("upload-ends", static (stage, now) => stage.EndUpload(now)),
        Plain("upload-fails", static (stage, now) => stage.FailUpload(now)),
        new("target-fails", "TARGET", static words => words.Length == 1 ? (stage, now) => stage.Target(words[0]).Relay.Break(now) : null),
        new("target-recovers", "TARGET", static words => words.Length == 1 ? (stage, now) => stage.Target(words[0]).Relay.Mend(now) : null),
        new("event", "CODE [WORDS]", static words => words.Length > 0 ? (stage, now) => stage.Write(words[0], string.Join(" ", words.Skip(1)), now) : null),
    ];

    private static readonly Dictionary<string, Happening> ByName = All.ToDictionary(static it => it.Name, StringComparer.Ordinal);

    /// <summary>All of them, for people.</summary>
    public static string Names => string.Join(", ", All.Select(static it => it.Name));

    /// <summary>The happening with this name, or null.</summary>
    public static Happening? Find(string name) => ByName.TryGetValue(name, out Happening? it) ? it : null;

    private static Happening Plain(string name, Action<Stage, DateTimeOffset> act) => new(name, "", words => words.Length == 0 ? act : null);

    private static Action<Stage, DateTimeOffset>? ReadChannel(string[] words)
    {
        RecordSetting record = new(RecordSetting.ManualUpload, "MP4", null, null, null);
        bool recordsOnAir = false, hasBackup = false, hasTimeMachine = false;
        foreach (string word in words)
        {
            switch (word)
            {
                case "no-record":
                    record = new(RecordSetting.NoRecord, null, null, null, null);
                    break;
                case "manual-upload":
                    record = record with { Type = RecordSetting.ManualUpload };
                    break;
                case "mp4" or "hls" or "all":
                    record = record with { Format = word.ToUpperInvariant() };
                    break;
                case "record-on-air":
                    recordsOnAir = true;
                    break;
                case "fail-over":
                    hasBackup = true;
                    break;
                case "dvr":
                    hasTimeMachine = true;
                    break;
                case string bucket when bucket.StartsWith(AutoUpload, StringComparison.Ordinal) && Bucket.IsAllowed(bucket.Substring(AutoUpload.Length)):
                    record = new(RecordSetting.AutoUpload, record.Format, bucket.Substring(AutoUpload.Length), "/live", "PRIVATE");
                    break;
                default:
                    return null;
            }
        }

        return (stage, now) => stage.AddChannel(
            new ChannelSettings(stage.Name, BuiltIn.Standard, record) { ImmediateOnAir = recordsOnAir, IsStreamFailOver = hasBackup, UseDvr = hasTimeMachine },
            now);
    }

    private static Action<Stage, DateTimeOffset>? ReadRestream(string[] words) =>
        words.Length > 0 ? (stage, now) => stage.AddRestream(words, now) : null;

    private static Action<Stage, DateTimeOffset>? ReadStream(string[] words)
    {
        double fps = 0;
        return words.Length is 1 or 2
            && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out long bitrate)
            && (words.Length == 1 || double.TryParse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out fps))
            ? (stage, _) => stage.WeakenStream(bitrate, words.Length == 2 ? fps : null)
            : null;
    }
}
