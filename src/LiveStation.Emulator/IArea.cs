using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>
/// What an area of the API brings to the service: its operations, and what there is at the start. It keeps its state itself, and has an
/// object of controls for what no call can do. An area may know those that come before it, and none that comes after.
/// </summary>
internal interface IArea
{
    IReadOnlyList<Route> Routes { get; }

    /// <summary>Makes what the service starts with. Called in the order of the areas, under the lock of the account.</summary>
    void Seed(DateTimeOffset now);
}
