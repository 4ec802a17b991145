namespace LiveStation.Emulator;

/// <summary>Writes what happens to re-streams and their targets.</summary>
internal sealed class RestreamEvents
{
    private readonly EventState _events;
    private readonly Account _account;

    private RestreamEvents(EventState events, Account account)
    {
        _events = events;
        _account = account;
    }

    public static void Follow(RestreamState restream, EventState events, Account account)
    {
        RestreamEvents it = new(events, account);
        events.KnowAddresses(id => restream.All.Find(id)?.CallbackEndpoint);
        restream.Made += it.Follow;
    }

    private void Follow(RestreamChannel channel)
    {
        foreach (RestreamHappening happening in channel.History.All)
        {
            Await(channel, happening);
        }

        channel.History.Added += happening => Await(channel, happening);
    }

    // Relays tell ahead, and may take it back.
    private void Await(RestreamChannel channel, RestreamHappening happening) => _account.At(happening.At, then =>
    {
        if (channel.History.Holds(happening) && Said(happening) is (string code, string what))
        {
            _events.Write(then, channel.Id, code, $"{channel.Settings.Name} {what}");
        }
    });

    private static (string Code, string What)? Said(RestreamHappening happening) => happening.What switch
    {
        RestreamHappening.Made => (EventCodes.StreamReserve, "channel has been created."),
        RestreamHappening.WentOnAir => (EventCodes.PublishStart, "channel publishing has started."),
        RestreamHappening.WentOffAir => (EventCodes.PublishEnd, "channel publishing has ended."),
        RestreamHappening.TargetChanged => (EventCodes.StreamUpdate, $"target platform {happening.Target!.Settings.TargetName} has been changed."),
        RestreamHappening.RelayChanged => (EventCodes.SimulcastStatusChange, $"target platform {happening.Target!.Settings.TargetName} is {happening.RelayStatus}."),
        _ => null,
    };
}
