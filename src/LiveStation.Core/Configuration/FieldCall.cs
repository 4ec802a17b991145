namespace LiveStation;

/// <summary>The call that changes a field of a thing that is there, in the order in which they are made.</summary>
internal enum FieldCall
{
    /// <summary>None: it is set when the thing is made.</summary>
    None,

    /// <summary>The change of the thing itself.</summary>
    Update,

    /// <summary>The move to another edge.</summary>
    Cdn,

    /// <summary>The callback.</summary>
    Callback,

    /// <summary>The notices.</summary>
    Notification,
}
