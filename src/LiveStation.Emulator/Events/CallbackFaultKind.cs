namespace LiveStation.Emulator;

/// <summary>What goes wrong on the way of a callback.</summary>
public enum CallbackFaultKind
{
    /// <summary>It comes later; others overtake it.</summary>
    Late,

    /// <summary>It comes two times.</summary>
    Twice,

    /// <summary>It comes after the next one.</summary>
    OutOfOrder,

    /// <summary>It never comes.</summary>
    Lost,
}
