using System.Collections.Generic;

namespace LiveStation;

/// <summary>What a channel sends notices about. Editions of the API differ in which of these they have; an absent one is <see langword="null"/>.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-channel-channelinfo</remarks>
public sealed class ChannelAlertOptions : ServiceRecord
{
    /// <summary>The state of the channel changed.</summary>
    public bool? AlertChangeStatus { get; init; }

    /// <summary>The upload of a recording failed.</summary>
    public bool? AlertVodUploadFail { get; init; }

    /// <summary>The relay to a platform failed.</summary>
    public bool? AlertReStreamFail { get; init; }

    /// <summary>A short clip failed.</summary>
    public bool? AlertShortClipFail { get; init; }

    /// <summary>The main stream was switched.</summary>
    public bool? AlertStreamFailOver { get; init; }

    /// <summary>Publishing failed.</summary>
    public bool? AlertGeneralChannelError { get; init; }

    private protected override string Summary
    {
        get
        {
            List<string> on = [];
            Add(on, AlertChangeStatus, "ChangeStatus");
            Add(on, AlertVodUploadFail, "VodUploadFail");
            Add(on, AlertReStreamFail, "ReStreamFail");
            Add(on, AlertShortClipFail, "ShortClipFail");
            Add(on, AlertStreamFailOver, "StreamFailOver");
            Add(on, AlertGeneralChannelError, "GeneralChannelError");
            return on.Count == 0 ? "none" : string.Join(", ", on);
        }
    }

    internal static ChannelAlertOptions Read(JsonFields fields) => new()
    {
        AlertChangeStatus = fields.Bool("alertChangeStatus"),
        AlertVodUploadFail = fields.Bool("alertVodUploadFail"),
        AlertReStreamFail = fields.Bool("alertReStreamFail"),
        AlertShortClipFail = fields.Bool("alertShortClipFail"),
        AlertStreamFailOver = fields.Bool("alertStreamFailOver"),
        AlertGeneralChannelError = fields.Bool("alertGeneralChannelError"),
        Rest = fields.Rest,
    };

    private static void Add(List<string> on, bool? value, string name)
    {
        if (value == true)
        {
            on.Add(name);
        }
    }
}
