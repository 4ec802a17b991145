using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using LiveStation.Contract.Tests.Description;
using LiveStation.Emulator;

namespace LiveStation.Contract.Tests.Calls;

/// <summary>A client whose requests are kept, in front of the offline service or of given answers.</summary>
internal sealed class Bench : IDisposable
{
    private readonly CapturingHandler _handler;

    private Bench(HttpMessageHandler inner, AccessKeyCredential credential, Zone zone)
    {
        _handler = new CapturingHandler(inner);
        Client = new LiveStationClient(new LiveStationClientOptions(credential) { Handler = _handler, Zone = zone, MaxAttempts = 1 });
    }

    public LiveStationClient Client { get; }

    public IReadOnlyList<SentRequest> Requests => _handler.Requests;

    /// <summary>In front of the offline service; nothing there takes time.</summary>
    public static Bench Offline(Zone zone = Zone.Public, Action<LiveStationEmulator>? prepare = null)
    {
        Emulator.Pace atOnce = new() { ChannelCreation = TimeSpan.Zero, CdnChange = TimeSpan.Zero, Processing = TimeSpan.Zero, Transfer = TimeSpan.Zero, SnapshotPreparation = TimeSpan.Zero, ShortClipCreation = TimeSpan.Zero, CurtainCreation = TimeSpan.Zero, Relay = TimeSpan.Zero };
        LiveStationEmulator emulator = new(new EmulatorOptions { Pace = atOnce });
        prepare?.Invoke(emulator);
        return new Bench(emulator.CreateHandler(), new AccessKeyCredential(emulator.AccessKeyId, emulator.GetSecretKey()), zone);
    }

    public static Bench Answering(Func<SentRequest, string> answer) => new(new AnsweringHandler(answer), new AccessKeyCredential("EXAMPLEACCESSKEY0001", "EXAMPLEsecretKEY"), Zone.Public);

    /// <summary>What the API file says against the requests so far.</summary>
    public IReadOnlyList<string> Faults() => Requests.SelectMany(ApiDescription.Instance.Faults).ToList();

    /// <summary>What the API file says against the answers so far: the offline service is to answer as the service is described.</summary>
    public IReadOnlyList<string> AnswerFaults() => _handler.Answers.SelectMany(answer => ApiDescription.Instance.AnswerFaults(answer.Request, answer.Body)).ToList();

    public void Dispose() => _handler.Dispose();
}
