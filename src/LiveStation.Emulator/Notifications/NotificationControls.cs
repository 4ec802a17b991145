using System.Collections.Generic;
using System.Globalization;

namespace LiveStation.Emulator;

/// <summary>People who can be notified; in the real service they are kept in the console.</summary>
public sealed class NotificationControls
{
    private readonly Account _account;
    private readonly NotificationState _state;

    internal NotificationControls(Account account, NotificationState state)
    {
        _account = account;
        _state = state;
    }

    /// <summary>Adds a group.</summary>
    /// <param name="managerGroupNo">Its number; 0 is there always, and has everybody.</param>
    /// <param name="groupName">Its name.</param>
    public void AddGroup(long managerGroupNo, string groupName) => _account.Do(_ => _state.Groups.Add((managerGroupNo, groupName)));

    /// <summary>Adds somebody.</summary>
    /// <param name="managerNo">Their number.</param>
    /// <param name="managerName">Name.</param>
    /// <param name="emailAddress">Mail address; empty for none.</param>
    /// <param name="cellPhoneNo">Mobile number; empty for none.</param>
    /// <param name="managerGroupNo">Groups beside that of everybody.</param>
    public void AddManager(long managerNo, string managerName, string emailAddress = "", string cellPhoneNo = "", params long[] managerGroupNo) =>
        _account.Do(_ => _state.Managers.Add(new Manager(managerNo, managerName, emailAddress, cellPhoneNo, managerGroupNo)));

    /// <summary>Who is told about a channel: "EMAIL 100001"; no operation of the API shows it.</summary>
    /// <param name="channelId">A channel.</param>
    public IReadOnlyList<string> RecipientsOf(string channelId) => _account.Do(_ => _state.RecipientsOf(channelId));

    /// <summary>How many people there are; never who.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} managers", _account.Do(_ => _state.Managers.Count));
}
