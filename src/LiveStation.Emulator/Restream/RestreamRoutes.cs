using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The six operations on re-streams.</summary>
internal sealed class RestreamRoutes
{
    private readonly RestreamState _state;

    private RestreamRoutes(RestreamState state) => _state = state;

    public static IReadOnlyList<Route> For(RestreamState state)
    {
        RestreamRoutes it = new(state);
        return
        [
            new("POST", "/re-stream/channels", it.Create),
            new("GET", "/re-stream/channels", it.List),
            new("GET", "/re-stream/channels/{channelId}", it.Get),
            new("DELETE", "/re-stream/channels/{channelId}", it.Delete),
            new("GET", "/re-stream/channels/{channelId}/platforms", it.ListPlatforms),
            new("PUT", "/re-stream/channels/{channelId}/platforms/{platformId}", it.UpdatePlatform),
        ];
    }

    private Answer Create(Call call) => One(call, _state.Create(RestreamRules.Create(call.Body), call.Now), withTargets: true);

    private Answer List(Call call) =>
        Answers.Page(call, _state.All, channel => new RestreamJson(channel, call.Now), (json, channel) => channel.Write(json, call.Style, withTargets: false));

    private Answer Get(Call call) => One(call, Find(call), withTargets: true);

    private Answer Delete(Call call)
    {
        RestreamChannel channel = Find(call);
        if (channel.Life.StatusAt(call.Now) != ChannelStatus.Ready)
        {
            throw new Refusal(250114);
        }

        RestreamState.Delete(channel, call.Now);
        return One(call, channel, withTargets: false);
    }

    private Answer ListPlatforms(Call call)
    {
        List<PlatformJson> platforms = Find(call).Targets.Select(target => new PlatformJson(target, call.Now)).ToList();
        return Answers.List(platforms, (json, platform) => platform.Write(json, call.Style));
    }

    private Answer UpdatePlatform(Call call)
    {
        RestreamChannel channel = Find(call) is { Life.IsGone: false } kept ? kept : throw new Refusal(250123);
        if (!long.TryParse(call.Path("platformId"), NumberStyles.None, CultureInfo.InvariantCulture, out long platformId))
        {
            throw new Refusal(250021, "platformId", "Integer");
        }

        // No code is documented for a target that is not there.
        RestreamTarget target = channel.Targets.FirstOrDefault(target => target.PlatId == platformId) ?? throw new Refusal(250004, "Platform");
        if (channel.Life.IsOnAir)
        {
            // The page says "not while on air" without a code.
            throw new Refusal(250102);
        }

        RestreamState.Change(channel, target, RestreamRules.Update(call.Body, target.Settings), call.Now);
        return Answers.One(new PlatformJson(target, call.Now).WriteSettings);
    }

    private RestreamChannel Find(Call call) => _state.All.Require(call.Path("channelId"));

    private static Answer One(Call call, RestreamChannel channel, bool withTargets)
    {
        RestreamJson written = new(channel, call.Now);
        return Answers.One(json => written.Write(json, call.Style, withTargets));
    }
}
