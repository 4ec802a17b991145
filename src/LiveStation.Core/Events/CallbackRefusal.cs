using System.Collections.Generic;

namespace LiveStation;

/// <summary>Why a request to a receiver of callbacks is not taken.</summary>
internal enum CallbackRefusal
{
    OtherPath,
    OtherMethod,
    NoHttp,
    NoLength,
    OtherEncoding,
    HeadTooLarge,
    BodyTooLarge,
    NoEvent,
    TooSlow,
    TooMany,
    Full,
}

/// <summary>How each of them is answered, and said.</summary>
internal static class CallbackRefusals
{
    // Nothing is answered to who is too slow or one too many: the connection ends.
    private static readonly Dictionary<CallbackRefusal, (string? Status, string Words)> All = new()
    {
        [CallbackRefusal.OtherPath] = ("404 Not Found", "to a path without the secret"),
        [CallbackRefusal.OtherMethod] = ("405 Method Not Allowed\r\nAllow: POST", "with another method than POST"),
        [CallbackRefusal.NoHttp] = ("400 Bad Request", "that are no HTTP"),
        [CallbackRefusal.NoLength] = ("411 Length Required", "that do not say how long they are"),
        [CallbackRefusal.OtherEncoding] = ("501 Not Implemented", "in an encoding that is not known"),
        [CallbackRefusal.HeadTooLarge] = ("431 Request Header Fields Too Large", "with a head that is too large"),
        [CallbackRefusal.BodyTooLarge] = ("413 Content Too Large", "with a body that is too large"),
        [CallbackRefusal.NoEvent] = ("400 Bad Request", "that are no event"),
        [CallbackRefusal.TooSlow] = (null, "that were too slow, or broke off"),
        [CallbackRefusal.TooMany] = (null, "that were the oldest of too many at once"),
        [CallbackRefusal.Full] = ("503 Service Unavailable\r\nRetry-After: 5", "because the pipeline had not taken those before"),
    };

    /// <summary>The status line, and what goes with it; null where nothing is answered.</summary>
    public static string? Status(CallbackRefusal refusal) => All[refusal].Status;

    /// <summary>Which requests these are.</summary>
    public static string Words(CallbackRefusal refusal) => All[refusal].Words;
}
