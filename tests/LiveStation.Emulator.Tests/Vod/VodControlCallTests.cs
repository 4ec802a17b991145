using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests.Vod;

public class VodControlCallTests
{
    [Fact]
    public async Task A_program_of_any_language_lets_the_time_of_a_schedule_come()
    {
        await using Line line = await Line.OpenAsync(socket: true);
        VodControls vod = line.Caller.Emulator.Vod;
        string id = vod.Add("vod");
        long first = vod.Schedule(id, line.Time.GetUtcNow().AddHours(1), "archive/a.mp4");

        Assert.Equal(204, await SendAsync("POST", $"vod/schedule/{first}/play"));
        Assert.Equal("PUBLISHING", await StatusAsync());
        Assert.Equal(409, await SendAsync("POST", $"vod/schedule/{first}/failure"));
        Assert.Equal(204, await SendAsync("DELETE", $"vod/schedule/{first}/play"));
        Assert.NotEqual("PUBLISHING", await StatusAsync());

        long second = vod.Schedule(id, line.Time.GetUtcNow().AddHours(1), "archive/a.mp4");
        Assert.Equal(204, await SendAsync("POST", $"vod/schedule/{second}/failure"));
        Assert.Equal(409, await SendAsync("POST", $"vod/schedule/{second}/play"));
        Assert.Equal(404, await SendAsync("POST", "vod/schedule/first/play"));
        Assert.Equal(204, await SendAsync("DELETE", $"vod/channels/{id}"));
        Assert.Equal("FORCE_DELETED", await StatusAsync());
        Assert.Equal(404, await SendAsync("DELETE", "vod/channels/none"));

        async Task<int> SendAsync(string method, string path) => (await line.ControlAsync(method, path)).Status;

        async Task<string> StatusAsync() => (await line.Caller.ContentAsync("GET", "/vod/channels/" + id))["channelStatus"]!.ToString();
    }
}
