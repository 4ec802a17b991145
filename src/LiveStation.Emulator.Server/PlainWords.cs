using System;

namespace LiveStation.Emulator.Server;

/// <summary>What an exception says to somebody who calls from outside, where the names of parameters mean nothing.</summary>
internal static class PlainWords
{
    public static string Of(Exception exception) => exception is ArgumentException { ParamName: { } name }
        ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : exception.Message;
}
