namespace LiveStation;

/// <summary>What is to change in a live channel. A <see langword="null"/> stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelupdate</remarks>
public sealed record ChannelChange : ChannelOptions
{
    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public string? ChannelName { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => this == new ChannelChange();

    internal override string? Name => ChannelName;

    /// <summary>Refuses a change that the service is known to refuse, or that would not do what it says.</summary>
    /// <param name="now">The channel as it is.</param>
    /// <returns>What the channel gets, in words, with what follows from what was asked for; empty where all of it is so already.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check(Channel now)
    {
        ChannelBody body = ChannelBody.Of(this, now);
        ChannelRules.Check(this, body, now);
        return string.Join(", ", body.Differences(now));
    }

    /// <summary>The whole body: what changes over what is. Values that this version does not know go back as they came.</summary>
    /// <exception cref="LiveStationArgumentException">The service wants a field each time that it did not tell and that was not given.</exception>
    internal byte[] ToJson(Channel now) => JsonBody.Of(writer => ChannelBody.Of(this, now).Write(writer));
}
