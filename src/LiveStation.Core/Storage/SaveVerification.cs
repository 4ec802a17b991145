using System;

namespace LiveStation;

/// <summary>What was compared before a saved file got its name; several may have been.</summary>
[Flags]
public enum SaveVerification
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The length.</summary>
    Length = 1,

    /// <summary>The MD5 of the whole content, which is the ETag of an object that was uploaded in one piece.</summary>
    Md5 = 2,

    /// <summary>The MD5 of the pieces in which the object was uploaded, which its ETag sums up.</summary>
    PartMd5 = 4,

    /// <summary>A checksum that the store keeps.</summary>
    Checksum = 8,
}
