namespace LiveStation.Emulator;

/// <summary>A target of a re-stream. Touched under the lock of the account only.</summary>
internal sealed class RestreamTarget
{
    public RestreamTarget(long platId, TargetSettings settings, Relay relay)
    {
        PlatId = platId;
        Settings = settings;
        Relay = relay;
    }

    public long PlatId { get; }

    public TargetSettings Settings { get; set; }

    public Relay Relay { get; }
}
