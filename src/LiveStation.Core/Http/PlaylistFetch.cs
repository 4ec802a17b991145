using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Fetches playlists from the edge, as a player would: without a signature or a login, and no further than shows what it is. The
/// address comes from the service, and is a stranger's until it is looked at.
/// </summary>
internal sealed class PlaylistFetch
{
    private const int Enough = 4096;
    private const string Mark = "#EXTM3U";
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(10);

    private readonly HttpMessageInvoker _transport;
    private readonly TimeSpan _timeout;
    private readonly bool _allowsLoopback;
    private readonly Action<ApiEvent>? _events;

    /// <summary>Makes one.</summary>
    /// <param name="transport">The connections.</param>
    /// <param name="timeout">How long an answer is waited for; ten seconds at the most.</param>
    /// <param name="allowsLoopback">Whether plain http to this machine is taken: only where the service itself is here, or a forged answer could make this machine call its own services.</param>
    /// <param name="events">Told what happens.</param>
    public PlaylistFetch(HttpMessageInvoker transport, TimeSpan timeout, bool allowsLoopback, Action<ApiEvent>? events = null)
    {
        _transport = transport;
        _timeout = timeout < LongestPatience ? timeout : LongestPatience;
        _allowsLoopback = allowsLoopback;
        _events = events;
    }

    public PlaylistFetch Observe(Action<ApiEvent>? events) => new(_transport, _timeout, _allowsLoopback, events);

    /// <summary>Fetches the beginning. A failure is an answer too.</summary>
    public async Task<PlaylistAnswer> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        string where = Text.Clean(Secrets.Hide(address)!.GetLeftPart(UriPartial.Path));
        if (!IsAllowed(address))
        {
            return new PlaylistAnswer(address, $"{where} is no https address, and was not called.");
        }

        string? fault;
        try
        {
            fault = await LookAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            fault = string.Format(CultureInfo.InvariantCulture, "no answer within {0:0} s", _timeout.TotalSeconds);
        }
        catch (Exception e) when (e is HttpRequestException || TransportFailure.IsCut(e))
        {
            fault = Text.Clean(Text.WithoutLogins(e.GetBaseException().Message)).TrimEnd('.');
        }

        _events?.Invoke(new ApiEvent(ApiEventLevel.Verbose, $"GET {where}: {fault ?? "a playlist"}"));
        return new PlaylistAnswer(address, fault is null ? null : $"{where}: {fault}.");
    }

    private bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (_allowsLoopback && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private async Task<string?> LookAsync(Uri address, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_timeout);

        using HttpRequestMessage request = new(HttpMethod.Get, address);
        using HttpResponseMessage answer = await _transport.SendAsync(request, deadline.Token).ConfigureAwait(false);
        if ((int)answer.StatusCode != 200)
        {
            return "HTTP " + ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }

#if NETFRAMEWORK
        using Stream body = await answer.Content.ReadAsStreamAsync().ConfigureAwait(false);
#else
        using Stream body = await answer.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
#endif
        byte[] start = new byte[Enough];
        int length = 0, read;
        do
        {
            read = await body.ReadAsync(start, length, start.Length - length, deadline.Token).ConfigureAwait(false);
            length += read;
        }
        while (read > 0 && length < Mark.Length + 3);

        return Encoding.UTF8.GetString(start, 0, length).TrimStart('\uFEFF').StartsWith(Mark, StringComparison.Ordinal) ? null : "the answer is no playlist";
    }
}
