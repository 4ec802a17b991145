using System.ComponentModel;

namespace LiveStation;

/// <summary>What is checked of a channel, in the order in which the results come.</summary>
[TypeConverter(typeof(WireEnumConverter<ChannelCheckName>))]
public enum ChannelCheckName
{
    /// <summary>Whether the channel is ready or on air.</summary>
    Channel,

    /// <summary>Whether a stream comes in, of the size, bit rate and frame rate that the quality set asks for.</summary>
    Stream,

    /// <summary>Whether a backup stream comes in, where fail-over is on.</summary>
    BackupStream,

    /// <summary>Whether the CDN runs.</summary>
    Cdn,

    /// <summary>Whether the addresses to play from answer with a playlist.</summary>
    Playlist,

    /// <summary>Whether it records.</summary>
    Recording,

    /// <summary>Whether the bucket of automatic uploads is there.</summary>
    Bucket,

    /// <summary>Whether the upload of the last recording went well.</summary>
    LastUpload,

    /// <summary>Whether somebody is told of events.</summary>
    Callback,

    /// <summary>Whether notices are on.</summary>
    Notification,

    /// <summary>Whether the clock of this machine is right.</summary>
    Clock,
}
