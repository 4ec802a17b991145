using System;

namespace LiveStation.Emulator;

/// <summary>
/// The codes of events. Those of the vendor's pages first; the pages name none for uploads and edges, so these begin with OFFLINE,
/// which nobody will take for the service's own.
/// </summary>
internal static class EventCodes
{
    public const string StreamReserve = "STREAM_RESERVE";
    public const string StreamUpdate = "STREAM_UPDATE";
    public const string PublishStart = "PUBLISH_START";
    public const string PublishEnd = "PUBLISH_END";
    public const string ThumbnailCreate = "THUMBNAIL_CREATE";
    public const string SimulcastStatusChange = "SIMULCAST_STATUS_CHANGE";
    public const string OnAirStart = "ONAIR_START";
    public const string OnAirEnd = "ONAIR_END";
    public const string MainStreamEnabled = "RTMP_MAIN_STREAM_ENABLED";
    public const string BackupStreamEnabled = "RTMP_BACKUP_STREAM_ENABLED";
    public const string BackupConnected = "BACKUP_SESSION_STREAMING_CONNECTED";
    public const string CdnRunning = "OFFLINE_CDN_RUNNING";
    public const string UploadFinish = "OFFLINE_UPLOAD_FINISH";
    public const string UploadFail = "OFFLINE_UPLOAD_FAIL";
    public const string ProcessingFail = "OFFLINE_PROCESSING_FAIL";

    /// <summary>The level of a code: what failed is an error.</summary>
    public static string LevelOf(string code) => code.EndsWith("_FAIL", StringComparison.Ordinal) ? "ERROR" : "INFO";
}
