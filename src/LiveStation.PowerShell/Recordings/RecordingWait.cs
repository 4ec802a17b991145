using System;
using System.Globalization;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>The wait for recordings.</summary>
internal static class RecordingWait
{
    // No recording leaves these without somebody's doing.
    private static readonly RecordStatus[] Dead = [RecordStatus.ProcessingFail, RecordStatus.TransferFail, RecordStatus.Deleted];

    public static StateWait<Recording> Create(LsCmdlet cmdlet, Func<LiveStationClient> client, RecordStatus[] wanted, TimeSpan timeout, Action<Recording> ended, Func<Recording, bool>? proceed = null) => new(cmdlet)
    {
        Goal = string.Join(" or ", wanted),
        Timeout = timeout,
        StateOf = static recording => recording.StatusText ?? "without a state",
        IsDone = recording => wanted.Contains(recording.Status),
        IsFailed = static recording => Dead.Contains(recording.Status),
        NotFound = RecordingKind.NotFound,
        FailedAdvice = "A failed upload may be asked for again with Export-LsRecording; a failed or deleted recording cannot be brought back.",
        TimeoutAdvice = proceed is null
            ? "Wait again, with a larger -TimeoutSec; nothing was changed by waiting."
            : "Run the same command again: what was asked for counts as done. What was still PROCESSING has not been asked for.",
        Proceed = proceed,
        Ended = ended,
        List = (channelId, token) => client().Recordings.ListAsync(channelId, token),
        NameOf = static recording => Name(recording.ChannelId!, recording.RecordId),
    };

    public static void Add(this StateWait<Recording> wait, Func<LiveStationClient> client, string channelId, long recordId) =>
        wait.Add(Name(channelId, recordId), token => client().Recordings.GetAsync(channelId, recordId, token), channelId);

    public static string Name(string channelId, long recordId) => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", channelId, recordId);
}
