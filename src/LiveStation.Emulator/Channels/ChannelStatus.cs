namespace LiveStation.Emulator;

/// <summary>The states of a channel, as the API writes them.</summary>
internal static class ChannelStatus
{
    public const string Creating = "CREATING";
    public const string Ready = "READY";
    public const string Publishing = "PUBLISHING";
    public const string Deleted = "DELETED";
    public const string Block = "BLOCK";
    public const string ForceDeleted = "FORCE_DELETED";

    public static readonly string[] All = [Creating, Ready, Publishing, Deleted, Block, "FORCE_BLOCK", ForceDeleted];
}
