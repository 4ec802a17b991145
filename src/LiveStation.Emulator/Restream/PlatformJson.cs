using System;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>A target with its relay as it stood at one moment, ready to be written after the lock is left.</summary>
internal sealed class PlatformJson
{
    private readonly TargetSettings _settings;
    private readonly long _platId;
    private readonly string _status;
    private readonly TimeSpan _playTime;
    private readonly long _retries;

    public PlatformJson(RestreamTarget target, DateTimeOffset now)
    {
        _settings = target.Settings;
        _platId = target.PlatId;
        _status = target.Relay.StatusAt(now);
        _playTime = target.Relay.PlayTimeAt(now);
        _retries = target.Relay.RetriesAt(now);
    }

    /// <summary>Writes what a change answers into an object that is open.</summary>
    public void WriteSettings(Utf8JsonWriter json)
    {
        RestreamJson.WriteTarget(json, _settings);
        json.WriteNumber("platId", _platId);
    }

    /// <summary>Writes all of it into an object that is open.</summary>
    public void Write(Utf8JsonWriter json, AnswerStyle style)
    {
        WriteSettings(json);
        json.WriteString("connectStatus", style.Status(_status));
        json.WriteNumber("bytesPerSecond", _status == RelayStatus.Publishing ? Relay.BytesPerSecond : 0);
        json.WriteNumber("totalRetryCount", _retries);
        json.WriteNumber("bytesTotalTrans", (long)(_playTime.TotalSeconds * Relay.BytesPerSecond));
        json.WriteNumber("totalPlaySecond", (long)_playTime.TotalSeconds);
        style.WriteExtras(json);
    }
}
