using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Waits until contents of curtains are in a state.</summary>
[Cmdlet(VerbsLifecycle.Wait, "LsCurtainContent")]
[OutputType(typeof(CurtainContent))]
public sealed class WaitLsCurtainContentCommand : LsCmdlet
{
    // No content leaves these.
    private static readonly CurtainContentStatus[] Dead = [CurtainContentStatus.ProcessingFail, CurtainContentStatus.Deleted];

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private StateWait<CurtainContent>? _wait;

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

    /// <summary>The longest wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int TimeoutSec { get; set; } = 600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _wait ??= new StateWait<CurtainContent>(this)
        {
            Goal = string.Join(" or ", Status),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StateOf = static content => content.StatusText ?? "without a state",
            IsDone = content => Status.Contains(content.Status),
            IsFailed = static content => Dead.Contains(content.Status),
            NotFound = static id => ErrorRecords.NotFound(id, "curtain content", "CurtainContentNotFound", "Run Get-LsCurtainContent to see the contents."),
            FailedAdvice = "Check the files: png, jpg, jpeg or mp4, with a picture also aac, mp3 or m4a, 100 MB at the most; then make another one with New-LsCurtainContent.",
            Ended = WriteObject,
        };
        foreach (string id in ContentId)
        {
            TurnTo(id);
            RequireOneContext();
            if (_ids.Add(id))
            {
                long contentId = long.Parse(id, CultureInfo.InvariantCulture);
                _wait.Add(id, async token => await Client.Curtain.GetAsync(contentId, token).ConfigureAwait(false));
            }
        }
    }

    private protected override void Finish() => _wait?.Run();
}
