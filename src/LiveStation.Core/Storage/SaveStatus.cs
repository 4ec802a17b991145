namespace LiveStation;

/// <summary>What became of saving a recording.</summary>
public enum SaveStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>It was fetched and verified.</summary>
    Saved,

    /// <summary>It was there, and whole: nothing was fetched.</summary>
    AlreadySaved,
}
