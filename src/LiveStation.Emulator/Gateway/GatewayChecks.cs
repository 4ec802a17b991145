using System;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>What is looked at before a request reaches an operation.</summary>
internal sealed class GatewayChecks
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    private readonly GatewayKey _key;

    public GatewayChecks(GatewayKey key) => _key = key;

    /// <summary>The gateway's refusal of a request that is not signed as it should be, or null.</summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The time by the clock of the service.</param>
    public Answer? Authenticate(EmulatorRequest request, DateTimeOffset now)
    {
        string? timestamp = request.Header("x-ncp-apigw-timestamp");
        string? accessKeyId = request.Header("x-ncp-iam-access-key");
        string? signature = request.Header("x-ncp-apigw-signature-v2");
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(accessKeyId) || string.IsNullOrEmpty(signature))
        {
            return GatewayErrors.Answer(200, "Authentication information are missing.");
        }

        return IsFresh(timestamp!, now) && _key.Signed(request, timestamp!, accessKeyId!, signature!)
            ? null
            : GatewayErrors.Answer(200, "Invalid authentication information.");
    }

    /// <summary>Refuses a request without the headers that the service itself wants.</summary>
    public static void RequireHeaders(EmulatorRequest request, Zone zone)
    {
        string? region = request.Header("x-ncp-region_code");
        if (string.IsNullOrEmpty(region))
        {
            throw new Refusal(250003);
        }

        if (!Zone.All.Any(known => known.RegionCode == region))
        {
            throw new Refusal(250020, region!);
        }

        if (region != zone.RegionCode)
        {
            // Each zone documents one value. What happens to the other's is a guess.
            throw new Refusal(250019, region!);
        }

        string mediaType = (request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal(250348);
        }
    }

    private static bool IsFresh(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
        && Math.Abs((double)milliseconds - now.ToUnixTimeMilliseconds()) <= AllowedSkew.TotalMilliseconds;
}
