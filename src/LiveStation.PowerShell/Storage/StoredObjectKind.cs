using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Objects in a bucket; named by bucket and key, and by no id.</summary>
internal sealed class StoredObjectKind : Kind
{
    public override string Noun => "an object in a bucket";

    public override IReadOnlyList<Type> Records { get; } = [typeof(StoredObject)];

    public override string? IdName => null;

    public override string Advice => "What a VOD2LIVE channel plays may be given so; recordings come from Get-LsRecording.";
}
