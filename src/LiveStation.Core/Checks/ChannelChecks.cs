using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The checks of a channel: what each looks at, and what is right.</summary>
internal static class ChannelChecks
{
    // The gateway refuses calls from five minutes on; a minute is a clock that nobody sets.
    private static readonly TimeSpan LargestClockOffset = TimeSpan.FromMinutes(1);

    /// <summary>All of them, in the order in which an operator looks.</summary>
    public static IReadOnlyList<(ChannelCheckName Name, Func<CheckSubject, Task<CheckFinding>> FindAsync)> All { get; } =
    [
        (ChannelCheckName.Channel, static subject => Task.FromResult(Channel(subject.Channel))),
        (ChannelCheckName.Stream, StreamAsync),
        (ChannelCheckName.BackupStream, BackupStreamAsync),
        (ChannelCheckName.Cdn, static subject => Task.FromResult(Cdn(subject.Channel.Cdn))),
        (ChannelCheckName.Playlist, PlaylistAsync),
        (ChannelCheckName.Recording, static subject => Task.FromResult(Recording(subject))),
        (ChannelCheckName.Bucket, BucketAsync),
        (ChannelCheckName.LastUpload, LastUploadAsync),
        (ChannelCheckName.Callback, CallbackAsync),
        (ChannelCheckName.Notification, static subject => Task.FromResult(Notification(subject.Channel))),
        (ChannelCheckName.Clock, ClockAsync),
    ];

    private static CheckFinding Channel(Channel channel) => channel.ChannelStatus switch
    {
        ChannelStatus.Publishing => CheckFinding.Fine(string.Format(CultureInfo.InvariantCulture, "On air{0:' since' yyyy-MM-dd HH:mm}.", channel.OnAirSince)),
        ChannelStatus.Ready => CheckFinding.Fine("Ready; goes on air when a stream comes in."),
        ChannelStatus.Creating => CheckFinding.Wrong("Is still being made.", "Wait for it with Wait-LsChannel."),
        ChannelStatus.Block => CheckFinding.Wrong("Is stopped.", "Lift the stop with Enable-LsChannel."),
        ChannelStatus.ForceBlock => CheckFinding.Wrong("Was stopped by the platform.", "Ask the vendor's support."),
        _ => CheckFinding.Wrong($"Is {channel.ChannelStatusText ?? "without a state"}.", "Use another channel: Get-LsChannel lists them."),
    };

    private static async Task<CheckFinding> StreamAsync(CheckSubject subject)
    {
        if (!subject.IsOnAir)
        {
            return CheckFinding.Wrong("No stream comes in.", "Start the encoder: PublishUrl and StreamKey of Get-LsChannel say where to. Before that, leave this check out with -ExcludeCheck Stream.");
        }

        Task<QualitySet?> set = subject.QualitySetAsync();
        StreamMetadata stream = await subject.StreamAsync().ConfigureAwait(false);
        return StreamVerdict.Of(stream, await set.ConfigureAwait(false)).ToFinding();
    }

    // Whether a backup stream comes in is no field of any answer: the service writes an event when it is connected.
    private static async Task<CheckFinding> BackupStreamAsync(CheckSubject subject)
    {
        Channel channel = subject.Channel;
        if (channel.IsStreamFailOver != true)
        {
            return CheckFinding.Untold("Fail-over is off: a stream that falls takes the channel off air.");
        }

        if (channel.IsPublishingBackUp == true)
        {
            return CheckFinding.Wrong("The backup stream is the one on air: the main stream has fallen.", "Mend the main stream, then go back to it with Switch-LsStream.");
        }

        if (!subject.IsOnAir)
        {
            return CheckFinding.Untold("Cannot be told before a stream comes in.");
        }

        List<Event> events = await subject.EventsAsync().ConfigureAwait(false);
        Event? connected = events.LastOrDefault(item => item.EventCode == EventCode.BackupSessionStreamingConnected && !(item.Timestamp < channel.OnAirSince));
        return connected is null
            ? CheckFinding.Untold("No event since the channel went on air tells of a backup stream.", "Start the second encoder with BackupStreamKey of Get-LsChannel.")
            : CheckFinding.Fine(string.Format(CultureInfo.InvariantCulture, "Was connected{0:' at' HH:mm:ss}.", connected.Timestamp));
    }

    private static CheckFinding Cdn(ChannelCdn? cdn) =>
        cdn is null or { InstanceNo: 0 } ? CheckFinding.Wrong("No CDN is attached.", "Attach one with Set-LsChannelCdn.")
        : cdn.Status == CdnStatus.Running ? CheckFinding.Fine($"Running, {cdn.CdnDomain ?? cdn.CdnTypeText}.")
        : CheckFinding.Wrong($"Is {cdn.StatusName ?? "without a state"}.", cdn.Status is CdnStatus.Creating or CdnStatus.Changing or CdnStatus.Publishing
            ? "Wait: this takes some minutes. Get-LsChannel shows it."
            : "Look at the CDN in the console, or give the channel another one with Set-LsChannelCdn.");

    private static async Task<CheckFinding> PlaylistAsync(CheckSubject subject)
    {
        if (!subject.IsOnAir)
        {
            return CheckFinding.Untold("There is no playlist before a stream comes in.");
        }

        List<ServiceUrl> addresses = await subject.AddressesAsync().ConfigureAwait(false);
        PlaylistAnswer[] answers = await Task.WhenAll(addresses.Select(address => address.Url).OfType<Uri>().Select(subject.FetchAsync)).ConfigureAwait(false);
        PlaylistAnswer[] bad = [.. answers.Where(static answer => answer.Fault is not null)];
        return answers.Length == 0 ? CheckFinding.Wrong("The service names no address to play from.", "Look at the CDN of the channel: Get-LsServiceUrl asks again.")
            : bad.Length == 0 ? CheckFinding.Fine(answers.Length == 1 ? "Its address answers with a playlist." : $"All {answers.Length} addresses answer with a playlist.")
            : CheckFinding.Wrong($"{bad.Length} of {answers.Length} addresses do not answer with a playlist: {bad[0].Fault}", "A stream that came in just now takes some seconds to the edge; else look at the CDN. Get-LsServiceUrl shows the addresses, for a player.");
    }

    private static CheckFinding Recording(CheckSubject subject)
    {
        Channel channel = subject.Channel;
        string format = channel.Record?.FormatText is { } text ? $" ({text})" : "";
        return channel.RecordType switch
        {
            RecordSaveType.NoRecord => CheckFinding.Untold("The channel does not record."),
            RecordSaveType.Unknown => CheckFinding.Untold($"How it records is not known: {channel.Record?.TypeText ?? "the service does not say"}."),
            _ when channel.IsRecording == true => CheckFinding.Fine($"Is recording{format}."),
            _ when !subject.IsOnAir => CheckFinding.Fine(channel.ImmediateOnAir == true ? $"Begins when a stream comes in{format}." : $"Is begun by hand, with Start-LsRecording{format}."),
            _ => CheckFinding.Wrong("The channel is on air and is not recording.", "Begin with Start-LsRecording."),
        };
    }

    // Whether the service may write there cannot be asked for, only whether the bucket is there and this key may look into it.
    private static async Task<CheckFinding> BucketAsync(CheckSubject subject)
    {
        if (subject.Channel.RecordType != RecordSaveType.AutoUpload)
        {
            return CheckFinding.Untold(subject.Channel.RecordType == RecordSaveType.ManualUpload
                ? "Recordings are uploaded by hand, and are deleted unless that is done: Export-LsRecording, Save-LsRecording."
                : "Nothing is uploaded.");
        }

        if (subject.Channel.BucketName is not { Length: > 0 } bucket)
        {
            return CheckFinding.Untold("The service does not say which bucket.");
        }

        try
        {
            await subject.LookIntoAsync(bucket).ConfigureAwait(false);
            return CheckFinding.Fine($"{bucket} is there.");
        }
        catch (LiveStationStorageException e) when (e.Kind == ErrorKind.Forbidden)
        {
            return CheckFinding.Untold($"{bucket} is there, or is not: this key may not look into it.", "Give the key the right to list the bucket; the service itself may upload all the same.");
        }
    }

    // An upload that failed the last time is the best sign there is that the next one will.
    private static async Task<CheckFinding> LastUploadAsync(CheckSubject subject)
    {
        if (subject.Channel.RecordType is RecordSaveType.NoRecord or RecordSaveType.Unknown)
        {
            return CheckFinding.Untold("Nothing is uploaded.");
        }

        List<Recording> recordings = await subject.RecordingsAsync().ConfigureAwait(false);
        Recording? last = recordings
            .Where(static item => item.Status is RecordStatus.TransferFinish or RecordStatus.TransferFail)
            .OrderBy(static item => item.RecordBeginTime)
            .LastOrDefault();
        return last switch
        {
            null => CheckFinding.Untold("No recording of this channel was uploaded yet."),
            { Status: RecordStatus.TransferFail } => CheckFinding.Wrong(
                string.Format(CultureInfo.InvariantCulture, "The upload of the last recording failed ({0}{1:', of' yyyy-MM-dd HH:mm}).", last.RecordId, last.RecordBeginTime),
                "See that the bucket is there and that Live Station may write to it, and upload again with Export-LsRecording before the recording is deleted."),
            _ => CheckFinding.Fine(string.Format(CultureInfo.InvariantCulture, "The last recording was uploaded{0:' ('yyyy-MM-dd HH:mm')'}.", last.RecordBeginTime)),
        };
    }

    private static async Task<CheckFinding> CallbackAsync(CheckSubject subject)
    {
        if (subject.Channel.CallbackEndpoint is { } own)
        {
            return CheckFinding.Fine($"Events go to {own.Host}, the channel's own address.");
        }

        Callback callback = await subject.DefaultCallbackAsync().ConfigureAwait(false);
        return callback.CallbackUrl is { } address
            ? CheckFinding.Fine($"Events go to {address.Host}, the default address.")
            : CheckFinding.Wrong("Nobody is told of events: no address is set.", "Set one with Set-LsCallback, or leave this check out with -ExcludeCheck Callback.");
    }

    private static CheckFinding Notification(Channel channel) => channel switch
    {
        { AlertOn: null } => CheckFinding.Untold("The service does not say."),
        { AlertOn: false } => CheckFinding.Wrong("Notices are off.", "Switch them on with Set-LsNotification."),
        { AlertOptions: null } => CheckFinding.Fine("Notices are on."),
        _ when $"{channel.AlertOptions}" is var topics && topics != "none" => CheckFinding.Fine($"Notices are on: {topics}. Who gets them, the service does not tell."),
        _ => CheckFinding.Wrong("Notices are on, and about nothing.", "Say about what with Set-LsNotification."),
    };

    private static async Task<CheckFinding> ClockAsync(CheckSubject subject)
    {
        ConnectionTest test = await subject.ConnectionAsync().ConfigureAwait(false);
        if (test.ClockOffset is not { } offset)
        {
            return CheckFinding.Untold("The service did not say what time it is.", test.Error?.Recommendation);
        }

        string off = offset.Duration() < TimeSpan.FromSeconds(2) ? "The clock of this machine is right."
            : string.Format(CultureInfo.InvariantCulture, "The clock of this machine is {0:0} s {1} the service's.", offset.Duration().TotalSeconds, offset > TimeSpan.Zero ? "behind" : "ahead of");
        return offset.Duration() <= LargestClockOffset ? CheckFinding.Fine(off) : CheckFinding.Wrong(off, "Set the clock of this machine (NTP): calls are refused from five minutes on.");
    }
}
