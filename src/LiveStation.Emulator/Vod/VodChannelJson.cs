using System;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>A VOD2LIVE channel as it stood at one moment, ready to be written after the lock is left.</summary>
internal sealed class VodChannelJson(VodChannel channel, DateTimeOffset now)
{
    private readonly ChannelSettings _settings = channel.Settings;
    private readonly Cdn _cdn = channel.Cdn;
    private readonly string _id = channel.Id;
    private readonly long _instanceNo = channel.InstanceNo;
    private readonly string _status = channel.StatusAt(now);
    private readonly string _cdnStatus = channel.Cdn.StatusAt(now);
    private readonly TimeSpan _airTime = channel.Life.AirTimeAt(now);
    private readonly DateTimeOffset _created = channel.Created;
    private readonly DateTimeOffset _updated = channel.Updated;
    private readonly string _callbackEndpoint = channel.CallbackEndpoint;
    private readonly (long Id, string Status)? _schedule = channel.Schedule is { } schedule ? (schedule.Id, schedule.StatusAt(now)) : null;

    /// <summary>Writes the fields into an object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="style">How answers are written.</param>
    /// <param name="isListed">Whether it is one of a list: no example of a list shows the schedules.</param>
    public void Write(Utf8JsonWriter json, AnswerStyle style, bool isListed = false)
    {
        json.WriteString("channelId", _id);
        json.WriteString("channelName", _settings.Name);
        json.WriteNumber("instanceNo", _instanceNo);
        json.WriteNumber("qualitySetId", _settings.QualitySet.Id);
        json.WriteString("qualitySetName", _settings.QualitySet.Name);
        json.WriteString("outputProtocol", _settings.OutputProtocol);
        json.WriteString("channelStatus", style.Status(_status));
        ChannelJson.WriteCdn(json, _cdn, _cdnStatus);
        json.WriteBoolean("alertOn", false);
        json.WriteStartObject("alertOptions");
        json.WriteBoolean("alertChangeStatus", false);
        json.WriteEndObject();
        json.WriteNumber("totalPublishSeconds", (long)_airTime.TotalSeconds);
        json.WriteNumber("createdTime", _created.ToUnixTimeMilliseconds());
        json.WriteNumber("updatedTime", _updated.ToUnixTimeMilliseconds());
        json.WriteString("envType", _settings.EnvType);
        json.WriteString("type", "VOD");
        json.WriteString("callbackEndpoint", _callbackEndpoint);
        if (_schedule is (long id, string status) && !isListed)
        {
            json.WriteStartArray("scheduleList");
            json.WriteStartObject();
            json.WriteNumber("scheduleId", id);
            json.WriteString("status", status);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        ChannelJson.WriteDrm(json, _settings);
        style.WriteExtras(json);
    }
}
