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
            [("POST", "faults")] = (context, _) => AddFaultAsync(context),
            [("DELETE", "faults")] = (context, _) => ClearFaultsAsync(context),
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

    private async Task AddFaultAsync(HttpContext context)
    {
        try
        {
            string body = await RequestBody.ReadAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);
            if (EmulatorRequest.IsTooLarge(body))
            {
                await context.SayAsync(StatusCodes.Status413PayloadTooLarge, "A fault takes a few lines.").ConfigureAwait(false);
                return;
            }

            _emulator.Faults.Add(JsonSerializer.Deserialize<Fault>(body, Json)!);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            await context.SayAsync(StatusCodes.Status400BadRequest, exception.Message).ConfigureAwait(false);
        }
    }

    private Task ClearFaultsAsync(HttpContext context)
    {
        _emulator.Faults.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
