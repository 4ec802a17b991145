using System;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>A platform that a re-stream relays to: what a new one is made with, and what the service repeats of it. Nothing of it but the name is ever shown.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channelcreate</remarks>
public sealed class RestreamTarget : ServiceRecord
{
    // The current page's; an error text has an older list, so others are sent as they are.
    internal static readonly string[] KnownNames = ["YOUTUBE", "CHZZK", "STEAM", "YOUNOW", "USTREAM", "AFREECATV", "PRISM", "CUSTOM"];

    /// <summary>Platform, for example YOUTUBE; CUSTOM for one that the service does not list.</summary>
    public string? TargetName { get; init; }

    /// <summary>Address to publish to at the platform; hidden, for some hold the key.</summary>
    public HiddenText? RtmpUrl { get; init; }

    /// <summary>Stream key at the platform; hidden. In answers the service may write asterisks in its place.</summary>
    public StreamKey? StreamKey { get; init; }

    /// <summary>RTMP user; hidden. Null where the platform wants no login.</summary>
    public HiddenText? Id { get; init; }

    /// <summary>RTMP password; hidden. In answers the service writes asterisks after its first character.</summary>
    public HiddenText? Password { get; init; }

    private protected override string Summary => TargetName ?? "target without a name";

    /// <summary>A name as the service writes it: case does not count for those that are known.</summary>
    internal static string Named(string name) => KnownNames.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) ?? name;

    internal static RestreamTarget Read(JsonElement element)
    {
        JsonFields fields = new(element);
        return new RestreamTarget
        {
            TargetName = fields.Text("targetName"),
            RtmpUrl = HiddenText.Of(fields.Text("rtmpUrl")),
            StreamKey = StreamKey.Of(fields.Text("streamKey")),
            Id = HiddenText.Of(fields.Text("id")),
            Password = HiddenText.Of(fields.Text("password")),
            Rest = fields.Rest,
        };
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.Text("targetName", TargetName);
        writer.Text("rtmpUrl", RtmpUrl?.Reveal());
        writer.Text("streamKey", StreamKey?.Reveal());
        writer.Text("id", Id?.Reveal());
        writer.Text("password", Password?.Reveal());
        writer.WriteEndObject();
    }
}
