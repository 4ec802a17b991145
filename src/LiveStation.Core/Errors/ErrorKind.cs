namespace LiveStation;

/// <summary>What sort of failure an error is: what a caller decides by. PowerShell's <c>ErrorCategory</c> follows from it.</summary>
public enum ErrorKind
{
    /// <summary>The service or the gateway failed without saying why.</summary>
    ServiceFailure = 0,

    /// <summary>Not a failure: code 250013 reports success.</summary>
    Success,

    /// <summary>The key or the signature was refused.</summary>
    Authentication,

    /// <summary>The key is good but has no right to do this.</summary>
    Forbidden,

    /// <summary>The named resource does not exist.</summary>
    NotFound,

    /// <summary>A value is missing, malformed or not allowed.</summary>
    InvalidArgument,

    /// <summary>A value has the wrong type.</summary>
    InvalidType,

    /// <summary>The service could not parse the request.</summary>
    Unparsable,

    /// <summary>The request breaks the protocol of the gateway.</summary>
    Protocol,

    /// <summary>The resource is not in a state that allows this.</summary>
    WrongState,

    /// <summary>The resource is in use, or being changed, right now.</summary>
    Busy,

    /// <summary>What was asked for exists or was asked for already.</summary>
    AlreadyExists,

    /// <summary>A limit on size or number is passed.</summary>
    LimitExceeded,

    /// <summary>A quota is used up; waiting a moment does not help.</summary>
    QuotaExceeded,

    /// <summary>Too many calls at once; slower calls succeed.</summary>
    Throttled,

    /// <summary>The service, or something it needs, cannot be used at the moment.</summary>
    Unavailable,

    /// <summary>A connection failed: ours to the service, or the service's to a partner.</summary>
    Connection,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>The service tried and could not carry the operation out.</summary>
    OperationFailed,

    /// <summary>A file could not be written.</summary>
    WriteFailed,

    /// <summary>Not offered by the service.</summary>
    NotSupported,

    /// <summary>The answer cannot be read.</summary>
    InvalidResponse,

    /// <summary>No usable credential.</summary>
    Credential,

    /// <summary>An operation was waited for and did not end in the time allowed.</summary>
    WaitTimeout,
}
