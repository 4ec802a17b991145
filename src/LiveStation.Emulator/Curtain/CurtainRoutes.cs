using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The six operations on curtains and their contents.</summary>
internal sealed class CurtainRoutes
{
    private const int MostContents = 10;
    private const int UsualMinutes = 3;

    private readonly CurtainState _curtains;

    private CurtainRoutes(CurtainState curtains) => _curtains = curtains;

    public static IReadOnlyList<Route> For(CurtainState curtains)
    {
        CurtainRoutes it = new(curtains);
        return
        [
            new("POST", "/curtainContents", it.Create),
            new("GET", "/curtainContents", it.List),
            new("GET", "/curtainContents/{contentId}", it.Get),
            new("DELETE", "/curtainContents/{contentId}", it.Delete),
            new("POST", "/channels/{channelId}/curtain/insert", it.Start),
            new("POST", "/channels/{channelId}/curtain/remove", it.Stop),
        ];
    }

    private Answer Create(Call call)
    {
        CurtainRequest request = CurtainRequest.Read(call.Body);
        CurtainRules.OfContent.Judge(request);
        if (_curtains.CountAt(call.Now) >= MostContents)
        {
            // The page has the limit and no code: the one whose text is free.
            throw new Refusal(250001, "The number of curtain contents can not exceed 10");
        }

        return One(call, _curtains.Create(request.Input, call.Now));
    }

    private Answer List(Call call)
    {
        string? status = call.Query("status");
        if (status is not null && !CurtainStatus.All.Contains(status))
        {
            throw new Refusal(250002, "status");
        }

        List<CurtainContent> matching = _curtains.All.Select(content => content.At(call.Now)).Where(content => status is null || content.Status == status).ToList();
        return Answers.Page(call, matching, static content => content, (json, content) => Write(json, content, call.Style));
    }

    private Answer Get(Call call) => One(call, Find(call));

    private Answer Delete(Call call)
    {
        CurtainContent content = Find(call);
        if (content.Status == CurtainStatus.Deleted)
        {
            throw new Refusal(250004, "Curtain content");
        }

        CurtainContent deleted = content.Become(CurtainStatus.Deleted, call.Now);
        _curtains.All.Replace(deleted);
        return One(call, deleted);
    }

    private Answer Start(Call call)
    {
        Channel channel = FindOnAir(call);
        Fields body = call.Body;
        IReadOnlyList<long>? ids = body.Wholes("contentId");
        if (ids is null || ids.Count == 0)
        {
            throw new Refusal(250011, "contentId");
        }

        long minutes = body.Whole("insertTime") ?? UsualMinutes;
        if (minutes is < 1 or > 10)
        {
            throw new Refusal(250002, "insertTime");
        }

        if (!channel.Settings.OutputProtocol.StartsWith("HLS", System.StringComparison.Ordinal))
        {
            // HLS channels only, says the page, without a code.
            throw new Refusal(250005, "Live curtain");
        }

        if (ids.Any(id => _curtains.Require(id, call.Now).Status != CurtainStatus.Ready))
        {
            throw new Refusal(250005, "Curtain content");
        }

        // What a second curtain does to the first is documented nowhere: here it takes its place.
        return Show(channel, _curtains.Start(channel, ids.Distinct().ToList(), (int)minutes, call.Now), isOn: true);
    }

    private Answer Stop(Call call)
    {
        Channel channel = FindOnAir(call);

        // No code is documented for this case.
        Curtain curtain = _curtains.Find(channel, call.Now) ?? throw new Refusal(250005, "Live curtain");
        _curtains.Stop(channel);
        return Show(channel, curtain, isOn: false);
    }

    private CurtainContent Find(Call call) =>
        long.TryParse(call.Path("contentId"), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? _curtains.Require(id, call.Now) : throw new Refusal(250021, "contentId", "Integer");

    private Channel FindOnAir(Call call)
    {
        Channel channel = _curtains.Channels.All.Require(call.Path("channelId"));
        return channel.Life.IsOnAir ? channel : throw new Refusal(250134);
    }

    private static Answer One(Call call, CurtainContent content) => Answers.One(json => Write(json, content, call.Style));

    private static Answer Show(Channel channel, Curtain curtain, bool isOn) => Answers.One(json =>
    {
        json.WriteStartObject("content");
        json.WriteStartArray("ids");
        foreach (long id in curtain.ContentIds)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
        json.WriteNumber("insertTime", curtain.Minutes);
        json.WriteNumber("responseTime", curtain.Answered.ToUnixTimeMilliseconds());
        json.WriteEndObject();
        json.WriteString("channelId", channel.Id);
        json.WriteBoolean("isLiveCurtain", isOn);
    });

    private static void Write(Utf8JsonWriter json, CurtainContent content, AnswerStyle style)
    {
        json.WriteNumber("id", content.Id);
        json.WriteNumber("registerTime", content.Registered.ToUnixTimeMilliseconds());
        json.WriteNumber("updatedTime", content.Updated.ToUnixTimeMilliseconds());
        json.WriteString("status", style.Status(content.Status));
        if (content.Status == CurtainStatus.Ready)
        {
            json.WriteNumber("fileSize", 1_048_576 * content.Input.Count);
            json.WriteNumber("fileDuration", (long)content.Length.TotalSeconds);
        }

        json.WriteStartArray("input");
        foreach (string path in content.Input)
        {
            json.WriteStringValue(path);
        }

        json.WriteEndArray();
        style.WriteExtras(json);
    }
}
