namespace LiveStation.Emulator;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429 of the gateway, code 420: too many calls.</summary>
    Throttle,

    /// <summary>429 of the gateway, code 400: quota used up.</summary>
    Quota,

    /// <summary>Any HTTP status with an error body of the service or the gateway.</summary>
    Error,

    /// <summary>Any HTTP status without a body.</summary>
    EmptyError,

    /// <summary>Any HTTP status with an HTML page, as a proxy sends it.</summary>
    Html,

    /// <summary>The connection closes before any byte of the answer.</summary>
    Reset,

    /// <summary>The connection closes inside the body.</summary>
    CutBody,

    /// <summary>The answer begins late.</summary>
    SlowHeaders,

    /// <summary>The body comes in small pieces with pauses.</summary>
    SlowBody,

    /// <summary>The body stops and never ends.</summary>
    StalledBody,

    /// <summary>A byte in the body that no JSON may have.</summary>
    BadJson,

    /// <summary>An error object in an answer with status 200.</summary>
    ErrorInside200,

    /// <summary>A status and fields that are in no documentation.</summary>
    UnknownValues,

    /// <summary>An error of Object Storage.</summary>
    StorageError,

    /// <summary>One byte of the body is another.</summary>
    FlippedByte,

    /// <summary>The clock of the service is off, until the plan is cleared or another skew is added.</summary>
    SkewedClock,
}
