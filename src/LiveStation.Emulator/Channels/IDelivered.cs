using System;

namespace LiveStation.Emulator;

/// <summary>A channel as its way to the viewers sees it, live or VOD2LIVE.</summary>
internal interface IDelivered
{
    string Id { get; }

    ChannelSettings Settings { get; }

    Cdn Cdn { get; set; }

    ChannelLife Life { get; }

    string StatusAt(DateTimeOffset now);
}
