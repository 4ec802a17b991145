using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The three operations on notifications.</summary>
internal sealed class NotificationRoutes
{
    private readonly NotificationState _notifications;
    private readonly ChannelState _channels;

    private NotificationRoutes(NotificationState notifications, ChannelState channels)
    {
        _notifications = notifications;
        _channels = channels;
    }

    public static IReadOnlyList<Route> For(NotificationState notifications, ChannelState channels)
    {
        NotificationRoutes it = new(notifications, channels);
        return
        [
            new("GET", "/notification/manager-groups", it.ListGroups),
            new("GET", "/notification/manager-groups/{managerGroupNo}", it.ListManagers),
            new("POST", "/notification/{channelId}/for-general-channel", it.Set),
        ];
    }

    private Answer ListGroups(Call call) => Answers.List(_notifications.Groups.ToList(), static (json, group) =>
    {
        json.WriteNumber("managerGroupNo", group.No);
        json.WriteString("groupName", group.Name);
    });

    private Answer ListManagers(Call call)
    {
        if (!long.TryParse(call.Path("managerGroupNo"), NumberStyles.None, CultureInfo.InvariantCulture, out long groupNo))
        {
            throw new Refusal(250021, "managerGroupNo", "Integer");
        }

        // No code is documented for this case.
        return !_notifications.Groups.Any(group => group.No == groupNo) ? throw new Refusal(250004, "managerGroupNo") : Answers.List(_notifications.In(groupNo), static (json, manager) =>
        {
            json.WriteNumber("managerNo", manager.No);
            json.WriteString("managerName", manager.Name);
            json.WriteString("cellPhoneNo", manager.CellPhoneNo);
            json.WriteString("emailAddress", manager.EmailAddress);
        });
    }

    private Answer Set(Call call)
    {
        Channel channel = _channels.All.Require(call.Path("channelId")) is { Life.IsGone: false } kept ? kept : throw new Refusal(250123);
        Fields body = call.Body;
        bool isOn = body.Flag("alertOn") ?? throw new Refusal(250011, "alertOn");
        List<string> recipients = NotificationRules.Recipients(body, _notifications, isOn);

        // Whether a switch that is left out is kept or off is not documented: off shows a client that relies on it.
        channel.Alerts = new Alerts(isOn, On("alertChangeStatus"), On("alertVodUploadFail"), On("alertReStreamFail"), On("alertShortClipFail"), On("alertStreamFailOver"), On("alertGeneralChannelError"));
        _notifications.SetRecipients(channel.Id, recipients);
        return Answers.One(static _ => { });

        bool On(string name) => body.Flag(name) ?? false;
    }
}
