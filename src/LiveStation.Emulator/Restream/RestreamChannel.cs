using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>A re-stream. Touched under the lock of the account only.</summary>
internal sealed class RestreamChannel
{
    public RestreamChannel(string id, long instanceNo, DateTimeOffset created, ChannelLife life, RestreamSettings settings, IReadOnlyList<RestreamTarget> targets)
    {
        Id = id;
        InstanceNo = instanceNo;
        Created = created;
        Life = life;
        Settings = settings;
        Targets = targets;
        History.Add(new(RestreamHappening.Made, created));
        foreach (RestreamTarget target in targets)
        {
            target.Relay.Changes += (at, status) => History.Add(new(RestreamHappening.RelayChanged, at, target, status));
        }

        Life.WentOnAir += now =>
        {
            History.Add(new(RestreamHappening.WentOnAir, now));
            Each(relay => relay.Start(now));
        };
        Life.WentOffAir += now =>
        {
            Each(relay => relay.Stop(now));
            History.Add(new(RestreamHappening.WentOffAir, now));
        };
    }

    public string Id { get; }

    public long InstanceNo { get; }

    public DateTimeOffset Created { get; }

    public ChannelLife Life { get; }

    public RestreamSettings Settings { get; }

    public IReadOnlyList<RestreamTarget> Targets { get; }

    /// <summary>Read by the area of events.</summary>
    public RestreamHistory History { get; } = new();

    /// <summary>Set by the area of events.</summary>
    public string CallbackEndpoint { get; set; } = "";

    private void Each(Action<Relay> act)
    {
        foreach (RestreamTarget target in Targets)
        {
            act(target.Relay);
        }
    }
}
