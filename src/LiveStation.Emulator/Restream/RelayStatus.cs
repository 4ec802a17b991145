namespace LiveStation.Emulator;

/// <summary>The states of a relay, as the API writes them.</summary>
internal static class RelayStatus
{
    public const string Ready = "READY";
    public const string Connecting = "CONNECTING";
    public const string Publishing = "PUBLISHING";
    public const string Fail = "FAIL";
}
