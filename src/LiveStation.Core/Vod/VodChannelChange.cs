using System.Linq;

namespace LiveStation;

/// <summary>What is to change in a VOD2LIVE channel. A <see langword="null"/> stays as it is.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-vodchannelupdate</remarks>
public sealed record VodChannelChange
{
    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public string? ChannelName { get; init; }

    /// <summary>Environment tag.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Packaging; low latency cannot be switched on or off.</summary>
    public OutputProtocol? OutputProtocol { get; init; }

    /// <summary>Whether nothing is to change.</summary>
    public bool IsEmpty => this == new VodChannelChange();

    /// <summary>Refuses a change that the service is known to refuse.</summary>
    /// <param name="now">The channel as it is.</param>
    /// <returns>What the channel gets, in words; empty where all of it is so already.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken, or the service wants a field that it did not tell and that was not given.</exception>
    public string Check(VodChannel now)
    {
        (string name, string? env, string? protocol) = Over(now);
        DeliveryRules.CheckChange(OutputProtocol, now.OutputProtocol, now.ChannelId);
        (string Name, string? Value, string? Was)[] settings =
        [
            ("ChannelName", name, now.ChannelName),
            ("EnvType", env, ChannelBody.Present<EnvType>(now.EnvType, now.EnvTypeText)),
            ("OutputProtocol", protocol, ChannelBody.Present<OutputProtocol>(now.OutputProtocol, now.OutputProtocolText)),
        ];
        return string.Join(", ", settings.Where(setting => setting.Value is not null && setting.Value != setting.Was).Select(setting => $"{setting.Name} = {Text.Clean(setting.Value)}"));
    }

    /// <summary>The whole body: what changes over what is. Only the name is documented as needed; whether a field that is left out stays is not.</summary>
    /// <exception cref="LiveStationArgumentException">The service wants the name each time, and neither told it nor was it given.</exception>
    internal byte[] ToJson(VodChannel now) => JsonBody.Of(writer =>
    {
        (string name, string? env, string? protocol) = Over(now);
        writer.Text("channelName", name);
        writer.Text("envType", env);
        writer.Text("outputProtocol", protocol);
    });

    private (string Name, string? Env, string? Protocol) Over(VodChannel now) => (
        ChannelName ?? now.ChannelName ?? throw ChannelBody.Missing(now.ChannelId, "-ChannelName"),
        ChannelBody.Wire(EnvType) ?? ChannelBody.Present<EnvType>(now.EnvType, now.EnvTypeText),
        ChannelBody.Wire(OutputProtocol) ?? ChannelBody.Present<OutputProtocol>(now.OutputProtocol, now.OutputProtocolText));
}
