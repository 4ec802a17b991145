#if NETFRAMEWORK
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation;

/// <summary>
/// Transport on .NET Framework, over HttpWebRequest: its HttpClientHandler refuses content on a GET, and without
/// content it cannot send the Content-Type that the service requires on every call.
/// </summary>
internal sealed class FrameworkHandler : HttpMessageHandler
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly IWebProxy _proxy;

    public FrameworkHandler(IWebProxy proxy)
    {
        _proxy = proxy;

        // Windows PowerShell starts without TLS 1.2 on many machines, and HttpWebRequest has no setting of its own.
        // Only added, never taken away; 0 is the system's default and has it.
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        HttpWebRequest web = Create(request);
        CertificateRefusal? refusal = null;

        // What somebody set for the whole process counts here too.
        web.ServerCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            bool isGood = ServicePointManager.ServerCertificateValidationCallback?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
            refusal = isGood ? null : CertificateRefusal.Of(certificate, chain, errors);
            return isGood;
        };
        using CancellationTokenRegistration abort = cancellationToken.Register(web.Abort);
        try
        {
            // On the pool: the framework resolves names and finds proxies before it goes asynchronous.
            HttpWebResponse response = await Task.Run(() => ExchangeAsync(web, body), CancellationToken.None).ConfigureAwait(false);
            return Convert(request, web, response);
        }
        catch (WebException e) when (e.Response is HttpWebResponse { StatusCode: not HttpStatusCode.ProxyAuthenticationRequired } failed)
        {
            return Convert(request, web, failed);
        }
        catch (Exception e) when (e is WebException or IOException or ObjectDisposedException or ProtocolViolationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new HttpRequestException(e.Message, (Exception?)refusal ?? e);
        }
    }

    private static async Task<HttpWebResponse> ExchangeAsync(HttpWebRequest web, byte[] body)
    {
        if (body.Length > 0)
        {
            web.ContentLength = body.Length;
            using Stream upload = await web.GetRequestStreamAsync().ConfigureAwait(false);
            await upload.WriteAsync(body, 0, body.Length).ConfigureAwait(false);
        }
        else if (web.Method is not "GET" and not "HEAD")
        {
            web.ContentLength = 0;
        }

        return (HttpWebResponse)await web.GetResponseAsync().ConfigureAwait(false);
    }

    private HttpWebRequest Create(HttpRequestMessage request)
    {
        HttpWebRequest web = WebRequest.CreateHttp(request.RequestUri!);
        web.Method = request.Method.Method;
        web.Proxy = _proxy;
        web.AllowAutoRedirect = false;
        web.AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate;
        web.AllowWriteStreamBuffering = false;
        web.ServicePoint.Expect100Continue = false;
        web.ServicePoint.ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
        web.ServicePoint.ConnectionLimit = Math.Max(web.ServicePoint.ConnectionLimit, 64);
        web.ContentType = request.Content?.Headers.ContentType?.ToString();
        web.Accept = request.Headers.Accept.ToString();
        web.UserAgent = request.Headers.UserAgent.ToString();
        foreach (System.Collections.Generic.KeyValuePair<string, System.Collections.Generic.IEnumerable<string>> header in request.Headers)
        {
            if (header.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                web.Headers.Add(header.Key, string.Join(",", header.Value));
            }
        }

        return web;
    }

    private static HttpResponseMessage Convert(HttpRequestMessage request, HttpWebRequest web, HttpWebResponse response)
    {
        HttpResponseMessage message = new(response.StatusCode)
        {
            RequestMessage = request,
            Content = new AbortingContent(response, web),
        };
        foreach (string name in response.Headers.AllKeys)
        {
            if (!message.Headers.TryAddWithoutValidation(name, response.Headers[name]))
            {
                message.Content.Headers.TryAddWithoutValidation(name, response.Headers[name]);
            }
        }

        return message;
    }

    // Closing an unread answer would read it to its end; aborting its request ends the connection.
    private sealed class AbortingContent(HttpWebResponse response, HttpWebRequest web) : StreamContent(response.GetResponseStream())
    {
        protected override void Dispose(bool disposing)
        {
            web.Abort();
            base.Dispose(disposing);
        }
    }
}
#endif
