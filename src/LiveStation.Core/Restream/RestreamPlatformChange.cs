using System.Collections.Generic;

namespace LiveStation;

/// <summary>What is to change in a target of a re-stream. A <see langword="null"/> stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-platformupdate</remarks>
public sealed record RestreamPlatformChange
{
    /// <summary>Address to publish to at the platform.</summary>
    public HiddenText? RtmpUrl { get; init; }

    /// <summary>Stream key at the platform.</summary>
    public StreamKey? StreamKey { get; init; }

    /// <summary>RTMP user.</summary>
    public HiddenText? Id { get; init; }

    /// <summary>RTMP password.</summary>
    public HiddenText? Password { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => this == new RestreamPlatformChange();

    /// <summary>Refuses a change that would lose what the target has.</summary>
    /// <param name="now">The target as it is.</param>
    /// <returns>What changes, in words; no secret among them.</returns>
    /// <exception cref="LiveStationArgumentException">The service wants a value each time that it does not tell and that was not given.</exception>
    public string Check(RestreamPlatform now)
    {
        if (RtmpUrl is null && now.RtmpUrl is not { IsMasked: false })
        {
            throw Missing(now, "address", "-RtmpUrl");
        }

        if (StreamKey is null && now.StreamKey is not { IsMasked: false })
        {
            throw Missing(now, "stream key", "-StreamKey");
        }

        // Address and key are to be repeated to keep them. Of the login no page says what a change without it does, and its password is never told.
        if (Id is null && now.Id is not null)
        {
            throw Missing(now, "login", "-Credential");
        }

        List<string> changes = [];
        changes.AddRange(RtmpUrl is null ? [] : ["address"]);
        changes.AddRange(StreamKey is null ? [] : ["stream key"]);
        changes.AddRange(Id is null ? [] : ["login"]);
        return string.Join(", ", changes);
    }

    /// <summary>The whole body: what changes over what is.</summary>
    internal byte[] ToJson(RestreamPlatform now) => JsonBody.Of(writer =>
    {
        writer.Text("rtmpUrl", (RtmpUrl ?? now.RtmpUrl)?.Reveal());
        writer.Text("streamKey", (StreamKey ?? now.StreamKey)?.Reveal());
        writer.Text("streamId", Id?.Reveal());
        writer.Text("streamPassword", Password?.Reveal());
    });

    private static LiveStationArgumentException Missing(RestreamPlatform now, string what, string parameter) => new LiveStationArgumentException(
        "RestreamValueNeeded",
        $"{Text.Clean(now.ChannelId)}/{now.PlatId} {Text.Clean(now.TargetName)}: the {what} of this target has to be sent with every change, or it may be lost, and the service does not tell it. Nothing was sent.",
        $"Give {parameter} as well; the target platform shows it.");
}
