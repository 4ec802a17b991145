using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The people who can be notified, in their groups, and who is told about which channel.</summary>
internal sealed class NotificationState
{
    public const long Everybody = 0;

    private readonly Dictionary<string, IReadOnlyList<string>> _recipients = new(StringComparer.Ordinal);

    public List<(long No, string Name)> Groups { get; } = [(Everybody, "ALL MANAGER GROUP")];

    public Shelf<long, Manager> Managers { get; } = new(manager => manager.No, notFoundCode: 250112);

    public IReadOnlyList<Manager> In(long groupNo) => Managers.Where(manager => groupNo == Everybody || manager.Groups.Contains(groupNo)).ToList();

    /// <summary>Who is told about a channel, as "EMAIL 100001"; the list that was set last.</summary>
    public IReadOnlyList<string> RecipientsOf(string channelId) => _recipients.TryGetValue(channelId, out IReadOnlyList<string>? recipients) ? recipients : [];

    public void SetRecipients(string channelId, IReadOnlyList<string> recipients) => _recipients[channelId] = recipients;
}
