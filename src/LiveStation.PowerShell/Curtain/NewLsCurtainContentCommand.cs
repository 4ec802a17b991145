using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes content for curtains out of files in a bucket: all files of the command in one call.</summary>
[Cmdlet(VerbsCommon.New, "LsCurtainContent", SupportsShouldProcess = true)]
[OutputType(typeof(CurtainContent))]
public sealed class NewLsCurtainContentCommand : LsCmdlet
{
    private readonly List<string> _files = [];

    /// <summary>Bucket of the files.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<BucketKind>))]
    public string BucketName { get; set; } = "";

    /// <summary>Paths of the files in the bucket, each beginning with a slash.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoFiles))]
    public string[] FilePath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _files.AddRange(FilePath);

    private protected override void Finish()
    {
        if (_files.Count == 0)
        {
            return;
        }

        CurtainContentSettings settings = new() { BucketName = BucketName, FilePath = _files };
        try
        {
            if (!Approve(settings.Check(), "Make curtain content"))
            {
                return;
            }
        }
        catch (LiveStationArgumentException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, BucketName));
        }

        if (Try((client, token) => client.Curtain.CreateAsync(settings, token), BucketName, out IReadOnlyList<CurtainContent>? contents))
        {
            WriteObject(contents, enumerateCollection: true);
        }
    }
}
