using System;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>The edge that viewers watch at, as far as its playlists go: they are there while the channel is on air and its CDN runs. It asks for no signature.</summary>
internal sealed class Edge
{
    private static readonly string[] Folders = ["/live/video/", "/timemachine/video/"];

    private readonly Account _account;
    private readonly Func<string, IDelivered?> _find;

    /// <summary>An edge.</summary>
    /// <param name="account">Whose channels it delivers.</param>
    /// <param name="find">The channel with an id, of any kind that is delivered; null for none.</param>
    public Edge(Account account, Func<string, IDelivered?> find)
    {
        _account = account;
        _find = find;
    }

    /// <summary>Whether a request is meant for the edge, and not for the gateway.</summary>
    public static bool IsMeant(EmulatorRequest request) => request.Method == "GET" && Array.Exists(Folders, folder => request.PathAndQuery.StartsWith(folder, StringComparison.Ordinal));

    /// <summary>Where addresses of an edge begin. Behind a socket of this machine the edge is there too, so that a player finds it.</summary>
    /// <param name="domain">The domain of the edge.</param>
    /// <param name="host">The host that the caller named; null where none was.</param>
    public static string Root(string domain, string? host) =>
        host is not null && Uri.TryCreate("http://" + host, UriKind.Absolute, out Uri? named) && named.IsLoopback ? "http://" + host : "https://" + domain;

    /// <summary>The playlist, or that there is none.</summary>
    public Answer Serve(EmulatorRequest request) => _account.Do(now => Serve(request, now));

    private Answer Serve(EmulatorRequest request, DateTimeOffset now)
    {
        // /live/video/{id}/{quality}/playlist.m3u8
        string[] path = request.PathAndQuery.Split('?')[0].Split('/');
        return path.Length == 6 && path[5] == "playlist.m3u8" && _find(path[3]) is { Life.IsOnAir: true } channel && channel.Cdn.IsRunningAt(now)
            ? new Answer(200, [new BodyChunk(Playlist(now - channel.Life.OnAirSince!.Value), BodyChunkKind.Entry)]) { ContentType = "application/vnd.apple.mpegurl" }
            : Answer.Empty(404);
    }

    private static byte[] Playlist(TimeSpan onAir)
    {
        long first = (long)onAir.TotalSeconds / 2;
        StringBuilder text = new(FormattableString.Invariant($"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:{first}\n"));
        for (long number = first; number < first + 3; number++)
        {
            text.Append(FormattableString.Invariant($"#EXTINF:2.0,\nmedia_{number}.ts\n"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
