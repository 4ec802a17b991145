using System;

namespace LiveStation;

/// <summary>A stretch of time from one instant up to another, in UTC, so that no change of a clock makes it longer or shorter.</summary>
internal readonly record struct Stretch(DateTime Begin, DateTime End)
{
    public TimeSpan Length => End - Begin;

    /// <summary>What two have in common; none, of no length, where they do not meet.</summary>
    public Stretch Shared(Stretch other)
    {
        DateTime begin = other.Begin > Begin ? other.Begin : Begin;
        DateTime end = other.End < End ? other.End : End;
        return new Stretch(begin, end > begin ? end : begin);
    }
}
