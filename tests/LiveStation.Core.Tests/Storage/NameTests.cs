using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

public class NameTests
{
    [Theory]
    [InlineData("show.mp4", "show.mp4")]
    [InlineData("아침 뉴스.mp4", "아침 뉴스.mp4")]
    [InlineData("..", "_")]
    [InlineData(".", "_")]
    [InlineData("", "_")]
    [InlineData("   ", "_")]
    [InlineData("../../etc/passwd", ".._.._etc_passwd")]
    [InlineData("/etc/passwd", "_etc_passwd")]
    [InlineData(@"C:\Windows\x.mp4", "C__Windows_x.mp4")]
    [InlineData(@"\\server\share", "__server_share")]
    [InlineData("con", "_con")]
    [InlineData("CON.mp4", "_CON.mp4")]
    [InlineData("Lpt1 .mp4", "_Lpt1 .mp4")]
    [InlineData("COM¹.mp4", "_COM¹.mp4")]
    [InlineData("console.mp4", "console.mp4")]
    [InlineData("a\nb\u001b[31m\u202egpj.mp4", "a_b_[31m_gpj.mp4")]
    [InlineData("stream:$DATA", "stream_$DATA")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData("🎬.mp4", "🎬.mp4")]
    [InlineData("nul\0.mp4", "nul_.mp4")]
    public void Names_are_made_safe_and_stay_what_they_are_where_they_can(string given, string expected) => Assert.Equal(expected, SafeName.Of(given));

    [Fact]
    public void Korean_is_one_name_in_either_form_and_never_too_long()
    {
        string composed = new('가', 300);
        string apart = composed.Normalize(NormalizationForm.FormD);

        string name = SafeName.Of(composed + ".mp4");

        Assert.Equal(name, SafeName.Of(apart + ".mp4"));
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 150, 200);
        Assert.EndsWith(".mp4", name, StringComparison.Ordinal);
        Assert.NotEqual(name, SafeName.Of(composed + "나.mp4"));
    }

    // Not as inline data: what carries those mends half a character.
    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("half _ pair", SafeName.Of("half " + '\uD800' + " pair"));

    [Fact]
    public void A_safe_name_stays_as_it_is()
    {
        string[] hostile = ["..", "CON", "a/b", new string('가', 500), "x. ", "\u0001", "~", "a\u0301"];

        Assert.All(hostile, name => Assert.Equal(SafeName.Of(name), SafeName.Of(SafeName.Of(name))));
    }

    [Theory]
    [InlineData(FileNameTemplate.Default, "ls-1/7_show.mp4")]
    [InlineData("{ChannelId}/{RecordBeginTime:yyyyMMdd-HHmm}_{FileName}", "ls-1/20260105-0630_show.mp4")]
    [InlineData("{recordid:000000}", "000007.mp4")]
    [InlineData("{{x}} {Resolution}", "{x} 1920x1080.mp4")]
    [InlineData("{Duration}.mp4", "010203.mp4")]
    [InlineData("{UploadPath}", "a_b_show.mp4")]
    [InlineData("{AudioCodec}x{RecordId}.MP4", "x7.MP4")]
    public void A_template_is_filled_from_the_recording(string template, string expected)
    {
        Recording recording = new()
        {
            ChannelId = "ls-1",
            RecordId = 7,
            RecordType = RecordType.Mp4,
            FileName = "show.mp4",
            UploadPath = "a/b/show.mp4",
            Resolution = "1920x1080",
            RecordBeginTime = new DateTime(2026, 1, 5, 6, 30, 0, DateTimeKind.Local),
            Duration = new TimeSpan(1, 2, 3),
        };

        Assert.Equal(expected.Replace('/', Path.DirectorySeparatorChar), FileNameTemplate.Parse(template).PathOf(recording));
    }

    [Fact]
    public void For_HLS_it_names_a_folder()
    {
        Recording recording = new() { ChannelId = "ls-1", RecordId = 7, RecordType = RecordType.Hls, FileName = "1080p/playlist.m3u8" };

        Assert.Equal(Path.Combine("ls-1", "7_1080p"), FileNameTemplate.Parse(FileNameTemplate.Default).PathOf(recording));
    }

    [Theory]
    [InlineData("{Nothing}")]
    [InlineData("{TimeLeft}")]
    [InlineData("{RecordId")]
    [InlineData("RecordId}")]
    [InlineData("a//b")]
    [InlineData("..\\{RecordId}")]
    [InlineData("a/../{RecordId}")]
    [InlineData("./{RecordId}")]
    [InlineData("/a")]
    [InlineData(" ")]
    [InlineData("{RecordBeginTime:%}")]
    public void A_template_that_cannot_be_read_is_refused(string template) =>
        Assert.Equal("FileNameTemplateInvalid", Assert.Throws<LiveStationArgumentException>(() => FileNameTemplate.Parse(template)).ErrorId);

    [Theory]
    [InlineData("https://kr.object.ncloudstorage.com/b/live-station/x.mp4", "live-station/x.mp4", null, "b", "live-station/x.mp4")]
    [InlineData("https://kr.object.ncloudstorage.com/b/%EA%B0%80.mp4", null, null, "b", "가.mp4")]
    [InlineData("https://kr.object.ncloudstorage.com/b/a%20b.mp4", "a%20b.mp4", null, "b", "a%20b.mp4")]
    [InlineData("https://b.kr.object.ncloudstorage.com/x/y.mp4", "x/y.mp4", "b", "b", "x/y.mp4")]
    [InlineData("https://elsewhere.example.com/other/x.mp4", null, "b", "other", "x.mp4")]
    [InlineData(null, "/x/y.mp4", "b", "b", "x/y.mp4")]
    public void The_address_tells_where_it_lies(string? url, string? uploadPath, string? bucket, string wantedBucket, string wantedKey)
    {
        StoredRecording? where = StoredRecording.Of(new Recording { ObjectStorageUrl = url is null ? null : new Uri(url), UploadPath = uploadPath }, bucket);

        Assert.Equal((wantedBucket, wantedKey), (where!.BucketName, where.Key));
    }

    [Fact]
    public void Nothing_that_tells_it_is_nothing()
    {
        Assert.Null(StoredRecording.Of(new Recording { UploadPath = "x" }, null));
        Assert.Null(StoredRecording.Of(new Recording(), "b"));
    }

    // https://reveng.sourceforge.io/crc-catalogue/ and, for the last, the vendor's own page on checksums.
    [Theory]
    [InlineData("crc32", "CBF43926")]
    [InlineData("crc32c", "E3069283")]
    [InlineData("crc64nvme", "AE8B14860A799888")]
    public void Checksums_are_the_published_ones(string name, string expected)
    {
        Crc crc = Crc.Of(name)!;
        crc.Append(Encoding.ASCII.GetBytes("123456789"), 9);

        Assert.Equal(expected, string.Concat(crc.Finish().Select(value => value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Sizes_of_pieces_are_those_that_give_their_number()
    {
        Assert.Contains(8L * 1024 * 1024, ContentCheck.PieceSizes(1_000_000_000, 120));
        Assert.Equal([100L], ContentCheck.PieceSizes(100, 1));
        Assert.All(ContentCheck.PieceSizes(123_456_789, 3), size => Assert.Equal(3, (123_456_789 + size - 1) / size));
    }
}
