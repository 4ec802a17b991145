using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>A re-stream as it stood at one moment, ready to be written after the lock is left.</summary>
internal sealed class RestreamJson
{
    private readonly RestreamChannel _channel;
    private readonly string _status;
    private readonly bool _isOnAir;
    private readonly TimeSpan _airTime;
    private readonly DateTimeOffset? _onAirSince;
    private readonly string _callback;
    private readonly IReadOnlyList<TargetSettings> _targets;

    public RestreamJson(RestreamChannel channel, DateTimeOffset now)
    {
        _channel = channel;
        _status = channel.Life.StatusAt(now);
        _isOnAir = channel.Life.IsOnAir;
        _airTime = channel.Life.AirTimeAt(now);
        _onAirSince = channel.Life.OnAirSince;
        _callback = channel.CallbackEndpoint;
        _targets = channel.Targets.Select(target => target.Settings).ToList();
    }

    /// <summary>Writes the fields into an object that is open.</summary>
    public void Write(Utf8JsonWriter json, AnswerStyle style, bool withTargets)
    {
        json.WriteString("channelId", _channel.Id);
        json.WriteString("channelName", _channel.Settings.Name);
        json.WriteNumber("instanceNo", _channel.InstanceNo);
        json.WriteString("channelStatus", style.Status(_status));
        json.WriteString("streamKey", ChannelKeys.Of(_channel.Id, "main"));
        json.WriteString("publishUrl", "rtmp://ingest.example:8080/relay");
        json.WriteString("globalPublishUrl", "rtmp://global.ingest.example:8080/relay");
        json.WriteString("planType", _channel.Settings.PlanType);
        json.WriteNumber("createdTime", _channel.Created.ToUnixTimeMilliseconds());
        json.WriteNumber("platformCount", _targets.Count);
        json.WriteNumber("totalPublishSeconds", (long)_airTime.TotalSeconds);
        if (_onAirSince is DateTimeOffset onAirSince)
        {
            json.WriteNumber("recentPublishStartTime", onAirSince.ToUnixTimeMilliseconds());
        }

        json.WriteBoolean("isPublishing", _isOnAir);
        json.WriteBoolean("alertOn", false);
        json.WriteStartObject("alertOptions");
        json.WriteBoolean("alertChangeStatus", true);
        json.WriteBoolean("alertVodUploadFail", false);
        json.WriteBoolean("alertReStreamFail", false);
        json.WriteEndObject();
        json.WriteString("envType", _channel.Settings.EnvType);
        json.WriteString("callbackEndpoint", _callback);
        if (withTargets)
        {
            json.WriteStartArray("restream");
            foreach (TargetSettings target in _targets)
            {
                json.WriteStartObject();
                WriteTarget(json, target);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        style.WriteExtras(json);
    }

    /// <summary>Writes what a target was set up with into an object that is open.</summary>
    public static void WriteTarget(Utf8JsonWriter json, TargetSettings target)
    {
        json.WriteString("targetName", target.TargetName);
        json.WriteString("rtmpUrl", target.RtmpUrl);

        // The example of the page shows asterisks, and its words do not say that the key is masked: in clear text a client has to hide it.
        json.WriteString("streamKey", target.StreamKey);
        if (target.User is not null)
        {
            json.WriteString("id", target.User);
        }

        if (target.Password is string password)
        {
            json.WriteString("password", password.Length == 0 ? "" : password[0] + new string('*', password.Length - 1));
        }
    }
}
