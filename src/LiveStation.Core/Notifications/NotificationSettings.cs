using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>What a live channel sends notices about, and to whom. A <see langword="null"/> switch is left to the service.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-notification</remarks>
public sealed record NotificationSettings
{
    /// <summary>Whether notices are sent at all.</summary>
    public bool AlertOn { get; init; } = true;

    /// <summary>The state of the channel changed.</summary>
    public bool? AlertChangeStatus { get; init; }

    /// <summary>The upload of a recording failed.</summary>
    public bool? AlertVodUploadFail { get; init; }

    /// <summary>The relay to a platform failed.</summary>
    public bool? AlertReStreamFail { get; init; }

    /// <summary>A short clip failed.</summary>
    public bool? AlertShortClipFail { get; init; }

    /// <summary>The main stream was switched.</summary>
    public bool? AlertStreamFailOver { get; init; }

    /// <summary>Publishing failed.</summary>
    public bool? AlertGeneralChannelError { get; init; }

    /// <summary>Who is told: all by mail, or all by text message. They take the place of those before.</summary>
    public IReadOnlyList<NotificationRecipient> Recipients { get; init; } = [];

    /// <summary>These settings, with the switches that are not named as the channel has them: whether the service keeps what is left out is not documented.</summary>
    /// <param name="now">The channel's; null where it shows none.</param>
    public NotificationSettings Over(ChannelAlertOptions? now) => this with
    {
        AlertChangeStatus = AlertChangeStatus ?? now?.AlertChangeStatus,
        AlertVodUploadFail = AlertVodUploadFail ?? now?.AlertVodUploadFail,
        AlertReStreamFail = AlertReStreamFail ?? now?.AlertReStreamFail,
        AlertShortClipFail = AlertShortClipFail ?? now?.AlertShortClipFail,
        AlertStreamFailOver = AlertStreamFailOver ?? now?.AlertStreamFailOver,
        AlertGeneralChannelError = AlertGeneralChannelError ?? now?.AlertGeneralChannelError,
    };

    /// <summary>The switches alone.</summary>
    internal ChannelAlertOptions Switches => new()
    {
        AlertChangeStatus = AlertChangeStatus,
        AlertVodUploadFail = AlertVodUploadFail,
        AlertReStreamFail = AlertReStreamFail,
        AlertShortClipFail = AlertShortClipFail,
        AlertStreamFailOver = AlertStreamFailOver,
        AlertGeneralChannelError = AlertGeneralChannelError,
    };

    /// <summary>Who is told and how, without address and number. A record of C# would print both.</summary>
    public override string ToString() => $"{(AlertOn ? "on" : "off")}: {Switches}; {Recipients.Count} recipients";

    /// <summary>The error that keeps these from being sent; null for none. What the API notes are not certain of is left to the service.</summary>
    internal LiveStationArgumentException? Fault =>
        Recipients.Select(static recipient => recipient.Fault).FirstOrDefault(static fault => fault is not null)
        ?? (AlertOn && Recipients.Count == 0
            ? new LiveStationArgumentException("RecipientMissing", "Notices go to nobody: no recipient is left. Nothing was sent.", "Pipe in people from Get-LsNotificationManager with -NotifyType, or give -Recipient; -AlertOn $false needs none.")
            : Recipients.Select(static recipient => recipient.NotifyType).Distinct().Count() > 1
                ? new LiveStationArgumentException("NotifyTypesMixed", "By the API a channel tells its recipients either all by mail or all by text message. Nothing was sent.", "Give recipients of one kind, or set both kinds in the console.")
                : null);

    /// <summary>The body.</summary>
    /// <exception cref="LiveStationArgumentException">The service is known to refuse them.</exception>
    internal byte[] ToJson() => Fault is { } fault ? throw fault : JsonBody.Of(writer =>
    {
        writer.Flag("alertOn", AlertOn);
        writer.Flag("alertChangeStatus", AlertChangeStatus);
        writer.Flag("alertVodUploadFail", AlertVodUploadFail);
        writer.Flag("alertReStreamFail", AlertReStreamFail);
        writer.Flag("alertShortClipFail", AlertShortClipFail);
        writer.Flag("alertStreamFailOver", AlertStreamFailOver);
        writer.Flag("alertGeneralChannelError", AlertGeneralChannelError);
        writer.WriteStartArray("notificationManagerList");
        foreach (NotificationRecipient recipient in Recipients)
        {
            // Only what its kind needs: no number leaves for a mail.
            writer.WriteStartObject();
            writer.Number("managerNo", recipient.ManagerNo);
            writer.Wire<NotifyType>("notifyType", recipient.NotifyType);
            writer.Text(recipient.NotifyType == NotifyType.Email ? "emailAddress" : "cellPhoneNo", recipient.Destination);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
