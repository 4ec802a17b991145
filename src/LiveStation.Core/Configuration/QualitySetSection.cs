using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>The account's own quality sets. Their segments alone can be changed, and not those of a set for low latency.</summary>
internal sealed class QualitySetSection : ConfigurationSection<QualitySet>
{
    public override string Name => "qualitySets";

    public override string Kind => "QualitySet";

    public override string Noun => "quality set";

    public override string Summary => "The account's own quality sets. Of these the segments alone can be changed, which interrupts broadcasts.";

    public override IReadOnlyList<ConfigurationField> Fields { get; } =
    [
        Row("name", FieldType.Text, default, "Name, 3 to 20 characters.", static it => it.Name) with { IsRequired = true, Length = (3, 20) },
        Row("qualities", FieldType.Names, default, "Names of its qualities, own or built in: one to four.", static it => it.Qualities?.Select(static quality => quality.Name ?? "").ToArray()) with { IsRequired = true, RefersTo = "qualities", Setting = nameof(QualitySetSettings.QualityIds) },
        Row("isEnabledUll", FieldType.Flag, default, "Whether it is for low latency (LL-HLS).", static it => it.IsEnabledUll),
        Row("segmentDuration", FieldType.Whole, FieldCall.Update, "Length of a segment in milliseconds.", static it => it.SegmentDuration) with { IsFixed = static (now, _) => ((QualitySet)now).IsEnabledUll == true, Needs = ("isEnabledUll", static value => value is not true) },
        Row("segmentCount", FieldType.Whole, FieldCall.Update, "Segments in the playlist.", static it => it.SegmentCount) with { IsFixed = static (now, _) => ((QualitySet)now).IsEnabledUll == true, Needs = ("isEnabledUll", static value => value is not true) },
        Row("timedMetadataHeader", FieldType.Text, default, "Text by which a player knows timed metadata; with it they are on.", static it => it.EnableHlsTimedMetadata == true ? it.TimedMetadata?.Header : null),
    ];

    public override IAsyncEnumerable<ServiceRecord> ListAsync(ConfigurationService service, string? name, CancellationToken cancellationToken) => service.Qualities.ListSetsAsync(null, cancellationToken);

    public override async Task<ServiceRecord> GetAsync(ConfigurationService service, string id, CancellationToken cancellationToken) =>
        await service.Qualities.GetSetAsync(Number(id), cancellationToken).ConfigureAwait(false);

    public override string NameOf(ServiceRecord record) => ((QualitySet)record).Name ?? "";

    public override string IdOf(ServiceRecord record) => ((QualitySet)record).QualitySetId?.ToString(CultureInfo.InvariantCulture) ?? "";

    public override bool IsOwn(ServiceRecord record) => ((QualitySet)record).GenType != GenType.System;

    public override IEnumerable<(string Section, string Id)> StandsOn(ServiceRecord record) =>
        (((QualitySet)record).Qualities ?? []).Select(static quality => ("qualities", quality.QualityId?.ToString(CultureInfo.InvariantCulture) ?? ""));

    public override string? ConsequenceOf(ServiceRecord record) => ((QualitySet)record).Consequence;

    public override void Check(ConfigurationItem wanted, ConfigurationBuild build) => Build<QualitySetSettings>(wanted, build).Check();

    public override void CheckChange(ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build) => Build<QualitySetChange>(wanted, build).Check((QualitySet)now);

    public override async Task<ServiceRecord> CreateAsync(ConfigurationService service, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        await service.Qualities.CreateSetAsync(Build<QualitySetSettings>(wanted, build), cancellationToken).ConfigureAwait(false);

    public override Task ChangeAsync(ConfigurationService service, ServiceRecord now, FieldCall call, ConfigurationItem wanted, ConfigurationBuild build, CancellationToken cancellationToken) =>
        service.Qualities.UpdateSetAsync(Number(IdOf(now)), (QualitySet)now, Build<QualitySetChange>(wanted, build), cancellationToken);

    public override Task RemoveAsync(ConfigurationService service, string id, CancellationToken cancellationToken) => service.Qualities.DeleteSetAsync(Number(id), cancellationToken);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
