using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace LiveStation.Emulator.Server;

/// <summary>How control calls take what they are sent, and what they say. The service behind them has envelopes of its own.</summary>
internal static class ControlAnswers
{
    public static Task SayAsync(this HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.ShowAsync(new { message });
    }

    public static Task ShowAsync<T>(this HttpContext context, T value) => context.Response.WriteAsJsonAsync(value, ControlBody.Json, context.RequestAborted);

    /// <summary>Does something with the object in the body, or with the one that an empty body stands for.</summary>
    public static async Task TakeAsync<T>(this HttpContext context, Action<T> use, T? whenEmpty = null)
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
            use(whenEmpty is not null && body.Length == 0 ? whenEmpty : ControlBody.Read<T>(body));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (ArgumentException exception)
        {
            await context.SayAsync(StatusCodes.Status400BadRequest, PlainWords.Of(exception)).ConfigureAwait(false);
        }
    }

    /// <summary>Does something: 404 when what it is about is not there, 409 when it cannot be done now.</summary>
    public static Task DoAsync(this HttpContext context, Action work)
    {
        try
        {
            work();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        catch (ArgumentException exception)
        {
            return context.SayAsync(StatusCodes.Status404NotFound, PlainWords.Of(exception));
        }
        catch (InvalidOperationException exception)
        {
            return context.SayAsync(StatusCodes.Status409Conflict, exception.Message);
        }
    }
}
