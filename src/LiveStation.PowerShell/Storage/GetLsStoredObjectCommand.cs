using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Lists what lies in a bucket of Object Storage.</summary>
[Cmdlet(VerbsCommon.Get, "LsStoredObject")]
[OutputType(typeof(StoredObject))]
public sealed class GetLsStoredObjectCommand : LsCmdlet
{
    /// <summary>The bucket.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [TextOnly]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    [ValidateNotNullOrEmpty]
    public string BucketName { get; set; } = "";

    /// <summary>Only keys that begin so.</summary>
    [Parameter(Position = 1)]
    [TextOnly]
    [ArgumentCompleter(typeof(NoFiles))]
    [ValidateNotNullOrEmpty]
    public string? Prefix { get; set; }

    private protected override void Finish() =>
        Drain(Start(Client.Storage.ListAsync(BucketName, Prefix, StopToken)), BucketName, static _ => true);
}
