using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The account's own qualities. No operation changes one.</summary>
internal sealed class QualitySection : ConfigurationSection<Quality>
{
    // The unit of audio bit rates in answers was not seen. In kbit/s, as it is sent, there are 320 at most, in bit/s 16000 at least.
    private const long SmallestInBits = 1000;

    private static readonly (string, Func<object?, bool>) WithPicture = ("type", static value => value is not "AUDIO");

    public override string Name => "qualities";

    public override string Kind => "Quality";

    public override string Noun => "quality";

    public override string Plural => "qualities";

    public override string Summary => "The account's own qualities; none of their fields can be changed later.";

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("name", FieldType.Text, default, "Name, 3 to 20 characters.", static it => it.Name) with { IsRequired = true, Length = (3, 20) },
        Row<QualityType>("type", default, "Picture and sound, or sound alone.", static it => Known(it.Type, it.TypeText)),
        Row("width", FieldType.Whole, default, "Width in pixels.", static it => it.Width) with { Needs = WithPicture },
        Row("height", FieldType.Whole, default, "Height in pixels.", static it => it.Height) with { Needs = WithPicture },
        Row("fps", FieldType.Real, default, "Frames per second.", static it => it.Fps) with { Needs = WithPicture },
        Row("videoBitrate", FieldType.Whole, default, "Video bit rate in bit/s.", static it => it.VideoBitrate) with { Needs = WithPicture },
        Row<VideoProfile>("videoProfile", default, "H.264 profile.", static it => Known(it.VideoProfile, it.VideoProfileText)) with { Needs = WithPicture },
        Row("videoLevel", FieldType.Whole, default, "H.264 level; -1 is automatic.", static it => it.VideoLevel) with { Needs = WithPicture },
        Row<RateControl>("rateControl", default, "How the video bit rate is kept.", static it => Known(it.RateControl, it.RateControlText)) with { Needs = WithPicture },
        Row("bframes", FieldType.Whole, default, "B frames.", static it => it.Bframes) with { Needs = WithPicture },
        Row("videoH264ParamRefFrames", FieldType.Whole, default, "Reference frames.", static it => it.VideoH264ParamRefFrames) with { Needs = WithPicture },
        Row("videoBypass", FieldType.Flag, default, "Whether the video passes through as it is sent.", static it => it.VideoBypass) with { Needs = WithPicture },
        Row("orientation", FieldType.Text, default, "How the picture is turned.", static it => it.Orientation) with { Needs = WithPicture },
        Row<AudioCodec>("audioCodec", default, "Audio codec.", static it => Known(it.AudioCodec, it.AudioCodecText)),
        Row("audioProfile", FieldType.Text, default, "Audio profile.", static it => it.AudioProfile),
        Row("audioSamplerate", FieldType.Whole, default, "Sampling rate in Hz.", static it => it.AudioSamplerate),
        Row("audioChannels", FieldType.Whole, default, "Audio channels.", static it => it.AudioChannels),
        Row("audioBitrate", FieldType.Whole, default, "Audio bit rate in kbit/s.", static it => it.AudioBitrate >= SmallestInBits ? it.AudioBitrate / 1000 : it.AudioBitrate),
        Row("audioBypass", FieldType.Flag, default, "Whether the audio passes through as it is sent.", static it => it.AudioBypass),
    ];

    public override IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken) => service.Qualities.ListAsync(cancellationToken);

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) =>
        await service.Qualities.GetAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => ((Quality)record).Name ?? "";

    public override string IdOf(ServiceRecord record) => ((Quality)record).QualityId?.ToString(CultureInfo.InvariantCulture) ?? "";

    public override bool IsOwn(ServiceRecord record) => ((Quality)record).GenType != GenType.System;

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build) => Build<QualitySettings>(wanted, build).Check();

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.Qualities.CreateAsync(Build<QualitySettings>(wanted, build), cancellationToken).ConfigureAwait(false);

    public override Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) =>
        service.Qualities.DeleteAsync(long.Parse(id, CultureInfo.InvariantCulture), cancellationToken);
}
