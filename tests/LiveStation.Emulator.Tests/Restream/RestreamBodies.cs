namespace LiveStation.Emulator.Tests.Restream;

/// <summary>Bodies that are right.</summary>
internal static class RestreamBodies
{
    public const string Create = """
        {
          "channelName": "evening", "planType": "STANDARD",
          "restream": [
            { "targetName": "YOUTUBE", "rtmpUrl": "rtmp://a.example/live2", "streamKey": "key-1" },
            { "targetName": "CUSTOM", "rtmpUrl": "rtmps://b.example/app", "streamKey": "key-2", "id": "user", "password": "secret" }
          ]
        }
        """;

    public const string Update = """{"rtmpUrl":"rtmp://c.example/app","streamKey":"new-key","streamId":"user","streamPassword":"new"}""";

    public static string Target(string name = "YOUTUBE") => $$"""{"targetName":"{{name}}","rtmpUrl":"rtmp://a.example/x","streamKey":"k"}""";
}
