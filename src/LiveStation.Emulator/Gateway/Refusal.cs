using System;

namespace LiveStation.Emulator;

/// <summary>An operation says no with one of the service's codes.</summary>
internal sealed class Refusal : Exception
{
    private readonly int _code;
    private readonly string[] _values;

    public Refusal(int code, params string[] values)
    {
        _code = code;
        _values = values;
    }

    public Answer ToAnswer() => ServiceErrors.Answer(_code, values: _values);
}
