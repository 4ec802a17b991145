using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The four operations on qualities.</summary>
internal sealed class QualityRoutes
{
    private readonly QualityState _qualities;

    private QualityRoutes(QualityState qualities) => _qualities = qualities;

    public static IReadOnlyList<Route> For(QualityState qualities)
    {
        QualityRoutes it = new(qualities);
        return
        [
            new("GET", "/qualityProfiles", it.List),
            new("POST", "/qualityProfiles", it.Create),
            new("GET", "/qualityProfiles/{qualityId}", it.Get),
            new("DELETE", "/qualityProfiles/{qualityId}", it.Delete),
        ];
    }

    private Answer List(Call call)
    {
        List<Quality> all = _qualities.Qualities.ToList();
        return Answers.List(all, (json, quality) => QualityJson.Write(json, quality, call.Style), all.Count);
    }

    private Answer Create(Call call)
    {
        QualityRequest request = QualityRequest.Read(call.Body);
        (VideoSetting? video, AudioSetting audio) = QualityRules.Create(request);
        return One(call, _qualities.Add(request.Name!, video, audio, call.Now));
    }

    private Answer Get(Call call) => One(call, Find(call));

    private Answer Delete(Call call)
    {
        Quality quality = Find(call);
        if (quality.IsBuiltIn)
        {
            throw new Refusal(250303);
        }

        if (_qualities.Sets.Any(set => set.Qualities.Any(held => held.Id == quality.Id)))
        {
            throw new Refusal(250306);
        }

        _qualities.Qualities.Remove(quality);
        return Answers.Deleted();
    }

    private Quality Find(Call call) => _qualities.Qualities.Require(call.PathNumber("qualityId"));

    private static Answer One(Call call, Quality quality) => Answers.One(json => QualityJson.Write(json, quality, call.Style));
}
