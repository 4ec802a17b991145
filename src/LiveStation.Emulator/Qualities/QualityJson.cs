using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>Writes qualities, as such and within sets.</summary>
internal static class QualityJson
{
    /// <summary>Writes the fields into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Quality quality, AnswerStyle style)
    {
        json.WriteBoolean("disabled", false);
        json.WriteNumber("id", quality.Id);
        json.WriteString("status", style.Status("CREATED"));
        json.WriteNumber("createdTime", quality.Created.ToUnixTimeMilliseconds());
        json.WriteString("genType", quality.GenType);
        json.WriteString("name", quality.Name);
        json.WriteString("type", quality.Type);
        if (quality.Video is VideoSetting video)
        {
            json.WriteStartObject("video");
            json.WriteString("codec", "H264");
            json.WriteString("profile", video.Profile);
            json.WriteNumber("level", video.Level);
            json.WriteNumber("width", video.Width);
            json.WriteNumber("height", video.Height);

            // .NET Framework would write 23.97 as 23.969999999999999.
            json.WriteNumber("fps", (decimal)video.Fps);
            json.WriteNumber("bitrate", video.Bitrate);
            json.WriteNumber("videoH264ParamRefFrames", video.ReferenceFrames);
            json.WriteString("rateControl", video.RateControl);
            json.WriteNumber("bframes", video.Bframes);
            json.WriteBoolean("bypass", video.Bypass);
            json.WriteString("orientation", "FIX");
            json.WriteEndObject();
        }

        AudioSetting audio = quality.Audio;
        json.WriteStartObject("audio");
        json.WriteString("codec", audio.Codec);
        if (audio.Profile is not null)
        {
            json.WriteString("profile", audio.Profile);
        }

        json.WriteNumber("samplerate", audio.Samplerate);
        json.WriteNumber("channels", audio.Channels);
        json.WriteNumber("bitrate", audio.Bitrate);
        json.WriteBoolean("bypass", audio.Bypass);
        json.WriteEndObject();
        style.WriteExtras(json);
    }
}
