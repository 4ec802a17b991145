using System;
using System.Linq;
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

    private readonly ControlCall[] _calls;

    public ControlCalls(LiveStationEmulator emulator) => _calls = [.. ServiceControlCalls.For(emulator), .. ChannelControlCalls.For(emulator.Channels), .. EventControlCalls.For(emulator.Events), .. RestreamControlCalls.For(emulator.Restream), .. PlayControlCalls.For(emulator), .. VodControlCalls.For(emulator.Vod), .. StorageControlCalls.For(emulator.Storage)];

    public static bool IsControl(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal);

    public Task HandleAsync(HttpContext context)
    {
        string[] path = context.Request.Path.Value![Root.Length..].Trim('/').Split('/');
        foreach (ControlCall call in _calls)
        {
            if (call.Match(context.Request.Method, path) is string id)
            {
                return call.RunAsync(context, id);
            }
        }

        string known = string.Join(", ", _calls.Select(call => call.Method + " " + call.Template));
        return context.SayAsync(StatusCodes.Status404NotFound, "Known control calls: " + known);
    }
}
