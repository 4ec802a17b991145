using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>What is sent of a target: id and password when it is made, streamId and streamPassword when it is changed.</summary>
public class RestreamTests
{
    [Fact]
    public async Task A_new_re_stream_sends_names_of_one_kind_and_a_change_those_of_the_other()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Restream.CreateAsync(new RestreamSettings
        {
            ChannelName = "evening",
            Restream = [new RestreamTarget { TargetName = "CUSTOM", RtmpUrl = new HiddenText("rtmp://a.example/x"), StreamKey = new StreamKey("k"), Id = new HiddenText("u"), Password = new HiddenText("p") }],
        });
        await bench.Client.Restream.UpdatePlatformAsync(ContractCalls.Restream, RestreamCases.Running, RestreamCases.AllOfIt);

        JsonAssert.Same("""{"channelName":"evening","planType":"STANDARD","restream":[{"targetName":"CUSTOM","rtmpUrl":"rtmp://a.example/x","streamKey":"k","id":"u","password":"p"}]}""", bench.Requests[0].Body);
        JsonAssert.Same("""{"rtmpUrl":"rtmps://other.example/app","streamKey":"new","streamId":"user","streamPassword":"password"}""", bench.Requests[1].Body);
    }

    // "Repeat the old value to keep it."
    [Fact]
    public async Task A_change_repeats_the_address_or_the_key_that_stays()
    {
        using Bench bench = Bench.Offline();

        await bench.Client.Restream.UpdatePlatformAsync(ContractCalls.Restream, RestreamCases.Running, new RestreamPlatformChange { RtmpUrl = new HiddenText("rtmp://new.example/x") });
        await bench.Client.Restream.UpdatePlatformAsync(ContractCalls.Restream, RestreamCases.Running, new RestreamPlatformChange { StreamKey = new StreamKey("new") });

        JsonAssert.Same("""{"rtmpUrl":"rtmp://new.example/x","streamKey":"old"}""", bench.Requests[0].Body);
        JsonAssert.Same("""{"rtmpUrl":"rtmp://ingest.partner.example/app","streamKey":"new"}""", bench.Requests[1].Body);
    }
}
