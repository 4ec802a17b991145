using System;

namespace LiveStation.Emulator;

/// <summary>
/// One thing that goes wrong, and when. Make it with a factory, narrow it down with <see cref="On"/>, <see cref="Repeat"/> and
/// <see cref="Always"/>, give it to <see cref="FaultPlan.Add"/>. A TimeSpan under a millisecond is refused: PowerShell reads a bare
/// number as ticks, so write [timespan]'0:0:5' there.
/// </summary>
public sealed record Fault
{
    /// <summary>Times of a fault that never ends.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>For how many requests, from 1; <see cref="Unlimited"/> for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only requests with this HTTP method; null for all.</summary>
    public string? Method { get; init; }

    /// <summary>Only requests whose path and query contain this text; null for all.</summary>
    public string? PathContains { get; init; }

    /// <summary>HTTP status of Error, EmptyError, Html and StorageError; null for the usual one.</summary>
    public int? Status { get; init; }

    /// <summary>Error code of Error and ErrorInside200: six digits for the service, three for the gateway.</summary>
    public int? Code { get; init; }

    /// <summary>Message of Error and ErrorInside200, the status of UnknownValues, or the code of StorageError; null for the usual one.</summary>
    public string? Text { get; init; }

    /// <summary>Retry-After of Throttle; null for none. Sent in whole seconds, rounded up.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Retry-After as an HTTP date in place of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>Wait of SlowHeaders, pause of SlowBody, offset of SkewedClock (positive: the service is ahead).</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes between two pauses of SlowBody.</summary>
    public int ChunkSize { get; init; } = 1024;

    /// <summary>Place of CutBody, StalledBody, BadJson and FlippedByte, in bytes from the start of the body; null for the middle.</summary>
    public long? AtByte { get; init; }

    /// <summary>Place of CutBody as a part of the body, 0 to 1.</summary>
    public double? AtFraction { get; init; }

    /// <summary>Place of BadJson: the middle of this entry, counted from 1.</summary>
    public int? AtEntry { get; init; }

    /// <summary>ErrorInside200 after the content, not in its place; Reset after the request was carried out, not before.</summary>
    public bool After { get; init; }

    /// <summary>429 with gateway code 420.</summary>
    /// <param name="retryAfter">What the Retry-After header says; null for no such header.</param>
    /// <param name="asDate">Retry-After as an HTTP date.</param>
    public static Fault Throttle(TimeSpan? retryAfter = null, bool asDate = false) =>
        new() { Kind = FaultKind.Throttle, RetryAfter = retryAfter, RetryAfterAsDate = asDate };

    /// <summary>429 with gateway code 400: the quota is used up.</summary>
    public static Fault Quota() => new() { Kind = FaultKind.Quota };

    /// <summary>An error body with any HTTP status.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Six digits for the service's envelope, three for the gateway's.</param>
    /// <param name="message">Message; null for the usual one of the code.</param>
    public static Fault Error(int status, int code = 250000, string? message = null) =>
        new() { Kind = FaultKind.Error, Status = status, Code = code, Text = message };

    /// <summary>An HTTP status without a body.</summary>
    /// <param name="status">HTTP status.</param>
    public static Fault EmptyError(int status) => new() { Kind = FaultKind.EmptyError, Status = status };

    /// <summary>The HTML page of a proxy.</summary>
    /// <param name="status">HTTP status.</param>
    public static Fault Html(int status = 502) => new() { Kind = FaultKind.Html, Status = status };

    /// <summary>The connection closes before any byte of the answer.</summary>
    /// <param name="afterWork">The request was carried out all the same.</param>
    public static Fault Reset(bool afterWork = false) => new() { Kind = FaultKind.Reset, After = afterWork };

    /// <summary>The connection closes inside the body.</summary>
    /// <param name="atByte">Bytes that still arrive.</param>
    public static Fault CutBody(long atByte) => new() { Kind = FaultKind.CutBody, AtByte = atByte };

    /// <summary>The connection closes inside the body.</summary>
    /// <param name="fraction">The part of the body that still arrives, 0 to 1.</param>
    public static Fault CutBodyAtFraction(double fraction) => new() { Kind = FaultKind.CutBody, AtFraction = fraction };

    /// <summary>The answer begins late.</summary>
    /// <param name="delay">Wait before the headers.</param>
    public static Fault SlowHeaders(TimeSpan delay) => new() { Kind = FaultKind.SlowHeaders, Delay = delay };

    /// <summary>The body comes in pieces with pauses between them.</summary>
    /// <param name="pause">Length of a pause.</param>
    /// <param name="chunkSize">Bytes between two pauses.</param>
    public static Fault SlowBody(TimeSpan pause, int chunkSize = 1024) =>
        new() { Kind = FaultKind.SlowBody, Delay = pause, ChunkSize = chunkSize };

    /// <summary>The body stops and never ends.</summary>
    /// <param name="atByte">Bytes that still arrive.</param>
    public static Fault StalledBody(long atByte = 0) => new() { Kind = FaultKind.StalledBody, AtByte = atByte };

    /// <summary>A byte in the body that no JSON may have; the rest follows it.</summary>
    /// <param name="atByte">Its place, in bytes from the start.</param>
    public static Fault BadJson(long atByte) => new() { Kind = FaultKind.BadJson, AtByte = atByte };

    /// <summary>A byte that no JSON may have, in the middle of an entry of a list.</summary>
    /// <param name="entry">The entry, counted from 1.</param>
    public static Fault BadJsonInEntry(int entry) => new() { Kind = FaultKind.BadJson, AtEntry = entry };

    /// <summary>An error object in an answer with status 200.</summary>
    /// <param name="code">The service's code.</param>
    /// <param name="afterContent">The request is carried out, and the error stands after the content.</param>
    /// <param name="message">Message; null for the usual one of the code.</param>
    public static Fault ErrorInside200(int code = 250000, bool afterContent = false, string? message = null) =>
        new() { Kind = FaultKind.ErrorInside200, Code = code, After = afterContent, Text = message };

    /// <summary>An unknown status in the first entry, and unknown fields in all.</summary>
    /// <param name="status">The unknown status.</param>
    public static Fault UnknownValues(string status = "SOMETHING_NEW") => new() { Kind = FaultKind.UnknownValues, Text = status };

    /// <summary>An error of Object Storage, as S3 writes it.</summary>
    /// <param name="code">Its code, such as SlowDown, AccessDenied, NoSuchKey or PermanentRedirect.</param>
    /// <param name="status">HTTP status; null for the usual one of the code.</param>
    public static Fault StorageError(string code, int? status = null) => new() { Kind = FaultKind.StorageError, Text = code, Status = status };

    /// <summary>One byte of the body is another, and nothing tells it.</summary>
    /// <param name="atByte">Its place, in bytes from the start.</param>
    public static Fault FlippedByte(long atByte) => new() { Kind = FaultKind.FlippedByte, AtByte = atByte };

    /// <summary>The clock of the service is off: its Date header and its check of timestamps go by it.</summary>
    /// <param name="offset">Service minus caller; positive when the service is ahead.</param>
    public static Fault SkewedClock(TimeSpan offset) => new() { Kind = FaultKind.SkewedClock, Delay = offset };

    /// <summary>The same fault, only for these requests.</summary>
    /// <param name="method">HTTP method; null or empty for all.</param>
    /// <param name="pathContains">Text in path and query; null or empty for all.</param>
    public Fault On(string? method, string? pathContains = null) => this with { Method = method, PathContains = pathContains };

    /// <summary>The same fault for several requests.</summary>
    /// <param name="times">For how many, from 1.</param>
    public Fault Repeat(int times) => this with { Times = times };

    /// <summary>The same fault for every request.</summary>
    public Fault Always() => this with { Times = Unlimited };

    internal bool Matches(EmulatorRequest request) =>
        (string.IsNullOrEmpty(Method) || request.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(PathContains) || request.PathAndQuery.Contains(PathContains!));
}
