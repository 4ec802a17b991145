using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>What a channel sends notices about. Older pages of the API have the first three options only.</summary>
internal sealed record Alerts(bool IsOn, bool ChangeStatus, bool VodUploadFail, bool ReStreamFail, bool ShortClipFail, bool StreamFailOver, bool GeneralChannelError)
{
    /// <summary>Those of a new channel.</summary>
    public static readonly Alerts Usual = new(true, true, false, false, false, false, false);

    /// <summary>Writes them into an object that is open.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteBoolean("alertOn", IsOn);
        json.WriteStartObject("alertOptions");
        json.WriteBoolean("alertChangeStatus", ChangeStatus);
        json.WriteBoolean("alertVodUploadFail", VodUploadFail);
        json.WriteBoolean("alertReStreamFail", ReStreamFail);
        json.WriteBoolean("alertShortClipFail", ShortClipFail);
        json.WriteBoolean("alertStreamFailOver", StreamFailOver);
        json.WriteBoolean("alertGeneralChannelError", GeneralChannelError);
        json.WriteEndObject();
    }
}
