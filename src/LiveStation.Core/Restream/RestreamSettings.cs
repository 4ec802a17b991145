using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>What a new re-stream is to be.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-re-stream-channelcreate</remarks>
public sealed record RestreamSettings
{
    private const int MostStandard = 3;
    private const int MostProfessional = 5;

    /// <summary>Name, 3 to 20 characters: Korean or Latin letters, digits and underscore.</summary>
    public required string ChannelName { get; init; }

    /// <summary>The targets: one to three with the plan Standard, one to five with Professional.</summary>
    public required IReadOnlyList<RestreamTarget> Restream { get; init; }

    /// <summary>Plan; the smaller one unless given.</summary>
    public PlanType PlanType { get; init; } = PlanType.Standard;

    /// <summary>Environment tag; null is left to the service.</summary>
    public EnvType? EnvType { get; init; }

    /// <summary>Refuses what the service is known to refuse.</summary>
    /// <returns>In words what is made; no secret among them.</returns>
    /// <exception cref="LiveStationArgumentException">A rule is broken.</exception>
    public string Check()
    {
        int most = PlanType == PlanType.Professional ? MostProfessional : MostStandard;
        if (Restream.Count == 0 || Restream.Count > most)
        {
            throw Refuse(
                "RestreamTargetLimitExceeded",
                $"A re-stream of the plan {PlanType} has one to {(most == MostStandard ? "three" : "five")} targets, and {Restream.Count} were given.",
                Restream.Count is > MostStandard and <= MostProfessional ? "Give -PlanType Professional, which takes up to five, or fewer targets." : "Give -Restream fewer targets, or make another re-stream with the rest.");
        }

        foreach (RestreamTarget target in Restream)
        {
            Check(target);
        }

        return Text.Clean($"{PlanType}, to {string.Join(", ", Restream.Select(static target => target.TargetName))}");
    }

    internal byte[] ToJson() => JsonBody.Of(writer =>
    {
        writer.Text("channelName", ChannelName);
        writer.Wire("envType", EnvType);
        writer.Wire<PlanType>("planType", PlanType);
        writer.WriteStartArray("restream");
        foreach (RestreamTarget target in Restream)
        {
            target.Write(writer);
        }

        writer.WriteEndArray();
    });

    private void Check(RestreamTarget target)
    {
        if (string.IsNullOrEmpty(target.TargetName))
        {
            throw Refuse("InvalidTargetName", "A target has no name.", "Make targets with New-LsRestreamTarget.");
        }

        if (target.RtmpUrl is null)
        {
            throw Refuse("InvalidRtmpUrl", $"The target {target.TargetName} has no address: a copy of a target brings none along.", "Make the target anew with New-LsRestreamTarget.");
        }

        if (target.StreamKey is not { IsMasked: false })
        {
            throw Refuse("StreamKeyMissing", $"The target {target.TargetName} has no stream key: a copy brings none along, and in answers the service may write asterisks in its place.", "Make the target anew with New-LsRestreamTarget.");
        }

        if (target.Password is { IsMasked: true } || (target.Id is not null && target.Password is null))
        {
            throw Refuse("CredentialMissing", $"The target {target.TargetName} has a login without its password: the service never tells it.", "Make the target anew with New-LsRestreamTarget -Credential.");
        }
    }

    private LiveStationArgumentException Refuse(string errorId, string message, string recommendation) =>
        new(errorId, $"{Text.Clean(ChannelName)}: {message} Nothing was sent.", recommendation);
}
