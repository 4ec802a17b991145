using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using LiveStation.Emulator;

namespace LiveStation.PowerShell.Tests;

/// <summary>A session whose cmdlets go to an offline service in which nothing takes time unless told.</summary>
internal sealed class Studio : IDisposable
{
    public static readonly Pace AtOnce = new()
    {
        ChannelCreation = TimeSpan.Zero,
        CdnChange = TimeSpan.Zero,
        Processing = TimeSpan.Zero,
        Transfer = TimeSpan.Zero,
        SnapshotPreparation = TimeSpan.Zero,
        ShortClipCreation = TimeSpan.Zero,
        Thumbnail = TimeSpan.Zero,
        CurtainCreation = TimeSpan.Zero,
        Relay = TimeSpan.Zero,
    };

    private readonly Service _service;
    private readonly Shell? _own;

    public Studio(Pace? pace = null, bool seed = false, Zone zone = Zone.Public, int maxAttempts = 1, TimeProvider? time = null)
        : this(null, new Service(seed, time, maxAttempts: maxAttempts, pace: pace ?? AtOnce, zone: zone))
    {
    }

    /// <summary>A new service for a session that goes on: to begin one costs far more than anything done in it.</summary>
    public Studio(Shell shell, Pace? pace = null, int maxAttempts = 1)
        : this(shell, new Service(seed: false, maxAttempts: maxAttempts, pace: pace ?? AtOnce))
    {
    }

    private Studio(Shell? shell, Service service)
    {
        _service = service;
        Shell = shell ?? (_own = new Shell());
        Shell.Turn(service);
    }

    public LiveStationEmulator Emulator => _service.Emulator;

    public WatchedLine Line => _service.Line;

    public LsContext Context => _service.Context;

    public Shell Shell { get; }

    /// <summary>The requests that change something.</summary>
    public IReadOnlyList<RecordedRequest> Writes => Emulator.Requests.Where(request => request.Method is not ("GET" or "HEAD")).ToList();

    /// <summary>Method and path below the prefix of the zone, of all requests.</summary>
    public IReadOnlyList<string> Calls => Emulator.Requests.Select(Call).ToList();

    public static string Call(RecordedRequest request) =>
        $"{request.Method} {request.PathAndQuery.Replace("/api/v2", "", StringComparison.Ordinal).Replace("/api/fin-v2", "", StringComparison.Ordinal)}";

    public static JsonNode Body(RecordedRequest request) => JsonNode.Parse(request.Body)!;

    /// <summary>A channel that is on air.</summary>
    public string OnAir(string name = "on_air", string recordFormat = "MP4")
    {
        string id = Emulator.Channels.Add(name, recordFormat: recordFormat);
        Emulator.Channels.StartPublishing(id);
        return id;
    }

    /// <summary>A channel with a time machine that is on air and being recorded.</summary>
    public string Recorded(string name = "recorded")
    {
        string id = Emulator.Channels.Add(name, useDvr: true, immediateOnAir: true);
        Emulator.Channels.StartPublishing(id);
        return id;
    }

    /// <summary>A channel with recordings that are in a state.</summary>
    public (string ChannelId, IReadOnlyList<long> RecordIds) Channel(int recordings, string status = "TRANSFER_READY")
    {
        string id = Emulator.Channels.Add("show");
        return (id, Emulator.Recordings.Add(id, recordings, status));
    }

    /// <summary>The ids in the body of a write, counted from 0.</summary>
    public IEnumerable<long> SentIds(int write) => Body(Writes[write])["recordIds"]!.AsArray().Select(id => (long)id!);

    public Outcome Run(string script) => Shell.Run(script);

    public void Dispose() => _own?.Dispose();
}
