using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace LiveStation;

/// <summary>A live curtain: what covers the broadcast of a channel for some minutes.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtain-curtaininsert</remarks>
public sealed class Curtain : ServiceRecord
{
    /// <summary>Id of the channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Whether the curtain is on.</summary>
    public bool? IsLiveCurtain { get; init; }

    /// <summary>Ids of the contents that it shows.</summary>
    public IReadOnlyList<long>? ContentId { get; init; }

    /// <summary>The same in one text, with commas between.</summary>
    public string? Contents => ContentId is null ? null : string.Join(", ", ContentId);

    /// <summary>How long it stays, in minutes on the wire.</summary>
    public TimeSpan? InsertTime { get; init; }

    /// <summary>When the service answered; local time.</summary>
    public DateTime? ResponseTime { get; init; }

    /// <summary>When it ends by itself: <see cref="InsertTime"/> after <see cref="ResponseTime"/>. No answer tells it, so it may be off by seconds; <see langword="null"/> for one that is off.</summary>
    public DateTime? Until => IsLiveCurtain == true ? ResponseTime + InsertTime : null;

    private protected override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "{0}: curtain {1}{2}", ChannelId, IsLiveCurtain == true ? "on" : "off", Until is { } until ? until.ToString(" 'until' HH:mm:ss", CultureInfo.InvariantCulture) : "");

    /// <summary>Reads an answer with its contents below their name, as the page has it, or flat.</summary>
    /// <exception cref="JsonException">It does not say whether the curtain is on, nor what it shows.</exception>
    internal static Curtain Read(JsonElement answer, string channelId)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        JsonFields outer = new(content);
        JsonFields fields = outer.Nested("content") ?? outer;
        Curtain curtain = new()
        {
            // Without the envelope, what stands in it looks like it.
            ChannelId = outer.Text("channelId") ?? beside.Text("channelId") ?? channelId,
            IsLiveCurtain = outer.Bool("isLiveCurtain") ?? beside.Bool("isLiveCurtain"),
            ContentId = fields.Longs("ids", "id", "contentId"),
            InsertTime = fields.Minutes("insertTime"),
            ResponseTime = fields.Time("responseTime"),
        };
        if (curtain.IsLiveCurtain is null && curtain.ContentId is null)
        {
            throw new JsonException("The answer says nothing of a curtain.");
        }

        curtain.Rest = JsonFields.Merge(outer.Rest, beside.Rest);
        return curtain;
    }
}
