using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LiveStation.Emulator.Server;

/// <summary>Carries requests from the socket to the service, and answers back, resets and breaks included.</summary>
internal sealed class SocketTransport
{
    private const int BufferSize = 65_536;

    private readonly LiveStationEmulator _emulator;
    private readonly CancellationToken _stopping;

    public SocketTransport(LiveStationEmulator emulator, CancellationToken stopping)
    {
        _emulator = emulator;
        _stopping = stopping;
    }

    public async Task HandleAsync(HttpContext context)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        try
        {
            EmulatorRequest request = await ReadAsync(context, ending.Token).ConfigureAwait(false);
            using EmulatorResponse answer = await _emulator.HandleAsync(request, ending.Token).ConfigureAwait(false);
            if (answer.IsReset)
            {
                context.Abort();
                return;
            }

            await WriteAsync(context, answer, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The caller has gone, or the server stops: nobody waits for the rest.
            context.Abort();
        }
    }

    private static async Task<EmulatorRequest> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string body = await RequestBody.ReadAsync(context.Request.Body, cancellationToken).ConfigureAwait(false);

        // The signature covers the target as it was on the wire: Request.Path is decoded already.
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new EmulatorRequest(
            context.Request.Method,
            target,
            context.Request.Headers.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.ToString())),
            body);
    }

    // A body that breaks off throws here, and Kestrel then closes the connection without the end of the body,
    // after everything that was written. Abort would throw away what is still on its way.
    private static async Task WriteAsync(HttpContext context, EmulatorResponse answer, CancellationToken cancellationToken)
    {
        HttpResponse response = context.Response;
        response.StatusCode = answer.StatusCode;
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        if (!response.Headers.ContainsKey("Content-Type"))
        {
            response.ContentLength = 0;
        }

        // The headers leave before the body is asked for: it may never come.
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = new byte[BufferSize];
        int count;
        while ((count = await answer.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await response.Body.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
