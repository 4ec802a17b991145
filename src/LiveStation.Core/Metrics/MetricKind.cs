using System;

namespace LiveStation;

/// <summary>What there are figures of. Names and units keep to Prometheus' conventions: base units, the unit last, counters end in total.</summary>
internal sealed class MetricKind
{
    public static readonly MetricKind Up = new("livestation_up", "1 where the service let its channels be read, 0 where it did not.");
    public static readonly MetricKind ReadErrors = new("livestation_read_errors", "Calls that failed in this reading; what they would have told is not among the figures.");
    public static readonly MetricKind ReadTime = new("livestation_read_time_seconds", "When this was read.");
    public static readonly MetricKind ReadDuration = new("livestation_read_duration_seconds", "How long it took to read this.");
    public static readonly MetricKind Latency = new("livestation_api_latency_seconds", "Time until the headers of the answer to one small call.");
    public static readonly MetricKind ClockOffset = new("livestation_api_clock_offset_seconds", "How far the clock of the service is ahead of this machine's, to the second.");
    public static readonly MetricKind Channels = new("livestation_channels", "Channels by state.");
    public static readonly MetricKind ChannelStatus = new("livestation_channel_status", "1 for the state of the channel, 0 for those in which it is not.");
    public static readonly MetricKind OnAir = new("livestation_channel_on_air", "Whether the channel is on air.");
    public static readonly MetricKind OnAirSince = new("livestation_channel_on_air_start_time_seconds", "When the channel went on air; only while it is.");
    public static readonly MetricKind AirTime = new("livestation_channel_on_air_seconds_total", "Time on air, of all broadcasts of the channel.", MetricType.Counter);
    public static readonly MetricKind IsRecording = new("livestation_channel_recording", "Whether the channel is recording.");
    public static readonly MetricKind CdnRunning = new("livestation_channel_cdn_running", "Whether the CDN of the channel runs.");
    public static readonly MetricKind VideoRate = new("livestation_stream_video_bytes_per_second", "Video bit rate that comes in, in bytes: times 8 for bit/s.");
    public static readonly MetricKind AudioRate = new("livestation_stream_audio_bytes_per_second", "Audio bit rate that comes in, in bytes: times 8 for bit/s.");
    public static readonly MetricKind Fps = new("livestation_stream_video_frames_per_second", "Frame rate that comes in.");
    public static readonly MetricKind Width = new("livestation_stream_video_width_pixels", "Width of the picture that comes in.");
    public static readonly MetricKind Height = new("livestation_stream_video_height_pixels", "Height of the picture that comes in.");
    public static readonly MetricKind AskedRate = new("livestation_quality_video_bytes_per_second", "Video bit rate that the best quality of the channel's set asks for, in bytes.");
    public static readonly MetricKind AskedFps = new("livestation_quality_video_frames_per_second", "Frame rate that the best quality of the channel's set asks for.");
    public static readonly MetricKind Weak = new("livestation_stream_weak", "Whether less comes in than the quality set asks for, as Test-LsChannel judges it.");
    public static readonly MetricKind Recordings = new("livestation_recordings", "Recordings of the channel by state.");
    public static readonly MetricKind Expiry = new("livestation_recordings_expiry_time_seconds", "When the first recording that is in no bucket is to be deleted.");

    private readonly string _name;
    private readonly string _help;
    private readonly MetricType _type;

    private MetricKind(string name, string help, MetricType type = MetricType.Gauge)
    {
        _name = name;
        _help = help;
        _type = type;
    }

    /// <summary>A figure of this kind.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="channel">What it is about; null for the account.</param>
    /// <param name="status">The state that is counted.</param>
    public Metric Of(double value, Channel? channel = null, string? status = null) => new()
    {
        Name = _name,
        Help = _help,
        Type = _type,
        Value = value,
        ChannelId = channel?.ChannelId,
        ChannelName = channel?.ChannelName,
        Status = status is null ? null : Text.Clean(status).ToLowerInvariant(),
    };

    /// <summary>A figure that may be unknown.</summary>
    public Metric? Of(double? value, Channel channel) => value is { } known ? Of(known, channel) : null;

    /// <summary>Seconds since 1970, as Prometheus has times.</summary>
    public static double Seconds(DateTime time) => Math.Round((time.ToUniversalTime() - new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc)).TotalSeconds, 3);
}
