using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation.Emulator;

/// <summary>The five operations on quality sets.</summary>
internal sealed class QualitySetRoutes
{
    private static readonly string[] Types = ["all", "default", "llhls"];

    private readonly QualityState _qualities;

    private QualitySetRoutes(QualityState qualities) => _qualities = qualities;

    public static IReadOnlyList<Route> For(QualityState qualities)
    {
        QualitySetRoutes it = new(qualities);
        return
        [
            new("GET", "/qualitySets", it.List),
            new("POST", "/qualitySets", it.Create),
            new("GET", "/qualitySets/{qualitySetId}", it.Get),
            new("PUT", "/qualitySets/{qualitySetId}", it.Update),
            new("DELETE", "/qualitySets/{qualitySetId}", it.Delete),
        ];
    }

    private Answer List(Call call)
    {
        string? genType = call.Query("genType");
        if (genType is not null && !GenTypes.All.Contains(genType))
        {
            throw new Refusal(250002, "genType");
        }

        // Which sets come without a type is not documented: those for HLS here, so that nobody relies on getting all.
        string type = call.Query("type") ?? "default";
        if (!Types.Contains(type))
        {
            throw new Refusal(250002, "type");
        }

        List<(QualitySet Set, IReadOnlyList<string> Users)> matching = _qualities.Sets
            .Where(set => genType is null || set.GenType == genType)
            .Where(set => type == "all" || set.IsLowLatency == (type == "llhls"))
            .Select(set => (set, _qualities.UsersOf(set)))
            .ToList();
        return Answers.List(matching, (json, found) => Write(json, found.Set, found.Users, call.Style), matching.Count);
    }

    private Answer Create(Call call)
    {
        QualitySetRequest request = QualitySetRequest.Read(call.Body);
        QualitySetRules.Create(request);
        List<Quality> qualities = request.QualityIds.Select(_qualities.Qualities.Require).ToList();
        QualitySetRules.Hold(qualities);
        return One(call, _qualities.Add(
            request.Name!,
            request.IsEnabledUll == true,
            qualities,
            call.Now,
            request.SegmentDuration,
            request.SegmentCount,
            request.EnableHlsTimedMetadata == true ? request.Header : null));
    }

    private Answer Get(Call call) => One(call, Find(call));

    private Answer Update(Call call)
    {
        QualitySet set = Find(call);
        if (set.IsBuiltIn)
        {
            throw new Refusal(250305);
        }

        if (set.IsLowLatency)
        {
            // The page says "HLS sets only" without a code.
            throw new Refusal(250005, "Quality set");
        }

        QualitySetRequest request = QualitySetRequest.Read(call.Body);
        QualitySetRules.Update(request);
        return One(call, _qualities.Change(set, request.SegmentDuration!.Value, request.SegmentCount!.Value, call.Now));
    }

    private Answer Delete(Call call)
    {
        QualitySet set = Find(call);
        if (set.IsBuiltIn)
        {
            throw new Refusal(250311);
        }

        if (_qualities.UsersOf(set).Count > 0)
        {
            throw new Refusal(250306);
        }

        _qualities.Sets.Remove(set);
        return Answers.Deleted();
    }

    private QualitySet Find(Call call) => _qualities.Sets.Require(call.PathNumber("qualitySetId"));

    private Answer One(Call call, QualitySet set)
    {
        IReadOnlyList<string> users = _qualities.UsersOf(set);
        return Answers.One(json => Write(json, set, users, call.Style));
    }

    private static void Write(Utf8JsonWriter json, QualitySet set, IReadOnlyList<string> users, AnswerStyle style)
    {
        json.WriteBoolean("disabled", false);
        json.WriteNumber("id", set.Id);
        json.WriteString("status", style.Status("CREATED"));
        json.WriteNumber("createdTime", set.Created.ToUnixTimeMilliseconds());
        json.WriteString("genType", set.GenType);
        json.WriteString("name", set.Name);
        if (set.SegmentDuration is long duration)
        {
            json.WriteNumber("segmentDuration", duration);
        }

        if (set.SegmentCount is long count)
        {
            json.WriteNumber("segmentCount", count);
        }

        json.WriteStartArray("qualities");
        foreach (Quality quality in set.Qualities)
        {
            json.WriteStartObject();
            QualityJson.Write(json, quality, style);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("inUseChannelNames");
        foreach (string user in users)
        {
            json.WriteStringValue(user);
        }

        json.WriteEndArray();
        json.WriteBoolean("enableHlsTimedMetadata", set.MetadataHeader is not null);
        if (set.MetadataHeader is string header)
        {
            json.WriteStartObject("timedMetadata");
            json.WriteString("header", header);
            json.WriteNumber("interval", 1000);
            json.WriteString("key", "utc");
            json.WriteEndObject();
        }

        json.WriteBoolean("isEnabledUll", set.IsLowLatency);
        style.WriteExtras(json);
    }
}
