using System.Text.Json;
using System.Threading;

namespace LiveStation.Emulator;

/// <summary>What a later version of the service might write: a status and fields that nobody knows yet.</summary>
internal sealed class AnswerStyle
{
    private readonly bool _hasExtras;
    private string? _unknownStatus;

    private AnswerStyle(string? unknownStatus)
    {
        _unknownStatus = unknownStatus;
        _hasExtras = unknownStatus is not null;
    }

    public static AnswerStyle For(Fault? fault) =>
        new(fault?.Kind == FaultKind.UnknownValues ? fault.Text ?? "SOMETHING_NEW" : null);

    /// <summary>The status to write: the unknown one for the first entry, the true one for all others.</summary>
    public string Status(string status) => Interlocked.Exchange(ref _unknownStatus, null) ?? status;

    /// <summary>Writes the unknown fields into an object that is open.</summary>
    public void WriteExtras(Utf8JsonWriter json)
    {
        if (!_hasExtras)
        {
            return;
        }

        json.WriteString("unknownText", "한글 and \"quotes\"");
        json.WriteStartObject("unknownObject");
        json.WriteStartArray("list");
        json.WriteNumberValue(1);
        json.WriteNullValue();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
