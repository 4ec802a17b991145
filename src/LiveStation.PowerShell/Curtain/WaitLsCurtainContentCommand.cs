using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Waits until contents of curtains are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsCurtainContent")]
[OutputType(typeof(CurtainContent))]
public sealed class WaitLsCurtainContentCommand : LsWaitCmdlet<CurtainContent>
{
    // No content leaves these.
    private static readonly CurtainContentStatus[] Dead = [CurtainContentStatus.ProcessingFail, CurtainContentStatus.Deleted];

    /// <summary>Files are fetched and made into a stream, which takes longer than a channel.</summary>
    public WaitLsCurtainContentCommand() => TimeoutSec = 600;

    /// <summary>Ids of contents.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(CurtainContentKind))]
    [ArgumentCompleter(typeof(NameCompleter<CurtainContentKind>))]
    [ValidateNotNull]
    public string[] ContentId { get; set; } = [];

    /// <summary>States, any of which ends the wait.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EnumCompleter<CurtainContentStatus>))]
    public CurtainContentStatus?[] Status { get; set; } = [CurtainContentStatus.Ready];

    private protected override IReadOnlyList<string> Ids => ContentId;

    private protected override Task<CurtainContent> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) =>
        client.Curtain.GetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);

    private protected override StateWait<CurtainContent> CreateWait(TimeSpan timeout) => new(this)
    {
        Goal = string.Join(" or ", Status),
        Timeout = timeout,
        StateOf = static content => content.StatusText ?? "without a state",
        IsDone = content => Status.Contains(content.Status),
        IsFailed = static content => Dead.Contains(content.Status),
        FailedAdvice = "Check the files: png, jpg, jpeg or mp4, with a picture also aac, mp3 or m4a, 100 MB at the most; then make another one with New-LsCurtainContent.",
        Ended = WriteObject,
    };
}
