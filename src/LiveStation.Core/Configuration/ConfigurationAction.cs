namespace LiveStation;

/// <summary>What becomes of a thing when a configuration is applied.</summary>
public enum ConfigurationAction
{
    /// <summary>It is as the document wants it.</summary>
    Equal = 0,

    /// <summary>It is in the account and not in the document, and stays.</summary>
    Leave,

    /// <summary>It is made.</summary>
    Create,

    /// <summary>Some of its settings are changed.</summary>
    Change,

    /// <summary>It is removed and made anew, since what is to change cannot be changed.</summary>
    Replace,

    /// <summary>It is in the account and not in the document, and is removed.</summary>
    Remove,
}
