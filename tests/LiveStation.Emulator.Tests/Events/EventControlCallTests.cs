using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using LiveStation.Tests.Support;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class EventControlCallTests
{
    [Fact]
    public async Task A_program_of_any_language_writes_events_and_lets_callbacks_go_astray()
    {
        using CallbackListener listener = new();
        await using Line line = await Line.OpenAsync(socket: true);
        await line.Caller.ContentAsync("POST", "/events/callbackEndpoint", $$"""{"callbackUrl":"{{listener.Address}}"}""");

        Assert.Equal(204, await PostAsync("callback-faults", """{"kind":"Lost","eventCode":"A"}"""));
        Assert.Equal(204, await PostAsync("channels/ls-1/events", """{"code":"A","description":"한글","level":"ERROR"}"""));
        Assert.Equal(204, await PostAsync("channels/ls-1/events", """{"code":"B"}"""));
        Assert.Equal(400, await PostAsync("channels/ls-1/events", "{}"));
        Assert.Equal(400, await PostAsync("callback-faults", """{"kind":"Late","delay":"-00:00:01"}"""));
        await line.Caller.Emulator.Events.WhenDeliveredAsync();

        Assert.Equal("B", JsonNode.Parse(Assert.Single(listener.Bodies))!["event"]!.ToString());
        JsonArray told = JsonNode.Parse((await line.ControlAsync("GET", "callbacks")).Text)!.AsArray();
        Assert.Equal(["A Lost", "B 200"], told.Select(item => $"{item!["eventCode"]} {item["outcome"]}"));
        Assert.Contains("한글", (await line.Caller.SendAsync("GET", "/events?channelId=ls-1")).Text, StringComparison.Ordinal);

        async Task<int> PostAsync(string path, string body) => (await line.ControlAsync("POST", path, body)).Status;
    }
}
