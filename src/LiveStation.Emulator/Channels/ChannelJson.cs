using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>A channel as it stood at one moment, ready to be written after the lock is left.</summary>
internal sealed class ChannelJson
{
    private readonly ChannelSettings _settings;
    private readonly Cdn _cdn;
    private readonly string _id;
    private readonly long _instanceNo;
    private readonly string _status;
    private readonly string _cdnStatus;
    private readonly bool _isRecording;
    private readonly TimeSpan _airTime;
    private readonly DateTimeOffset? _onAirSince;
    private readonly DateTimeOffset _created;
    private readonly long? _snapshotId;
    private readonly Alerts _alerts;
    private readonly string _callbackEndpoint;

    public ChannelJson(Channel channel, DateTimeOffset now)
    {
        _settings = channel.Settings;
        _cdn = channel.Cdn;
        _id = channel.Id;
        _instanceNo = channel.InstanceNo;
        _status = channel.Life.StatusAt(now);
        _cdnStatus = channel.Cdn.StatusAt(now);
        _isRecording = channel.IsRecording;
        _airTime = channel.Life.AirTimeAt(now);
        _onAirSince = channel.Life.OnAirSince;
        _created = channel.Created;
        _snapshotId = channel.Snapshot is { } snapshot && now < snapshot.Expires ? snapshot.Id : null;
        _alerts = channel.Alerts;
        _callbackEndpoint = channel.CallbackEndpoint;
    }

    /// <summary>Writes the fields into an object that is open.</summary>
    public void Write(Utf8JsonWriter json, AnswerStyle style)
    {
        json.WriteString("channelId", _id);
        json.WriteString("channelName", _settings.Name);
        json.WriteNumber("instanceNo", _instanceNo);
        json.WriteNumber("qualitySetId", _settings.QualitySet.Id);
        json.WriteString("qualitySetName", _settings.QualitySet.Name);
        json.WriteString("outputProtocol", _settings.OutputProtocol);
        json.WriteString("channelStatus", style.Status(_status));
        json.WriteBoolean("isRecording", _isRecording);
        json.WriteBoolean("useDVR", _settings.UseDvr);
        json.WriteBoolean("immediateOnAir", _settings.ImmediateOnAir);
        if (_settings.UseDvr)
        {
            json.WriteNumber("timemachineMin", 360);
        }

        // In the tables of older pages alone, but the current ones still send the reader here for the id.
        if (_snapshotId is long snapshotId)
        {
            json.WriteStartObject("snapshot");
            json.WriteNumber("snapshotId", snapshotId);
            json.WriteEndObject();
        }

        json.WriteString("uploadPath", _settings.Record.FilePath ?? "");
        WriteRecord(json, _settings.Record);
        WriteCdn(json, _cdn, _cdnStatus);
        json.WriteString("ingestProtocol", _settings.IngestProtocol);
        json.WriteString("publishUrl", PublishUrl("ingest.example"));
        json.WriteString("globalPublishUrl", PublishUrl("global.ingest.example"));
        json.WriteString("streamKey", StreamKey("main"));
        if (_settings.IsStreamFailOver)
        {
            json.WriteString("backupStreamKey", StreamKey("backup"));
        }

        json.WriteBoolean("isStreamFailOver", _settings.IsStreamFailOver);
        json.WriteNumber("totalPublishSeconds", (long)_airTime.TotalSeconds);
        if (_onAirSince is DateTimeOffset onAirSince)
        {
            json.WriteNumber("recentPublishStartTime", onAirSince.ToUnixTimeMilliseconds());
        }

        json.WriteNumber("createdTime", _created.ToUnixTimeMilliseconds());
        _alerts.Write(json);
        json.WriteString("envType", _settings.EnvType);
        json.WriteString("callbackEndpoint", _callbackEndpoint);
        WriteDrm(json, _settings);
        style.WriteExtras(json);
    }

    /// <summary>Writes the member "cdn" into an object that is open.</summary>
    public static void WriteCdn(Utf8JsonWriter json, Cdn cdn, string status)
    {
        json.WriteStartObject("cdn");
        json.WriteString("instanceNo", cdn.InstanceNo.ToString(CultureInfo.InvariantCulture));
        json.WriteString("serviceName", "edge-sample");
        json.WriteString("statusName", status);
        json.WriteString("cdnType", cdn.Type);
        json.WriteString("cdnDomain", cdn.Domain);
        json.WriteNumber("profileId", cdn.ProfileId);
        json.WriteString("regionType", cdn.RegionType);
        json.WriteEndObject();
    }

    /// <summary>Writes the members about DRM into an object that is open.</summary>
    public static void WriteDrm(Utf8JsonWriter json, ChannelSettings settings)
    {
        json.WriteBoolean("drmEnabledYn", settings.DrmEnabled);
        if (settings.DrmEnabled)
        {
            json.WriteStartObject("drm");
            json.WriteString("siteId", settings.DrmSiteId);
            json.WriteString("contentId", settings.DrmContentId);
            json.WriteEndObject();
        }
    }

    private static void WriteRecord(Utf8JsonWriter json, RecordSetting record)
    {
        (string Name, string? Value)[] fields =
        [
            ("type", record.Type),
            ("format", record.Format),
            ("bucketName", record.BucketName),
            ("filePath", record.FilePath),
            ("accessControl", record.AccessControl),
        ];
        json.WriteStartObject("record");
        foreach ((string name, string? value) in fields.Where(field => field.Value is not null))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    // The address of an SRT channel has not been seen. Elsewhere it carries the key in its query, so here it does: a client has to hide it.
    private string PublishUrl(string host) => _settings.IngestProtocol == "SRT"
        ? $"srt://{host}:8080?streamid={StreamKey("main")}"
        : $"rtmp://{host}:8080/relay";

    private string StreamKey(string stream) => ChannelKeys.Of(_id, stream);
}
