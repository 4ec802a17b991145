using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.PowerShell;

/// <summary>Makes a VOD2LIVE channel.</summary>
[Cmdlet(VerbsCommon.New, "LsVodChannel", SupportsShouldProcess = true)]
[OutputType(typeof(VodChannel))]
public sealed class NewLsVodChannelCommand : LsNewChannelCmdlet<VodChannel, VodChannelSettings>
{
    private protected override string Noun => "a VOD2LIVE channel";

    private protected override VodChannelSettings Settings(long qualitySetId) => new()
    {
        ChannelName = ChannelName,
        QualitySetId = qualitySetId,
        EnvType = EnvType ?? LiveStation.EnvType.Real,
        OutputProtocol = OutputProtocol ?? LiveStation.OutputProtocol.Hls,
        CreateCdn = !IsAttached,
        CdnType = CdnTypeInForce,
        CdnRegionType = CdnRegionTypeInForce,
        CdnInstanceNo = Cell(CdnInstanceNo),
        CdnDomain = Cell(CdnDomain),
        ProfileId = Cell(ProfileId),
        DrmSiteId = Cell(DrmSiteId),
        DrmContentId = Cell(DrmContentId),
    };

    private protected override string Check(VodChannelSettings settings) => settings.Check(CurrentContext.Zone);

    private protected override Task<VodChannel> CreateAsync(LiveStationClient client, VodChannelSettings settings, CancellationToken cancellationToken) => client.VodChannels.CreateAsync(settings, cancellationToken);

    private protected override Task<VodChannel> GetAsync(LiveStationClient client, string id, CancellationToken cancellationToken) => client.VodChannels.GetAsync(id, cancellationToken);

    private protected override string? IdOf(VodChannel channel) => channel.ChannelId;

    private protected override StateWait<VodChannel> CreateWait(TimeSpan timeout) => VodChannelWait.Create(this, [VodChannelStatus.Ready], timeout);
}
