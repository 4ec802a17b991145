namespace LiveStation.Emulator;

/// <summary>The states that VOD2LIVE channels and schedules have beside those of live channels, as the API writes them.</summary>
internal static class VodStatus
{
    public const string Reserved = "RESERVED";
    public const string Creating = "CREATING";
    public const string Updating = "UPDATING";
    public const string Processing = "PROCESSING";
    public const string ProcessingFail = "PROCESSING_FAIL";
    public const string Ready = "READY";
    public const string Finish = "FINISH";
    public const string Deleted = "DELETED";
}
