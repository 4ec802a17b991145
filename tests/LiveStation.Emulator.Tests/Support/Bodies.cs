using System;
using System.Text.Json.Nodes;

namespace LiveStation.Emulator.Tests;

/// <summary>Bodies that are right, and ways to spoil them.</summary>
internal static class Bodies
{
    public const string Create = """
        {
          "channelName": "testchannel", "qualitySetId": 3, "useDvr": true, "timemachineMin": 360, "immediateOnAir": false, "drmEnabledYn": false,
          "cdn": { "createCdn": true, "cdnType": "GLOBAL_EDGE", "profileId": 4207, "regionType": "KOREA" },
          "record": { "type": "MANUAL_UPLOAD", "format": "MP4" }
        }
        """;

    public const string Update = """
        { "channelName": "other_name", "useDvr": false, "immediateOnAir": false, "record": { "type": "NO_RECORD" } }
        """;

    /// <summary>The body with changes such as "cdn.regionType=\"JAPAN\"" (a JSON value) or "useDvr" (taken out), parted by semicolons.</summary>
    public static string With(string body, string changes)
    {
        JsonObject root = JsonNode.Parse(body)!.AsObject();
        foreach (string change in changes.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = change.Split('=', 2);
            string[] path = pair[0].Split('.');
            JsonObject owner = path.Length == 2 ? root[path[0]]!.AsObject() : root;
            if (pair.Length == 2)
            {
                owner[path[^1]] = JsonNode.Parse(pair[1]);
            }
            else
            {
                owner.Remove(path[^1]);
            }
        }

        return root.ToJsonString();
    }
}
