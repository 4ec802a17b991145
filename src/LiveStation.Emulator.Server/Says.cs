using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace LiveStation.Emulator.Server;

/// <summary>What the server says for itself, in words. The service behind it has envelopes of its own.</summary>
internal static class Says
{
    public static Task SayAsync(this HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message }, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
