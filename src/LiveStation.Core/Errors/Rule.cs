using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>What is refused before anything is sent: the error, when it is, and what is wrong and to be done in words.</summary>
internal sealed record Rule<T>(string ErrorId, Predicate<T> IsBroken, string Message, string Recommendation);

/// <summary>Rules stand in the order in which they are looked at.</summary>
internal static class Rules
{
    /// <summary>The first rule that is broken is the error.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="subject">What they are about.</param>
    /// <param name="about">Its name in the message.</param>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public static void Judge<T>(this IEnumerable<Rule<T>> rules, T subject, string? about)
    {
        foreach (Rule<T> rule in rules)
        {
            if (rule.IsBroken(subject))
            {
                throw new LiveStationArgumentException(rule.ErrorId, $"{Text.Clean(about)}: {rule.Message} Nothing was sent.", rule.Recommendation);
            }
        }
    }
}
