using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Explains an error: a code of the service or the gateway, its name, or an error record.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "LsError", DefaultParameterSetName = CodeSet)]
[OutputType(typeof(ErrorInfo))]
public sealed class ResolveLsErrorCommand : PlainCmdlet
{
    private const string CodeSet = "Code";
    private const string RecordSet = "ErrorRecord";

    /// <summary>Codes, or names of errors, which wildcards may shorten.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = CodeSet)]
    [ErrorCodeOf]
    [ArgumentCompleter(typeof(ErrorCompleter))]
    public int[] Code { get; set; } = [];

    /// <summary>Error records, as $Error holds them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = RecordSet)]
    [ErrorRecordOf]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public ErrorRecord[] ErrorRecord { get; set; } = [];

    /// <summary>Not needed to look a code up; taken so that it can be given to every cmdlet alike.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public LsContext? Context { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (int code in Code)
        {
            Write(
                ErrorCatalog.Find(code),
                code,
                "UnknownErrorCode",
                $"The code {code} is in neither table of errors, the service's or the gateway's.",
                "The tables grow: look at https://api.ncloud-docs.com/docs/en/live-station-error-code, or give the vendor's support the trace id of the message.");
        }

        foreach (ErrorRecord record in ErrorRecord)
        {
            Write(
                Explain(record.Exception as LiveStationException) ?? Explain(record),
                record,
                "ForeignError",
                $"This error is not from Live Station, but from {record.InvocationInfo?.MyCommand?.Name ?? record.FullyQualifiedErrorId}: {record.Exception.Message}",
                "Its own message says what is wrong; this module knows nothing more of it.");
        }
    }

    private static ErrorInfo? Explain(LiveStationException? failure) => failure switch
    {
        null => null,
        LiveStationApiException { Code: { } code } when ErrorCatalog.Find(code) is { } known => known,
        LiveStationApiException api => new ErrorInfo(api.Code, ErrorSource.Service, api.ErrorId, api.Kind, api.Message, api.Recommendation, null),
        _ => new ErrorInfo(null, ErrorSource.Client, failure.ErrorId, failure.Kind, failure.Message, failure.Recommendation, failure.IsTransient),
    };

    // What the cmdlets themselves refuse, such as a wait that took too long, brings its words with it.
    private static ErrorInfo? Explain(ErrorRecord record)
    {
        string[] id = record.FullyQualifiedErrorId.Split(',');
        return id.Length == 2 && id[1].StartsWith("LiveStation.PowerShell.", System.StringComparison.Ordinal) && record.ErrorDetails?.RecommendedAction is { Length: > 0 } advice
            ? new ErrorInfo(null, ErrorSource.Client, id[0], ErrorRecords.KindOf(record.CategoryInfo.Category), record.ErrorDetails.Message, advice, null)
            : null;
    }

    private void Write(ErrorInfo? info, object target, string errorId, string otherwise, string advice)
    {
        if (info is not null)
        {
            WriteObject(info);
            return;
        }

        WriteError(ErrorRecords.Of(
            new PSArgumentException(Text.Line(otherwise)),
            errorId,
            ErrorCategory.ObjectNotFound,
            target,
            advice));
    }
}
