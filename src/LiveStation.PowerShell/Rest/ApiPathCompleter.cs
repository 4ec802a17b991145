namespace LiveStation.PowerShell;

/// <summary>Completes the beginning of a path of the API.</summary>
internal sealed class ApiPathCompleter() : WordCompleter(
    "/buckets/", "/channels", "/channels/", "/curtainContents", "/events", "/notification", "/qualityProfiles", "/qualitySets", "/re-stream/channels", "/vod/channels");
