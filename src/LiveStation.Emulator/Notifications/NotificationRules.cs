using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What the list of recipients keeps to. Which code says so is documented for the kind of notice only; the others are guesses.</summary>
internal static class NotificationRules
{
    private static readonly Dictionary<string, string> NeededBy = new() { ["EMAIL"] = "emailAddress", ["SMS"] = "cellPhoneNo" };

    /// <summary>The recipients as they are kept, or the refusal.</summary>
    public static List<string> Recipients(Fields body, NotificationState notifications, bool isOn)
    {
        IReadOnlyList<Fields> list = body.Objects("notificationManagerList") ?? throw new Refusal(250011, "notificationManagerList");
        if (isOn && list.Count == 0)
        {
            throw new Refusal(250011, "notificationManagerList");
        }

        List<string> recipients = list.Select(recipient => One(recipient, notifications)).ToList();
        return list.Select(recipient => recipient.Text("notifyType")).Distinct().Count() > 1 ? throw new Refusal(250112) : recipients;
    }

    private static string One(Fields recipient, NotificationState notifications)
    {
        long number = recipient.Whole("managerNo") ?? throw new Refusal(250011, "managerNo");
        string type = recipient.Text("notifyType") ?? throw new Refusal(250011, "notifyType");
        if (!NeededBy.TryGetValue(type, out string? needed))
        {
            throw new Refusal(250111);
        }

        return string.IsNullOrEmpty(recipient.Text(needed)) ? throw new Refusal(250011, needed)
            : string.Format(CultureInfo.InvariantCulture, "{0} {1}", type, notifications.Managers.Require(number).No);
    }
}
