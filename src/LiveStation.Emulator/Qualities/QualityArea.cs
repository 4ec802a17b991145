using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Qualities and quality sets.</summary>
internal sealed class QualityArea : IArea
{
    public QualityArea(Account account)
    {
        State = new QualityState();
        Routes = [.. QualityRoutes.For(State), .. QualitySetRoutes.For(State)];
        Controls = new QualityControls(account, State);
    }

    public QualityState State { get; }

    public QualityControls Controls { get; }

    public IReadOnlyList<Route> Routes { get; }

    public void Seed(DateTimeOffset now) => QualitySeed.Fill(State);
}
