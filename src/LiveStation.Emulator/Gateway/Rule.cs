using System;
using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>Something that a request must keep to, the code that says so when it does not, and the value for the text of that code.</summary>
internal sealed record Rule<T>(int Code, Func<T, bool> IsBroken, string About = "");

/// <summary>Rules stand in the order in which they are looked at.</summary>
internal static class Rules
{
    /// <summary>The first rule that is broken gives the refusal.</summary>
    public static void Judge<T>(this IEnumerable<Rule<T>> rules, T request)
    {
        if (rules.FirstOrDefault(rule => rule.IsBroken(request)) is Rule<T> broken)
        {
            throw new Refusal(broken.Code, broken.About);
        }
    }
}
