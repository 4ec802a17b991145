namespace LiveStation.Emulator;

/// <summary>The states of a recording, as the API writes them.</summary>
internal static class RecordingStatus
{
    public const string Recording = "RECORDING";
    public const string Processing = "PROCESSING";
    public const string ProcessingFail = "PROCESSING_FAIL";
    public const string TransferReady = "TRANSFER_READY";
    public const string Transfer = "TRANSFER";
    public const string TransferFinish = "TRANSFER_FINISH";
    public const string TransferFail = "TRANSFER_FAIL";
    public const string Deleted = "DELETED";

    public static readonly string[] All =
        [Recording, Processing, ProcessingFail, TransferReady, Transfer, TransferFinish, TransferFail, Deleted];

    /// <summary>The states of a recording that is being made.</summary>
    public static readonly string[] MadeNow = [Recording, Processing];

    /// <summary>The states from which an upload may start.</summary>
    public static readonly string[] Uploadable = [TransferReady, TransferFail];

    /// <summary>The states in which an upload was asked for before.</summary>
    public static readonly string[] Uploaded = [Transfer, TransferFinish];

    /// <summary>The states in which work is still going on, so that nothing can be deleted.</summary>
    public static readonly string[] Busy = [Recording, Processing, Transfer];
}
