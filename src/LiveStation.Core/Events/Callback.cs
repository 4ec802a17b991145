using System;
using System.Text.Json;

namespace LiveStation;

/// <summary>Where the service posts the events of channels that have no callback address of their own.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-event-callbackinfo</remarks>
public sealed class Callback : ServiceRecord
{
    private Uri? _clear;

    /// <summary>The address; a login, and what stands in its query, are masked, see <see cref="RevealCallbackUrl"/>.</summary>
    public Uri? CallbackUrl { get; init; }

    /// <summary>When it was set; local time. Older pages of the API have it.</summary>
    public DateTime? UpdateTime { get; init; }

    private protected override string Summary => CallbackUrl?.OriginalString ?? "none";

    /// <summary>The address in clear text; it may hold a login or a token.</summary>
    public Uri? RevealCallbackUrl() => _clear ?? CallbackUrl;

    internal static Callback Read(JsonElement answer)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        JsonFields fields = new(content);
        Uri? address = fields.Address("callbackUrl", "callbackEndpoint");
        return new Callback
        {
            CallbackUrl = Secrets.Hide(address),
            _clear = address,
            UpdateTime = fields.Time("updateTime"),
            Rest = JsonFields.Merge(fields.Rest, beside.Rest),
        };
    }
}
