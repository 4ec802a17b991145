using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LiveStation.Emulator;

namespace LiveStation.PowerShell.Tests.Configuration;

/// <summary>An offline account that is held to documents, in a folder of its own.</summary>
internal sealed class Account : IDisposable
{
    /// <summary>Something of every kind, and of every call that changes it.</summary>
    public const string Everything = """
        {
          "qualities": [ { "name": "q-540", "width": 960, "height": 540, "fps": 29.97, "videoBitrate": 1500000, "rateControl": "VBR", "bframes": 2, "audioBitrate": 96 },
                         { "name": "q-sound", "type": "AUDIO", "audioBitrate": 64 } ],
          "qualitySets": [ { "name": "own-set", "qualities": [ "q-540", "system-270p" ], "segmentDuration": 4000, "segmentCount": 5, "timedMetadataHeader": "show" } ],
          "channels": [ { "channelName": "morning_news", "qualitySet": "own-set", "envType": "STAGE", "outputProtocol": "HLS,DASH", "ingestProtocol": "SRT", "isStreamFailOver": true, "useDvr": true, "timemachineMin": 360,
                          "immediateOnAir": true, "recordSaveType": "AUTO_UPLOAD", "recordFormat": "ALL", "bucketName": "show-archive", "filePath": "/live", "accessControl": "PUBLIC_READ",
                          "cdnInstanceNo": 11577, "cdnDomain": "sample11577.edge.example", "profileId": 4207, "drmSiteId": "SITE", "drmContentId": "content-1",
                          "callbackEndpoint": "https://hooks.example/news", "alertOn": true, "alertChangeStatus": false, "alertStreamFailOver": true, "recipients": [ { "managerNo": 5, "notifyType": "EMAIL" } ] },
                        { "channelName": "저녁_뉴스", "qualitySet": "sample-set", "profileId": 4207, "callbackEndpoint": { "secret": "evening hook" }, "alertOn": false } ],
          "vodChannels": [ { "channelName": "night_show", "qualitySet": "own-set", "profileId": 4207, "callbackEndpoint": "https://hooks.example/night" } ],
          "restreams": [ { "channelName": "relay", "planType": "PROFESSIONAL", "callbackEndpoint": "https://hooks.example/relay",
                           "restream": [ { "targetName": "YOUTUBE", "rtmpUrl": { "secret": "relay-YOUTUBE-rtmpUrl" }, "streamKey": { "secret": "relay-YOUTUBE-streamKey" } },
                                         { "targetName": "CUSTOM", "rtmpUrl": "rtmp://custom.example/live", "streamKey": { "secret": "relay-CUSTOM-streamKey" }, "id": { "secret": "relay-CUSTOM-id" }, "password": { "secret": "relay-CUSTOM-password" } } ] } ],
          "callback": { "callbackUrl": "https://hooks.example/all" }
        }
        """;

    public const string Schema = "livestation-configuration-1.schema.json";

    public const string Nothing = """{ "qualities": [], "qualitySets": [], "channels": [], "vodChannels": [], "restreams": [] }""";

    /// <summary>What <see cref="Everything"/> names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        ["EVENING_HOOK"] = "https://user:s3cret@hooks.example/evening?token=s3cret",
        ["RELAY_YOUTUBE_RTMPURL"] = "rtmp://youtube.example/s3cret",
        ["RELAY_YOUTUBE_STREAMKEY"] = "s3cret-key",
        ["RELAY_CUSTOM_STREAMKEY"] = "s3cret-custom",
        ["RELAY_CUSTOM_ID"] = "s3cret-user",
        ["RELAY_CUSTOM_PASSWORD"] = "s3cret-password",
        ["저녁_뉴스_CALLBACK"] = "https://user:s3cret@hooks.example/evening?token=s3cret",
        ["RELAY_CUSTOM_RTMPURL"] = "rtmp://custom.example/live",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("livestation-configuration-").FullName;

    public Account(bool seed = false, Zone zone = Zone.Public, Shell? shell = null)
    {
        Studio = shell is null ? new Studio(new Pace(), seed, zone, maxAttempts: 3) : new Studio(shell, new Pace(), maxAttempts: 3);
        Studio.Emulator.Notifications.AddManager(5, "Desk", "desk@example.com");
        Studio.Shell.Set("folder", _folder);
        Studio.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder)").Quiet();
        foreach ((string name, string value) in Secrets)
        {
            Environment.SetEnvironmentVariable("LIVESTATION_SECRET_" + name, value);
        }
    }

    public Studio Studio { get; }

    public Outcome Run(string script) => Studio.Run(script);

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>The requests of a script that change something.</summary>
    public IReadOnlyList<string> Writes(string script)
    {
        int before = Studio.Writes.Count;
        Run(script);
        return [.. Studio.Writes.Skip(before).Select(Studio.Call)];
    }

    public void Dispose()
    {
        Studio.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
