using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Explains an error: a code of the service or the gateway, its name, or an error record.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "LsError", DefaultParameterSetName = CodeSet)]
[OutputType(typeof(ErrorInfo))]
public sealed class ResolveLsErrorCommand : PlainCmdlet
{
    private const string CodeSet = "Code";
    private const string RecordSet = "ErrorRecord";

    /// <summary>Codes, statuses of HTTP, names of errors, which wildcards may shorten, or error records.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = CodeSet)]
    [ErrorRecordOf]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ErrorCompleter))]
    public object[] Code { get; set; } = [];

    /// <summary>Error records, as $Error holds them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RecordSet)]
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
        foreach (object given in Code.Concat(ErrorRecord))
        {
            switch (PSObject.AsPSObject(given).BaseObject)
            {
                case ErrorRecord record:
                    Resolve(record);
                    break;
                case { } code:
                    Resolve(Convert.ToString(code, CultureInfo.InvariantCulture)!);
                    break;
            }
        }
    }

    private void Resolve(ErrorRecord record)
    {
        if ((Explain(record.Exception as LiveStationException) ?? Explain(record)) is { } info)
        {
            WriteObject(info);
        }
        else
        {
            WriteError(
                $"This error is not from Live Station, but from {record.InvocationInfo?.MyCommand?.Name ?? record.FullyQualifiedErrorId}: {record.Exception.Message}",
                "ForeignError",
                record,
                "Its own message says what is wrong; this module knows nothing more of it.");
        }
    }

    private void Resolve(string text)
    {
        IReadOnlyList<ErrorInfo> found = KnownErrors.Find(text);
        foreach (ErrorInfo info in found)
        {
            WriteObject(info);
        }

        if (found.Count == 0)
        {
            WriteUnknown(text);
        }
    }

    private void WriteUnknown(string text)
    {
        if (KnownErrors.IsCode(text, out int code))
        {
            WriteError(
                $"The code {text} is in neither table of errors, the service's or the gateway's.",
                "UnknownErrorCode",
                code,
                "The tables grow: look at https://api.ncloud-docs.com/docs/en/live-station-error-code, or give the vendor's support the trace id of the message.");
        }
        else
        {
            WriteError(
                $"No error is named '{Text.Clean(text)}', of the service, the gateway or this module.",
                "UnknownErrorName",
                text,
                "Tab completes the names, and Resolve-LsError *Channel* finds those with a word in them.");
        }
    }

    private static ErrorInfo? Explain(LiveStationException? failure) => failure switch
    {
        null => null,
        // The advice knows what the call was about, which the table does not.
        LiveStationApiException { Code: { } code } when ErrorCatalog.Find(code) is { } known => new ErrorInfo(code, known.Source, known.Name, known.Kind, known.Meaning, failure.Recommendation, known.Retryable),
        LiveStationApiException api => new ErrorInfo(api.Code, ErrorSource.Service, api.ErrorId, api.Kind, api.Message, api.Recommendation, null),
        _ => new ErrorInfo(null, ErrorSource.Client, failure.ErrorId, failure.Kind, failure.Message, failure.Recommendation, failure.IsTransient),
    };

    // What the cmdlets themselves refuse, such as a wait that took too long, brings its words with it.
    private static ErrorInfo? Explain(ErrorRecord record)
    {
        string[] id = record.FullyQualifiedErrorId.Split(',');
        return id.Length == 2 && id[1].StartsWith("LiveStation.PowerShell.", StringComparison.Ordinal) && record.ErrorDetails?.RecommendedAction is { Length: > 0 } advice
            ? new ErrorInfo(null, ErrorSource.Client, id[0], ErrorRecords.KindOf(record.CategoryInfo.Category), record.ErrorDetails.Message, advice, null)
            : null;
    }

    private void WriteError(string message, string errorId, object target, string advice) =>
        WriteError(ErrorRecords.Of(new PSArgumentException(Text.Line(message)), errorId, ErrorCategory.ObjectNotFound, target, advice));
}
