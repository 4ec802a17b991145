using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests;

public class QualityRefusalTests
{
    private const string Quality = """
        {
          "name": "q-720", "type": "NORMAL",
          "video": { "codec": "H264", "profile": "MAIN", "level": -1, "width": 1280, "height": 720, "fps": 30, "bitrate": 2000000 },
          "audio": { "codec": "AAC", "profile": "LC", "samplerate": 44100, "channels": 2, "bitrate": 128 }
        }
        """;

    private const string Set = """
        {
          "name": "setting000", "qualityIds": [3, 2], "isEnabledUll": false, "segmentDuration": 1000, "segmentCount": 2, "enableHlsTimedMetadata": true,
          "timedMetadata": { "header": "ncloud.livestation.metadata", "interval": 1000, "key": "utc" }
        }
        """;

    [Theory]
    [InlineData("", 0)]
    [InlineData("name", 250312)]
    [InlineData("name=\"ab\"", 250312)]
    [InlineData("name=\"abcdefghijklmnopqrstu\"", 250312)]
    [InlineData("name=\"a_b\"", 250312)]
    [InlineData("name=\"이름이름\"", 250312)]
    [InlineData("type", 250011)]
    [InlineData("type=\"BYPASS\"", 250002)]
    [InlineData("video", 250372)]
    [InlineData("audio", 250373)]
    [InlineData("type=\"AUDIO\";video", 0)]
    [InlineData("video.codec", 250314)]
    [InlineData("video.codec=\"H265\"", 250360)]
    [InlineData("video.profile", 250315)]
    [InlineData("video.profile=\"EXTENDED\"", 250361)]
    [InlineData("video.level", 250316)]
    [InlineData("video.level=4", 250363)]
    [InlineData("video.level=0", 0)]
    [InlineData("video.width", 250366)]
    [InlineData("video.width=126", 250366)]
    [InlineData("video.width=1922", 250366)]
    [InlineData("video.width=\"1280\"", 250002)]
    [InlineData("video.width=1281", 250342)]
    [InlineData("video.height=94", 250367)]
    [InlineData("video.height=1922", 250367)]
    [InlineData("video.height=721", 250342)]
    [InlineData("video.fps", 250336)]
    [InlineData("video.fps=0.5", 250336)]
    [InlineData("video.fps=61", 250337)]
    [InlineData("video.fps=25", 250368)]
    [InlineData("video.fps=23.97", 0)]
    [InlineData("video.fps=\"30\"", 250002)]
    [InlineData("video.bitrate", 250365)]
    [InlineData("video.bitrate=0", 250321)]
    [InlineData("video.bitrate=20000001", 250322)]
    [InlineData("video.bitrate=20000000", 0)]
    [InlineData("video.bframes=-1", 250323)]
    [InlineData("video.bframes=5", 250324)]
    [InlineData("video.bframes=4", 0)]
    [InlineData("video.profile=\"BASELINE\";video.width=640;video.height=480;video.bframes=1", 250334)]
    [InlineData("video.profile=\"BASELINE\";video.width=854;video.height=480;video.bframes=3", 250335)]
    [InlineData("video.profile=\"BASELINE\";video.width=854;video.height=480;video.bframes=2", 0)]
    [InlineData("video.width=854;video.height=480", 250341)]
    [InlineData("video.videoH264ParamRefFrames=2", 250364)]
    [InlineData("video.rateControl=\"CRF\"", 250370)]
    [InlineData("video.orientation=\"TURN\"", 250362)]
    [InlineData("audio.codec", 250325)]
    [InlineData("audio.codec=\"OPUS\"", 250353)]
    [InlineData("audio.codec=\"MP3\"", 250333)]
    [InlineData("audio.codec=\"MP3\";audio.profile", 0)]
    [InlineData("audio.profile", 250354)]
    [InlineData("audio.profile=\"HE\"", 250354)]
    [InlineData("audio.samplerate", 250327)]
    [InlineData("audio.samplerate=44000", 250358)]
    [InlineData("audio.samplerate=96000", 0)]
    [InlineData("audio.codec=\"MP3\";audio.profile;audio.samplerate=96000", 250359)]
    [InlineData("audio.channels", 250328)]
    [InlineData("audio.channels=-1", 250338)]
    [InlineData("audio.channels=9", 250339)]
    [InlineData("audio.channels=8", 0)]
    [InlineData("audio.codec=\"MP3\";audio.profile;audio.channels=3", 250356)]
    [InlineData("audio.bitrate", 250378)]
    [InlineData("audio.bitrate=15", 250357)]
    [InlineData("audio.bitrate=321", 250357)]
    public async Task A_quality_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        int before = caller.Emulator.Qualities.Ids.Count;

        await caller.ExpectAsync("POST", "/qualityProfiles", Bodies.With(Quality, changes), code);

        Assert.Equal(code == 0 ? 1 : 0, caller.Emulator.Qualities.Ids.Count - before);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("name", 250312)]
    [InlineData("name=\"a b c\"", 250312)]
    [InlineData("qualityIds", 250313)]
    [InlineData("qualityIds=[]", 250313)]
    [InlineData("qualityIds=[1,2,3,4,1]", 250313)]
    [InlineData("qualityIds=[99]", 250300)]
    [InlineData("qualityIds=[\"3\"]", 250002)]
    [InlineData("qualityIds=[4,4]", 250302)]
    [InlineData("qualityIds=[1,2,3,4]", 0)]
    [InlineData("isEnabledUll", 250011)]
    [InlineData("segmentDuration", 250307)]
    [InlineData("segmentDuration=500", 250307)]
    [InlineData("segmentDuration=10500", 250307)]
    [InlineData("segmentDuration=1250", 250307)]
    [InlineData("segmentDuration=10000", 0)]
    [InlineData("segmentCount", 250309)]
    [InlineData("segmentCount=1", 250309)]
    [InlineData("segmentCount=11", 250309)]
    [InlineData("isEnabledUll=true;segmentDuration;segmentCount", 0)]
    [InlineData("isEnabledUll=true;segmentDuration=1250", 250307)]
    [InlineData("enableHlsTimedMetadata", 250377)]
    [InlineData("timedMetadata", 250375)]
    [InlineData("timedMetadata.header", 250345)]
    [InlineData("timedMetadata.key", 250344)]
    [InlineData("timedMetadata.key=\"gps\"", 250376)]
    [InlineData("timedMetadata.interval", 250343)]
    [InlineData("timedMetadata.interval=0", 250343)]
    [InlineData("timedMetadata.interval=2000", 250351)]
    [InlineData("enableHlsTimedMetadata=false;timedMetadata", 0)]
    public async Task A_set_keeps_to_the_rules(string changes, int code)
    {
        (Caller caller, _) = Caller.Offline();
        int before = caller.Emulator.Qualities.SetIds.Count;

        await caller.ExpectAsync("POST", "/qualitySets", Bodies.With(Set, changes), code);

        Assert.Equal(code == 0 ? 1 : 0, caller.Emulator.Qualities.SetIds.Count - before);
    }

    [Theory]
    [InlineData("GET", "/qualityProfiles/99", 250300)]
    [InlineData("DELETE", "/qualityProfiles/99", 250300)]
    [InlineData("DELETE", "/qualityProfiles/1", 250303)]
    [InlineData("DELETE", "/qualityProfiles/5", 250306)]
    [InlineData("DELETE", "/qualityProfiles/6", 0)]
    [InlineData("GET", "/qualityProfiles/five", 250021)]
    [InlineData("GET", "/qualitySets/99", 250301)]
    [InlineData("PUT", "/qualitySets/99", 250301)]
    [InlineData("PUT", "/qualitySets/1", 250305)]
    [InlineData("PUT", "/qualitySets/5", 250307)]
    [InlineData("DELETE", "/qualitySets/99", 250301)]
    [InlineData("DELETE", "/qualitySets/3", 250311)]
    [InlineData("DELETE", "/qualitySets/5", 0)]
    [InlineData("DELETE", "/qualitySets/five", 250021)]
    [InlineData("GET", "/qualitySets?genType=OTHER", 250002)]
    [InlineData("GET", "/qualitySets?type=hls", 250002)]
    public async Task What_cannot_be_done_has_its_code(string method, string path, int code) =>
        await Caller.Offline(seed: true).Caller.ExpectAsync(method, path, "{}", code);

    [Fact]
    public async Task A_set_is_in_use_until_its_last_channel_is_gone()
    {
        (Caller caller, _) = Caller.Offline(seed: true);
        string body = Bodies.With(Bodies.Create, "qualitySetId=5");
        Microsoft.Extensions.Time.Testing.FakeTimeProvider time = (Microsoft.Extensions.Time.Testing.FakeTimeProvider)caller.Time;
        string id = (await caller.ContentAsync("POST", "/channels", body))["channelId"]!.ToString();
        time.Advance(System.TimeSpan.FromSeconds(1));

        Assert.Equal("""["testchannel"]""", (await caller.ContentAsync("GET", "/qualitySets/5"))["inUseChannelNames"]!.ToJsonString());
        await caller.ExpectAsync("DELETE", "/qualitySets/5", null, 250306);
        await caller.ContentAsync("DELETE", "/channels/" + id);

        Assert.Equal("[]", (await caller.ContentAsync("GET", "/qualitySets/5"))["inUseChannelNames"]!.ToJsonString());
        await caller.ExpectAsync("DELETE", "/qualitySets/5", null, 0);
        await caller.ExpectAsync("POST", "/channels", body, 250301);
        await caller.ExpectAsync("DELETE", "/qualityProfiles/5", null, 0);
    }
}
