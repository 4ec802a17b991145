using System;

namespace LiveStation;

/// <summary>Ends the reading of a request that is not taken.</summary>
internal sealed class CallbackRefusedException(CallbackRefusal refusal) : Exception
{
    public CallbackRefusal Refusal { get; } = refusal;
}
