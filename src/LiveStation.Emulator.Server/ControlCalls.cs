using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace LiveStation.Emulator.Server;

/// <summary>
/// The calls under /_emulator that steer the service. They are not signed: only programs of this machine reach them, and only made-up data is
/// behind them.
/// </summary>
internal sealed class ControlCalls
{
    private const string Root = "/_emulator";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly LiveStationEmulator _emulator;
    private readonly Dictionary<(string Method, string Call), Func<HttpContext, string, Task>> _calls;

    public ControlCalls(LiveStationEmulator emulator)
    {
        _emulator = emulator;
        _calls = new()
        {
            [("POST", "publish")] = (context, channelId) => PublishAsync(context, () => _emulator.StartPublishing(channelId)),
            [("DELETE", "publish")] = (context, channelId) => PublishAsync(context, () => _emulator.StopPublishing(channelId)),
            [("POST", "faults")] = (context, _) => ReadAsync<Fault>(context, _emulator.Faults.Add),
            [("DELETE", "faults")] = (context, _) => DoAsync(context, _emulator.Faults.Clear),
            [("GET", "rate-limit")] = (context, _) => context.Response.WriteAsJsonAsync(_emulator.RateLimit, Json, context.RequestAborted),
            [("PUT", "rate-limit")] = (context, _) => ReadAsync<RateLimit>(context, limit => _emulator.RateLimit = limit),
            [("DELETE", "rate-limit")] = (context, _) => DoAsync(context, () => _emulator.RateLimit = null),
            [("GET", "requests")] = (context, _) => context.Response.WriteAsJsonAsync(_emulator.Requests, Json, context.RequestAborted),
        };
    }

    public static bool IsControl(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        // "faults", "requests", or "channels/<id>/publish".
        string[] parts = context.Request.Path.Value![Root.Length..].Trim('/').Split('/');
        bool isOfChannel = parts.Length == 3 && parts[0] == "channels";
        string call = isOfChannel ? parts[2] : string.Join('/', parts);
        string channelId = isOfChannel ? parts[1] : "";
        if (call == "publish" != isOfChannel || !_calls.TryGetValue((context.Request.Method, call), out Func<HttpContext, string, Task>? run))
        {
            string known = string.Join(", ", _calls.Keys.Select(key => key.Method + " " + key.Call));
            await context.SayAsync(StatusCodes.Status404NotFound, "Known control calls: " + known).ConfigureAwait(false);
        }
        else
        {
            await run(context, channelId).ConfigureAwait(false);
        }
    }

    private static async Task PublishAsync(HttpContext context, Action change)
    {
        try
        {
            change();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (ArgumentException exception)
        {
            await context.SayAsync(StatusCodes.Status404NotFound, exception.Message).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            await context.SayAsync(StatusCodes.Status409Conflict, exception.Message).ConfigureAwait(false);
        }
    }

    private static async Task ReadAsync<T>(HttpContext context, Action<T> use)
        where T : class
    {
        string body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
        if (EmulatorRequest.IsTooLarge(body))
        {
            await context.SayAsync(StatusCodes.Status413PayloadTooLarge, "A control call takes a few lines.").ConfigureAwait(false);
            return;
        }

        try
        {
            T value = JsonSerializer.Deserialize<T>(body, Json) ?? throw new ArgumentException("An object is needed, not null.");
            await DoAsync(context, () => use(value)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            await context.SayAsync(StatusCodes.Status400BadRequest, exception.Message).ConfigureAwait(false);
        }
    }

    private static Task DoAsync(HttpContext context, Action change)
    {
        change();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
