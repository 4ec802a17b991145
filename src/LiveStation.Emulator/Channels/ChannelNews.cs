namespace LiveStation.Emulator;

/// <summary>What happens to a channel.</summary>
internal enum ChannelNews
{
    Made,
    WentOnAir,
    WentOffAir,
    Changed,
    CdnMoved,
    StreamSwitched,
    BackupConnected,
}
