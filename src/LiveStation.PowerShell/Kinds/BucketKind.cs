using System;
using System.Collections.Generic;

namespace LiveStation.PowerShell;

/// <summary>Buckets in Object Storage; the API lists none, so their names are seen in what uploads to them.</summary>
internal sealed class BucketKind : Kind
{
    public override string Noun => "a bucket";

    public override IReadOnlyList<Type> Records => [];

    public override string? IdName => null;

    public override int Keep => 100;

    public override bool IsSeenIn(Type type) => typeof(IBucketUser).IsAssignableFrom(type);

    public override string Advice => "A bucket is given by its name.";

    public override string? NameIn(object item) => ((IBucketUser)item).BucketName;
}
