using System.Collections.Generic;
using System.Linq;
using LiveStation.Contract.Tests.Description;
using Xunit;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace LiveStation.Contract.Tests;

/// <summary>The judge itself: it passes what the file prints as an example, and finds each kind of fault.</summary>
public class DescriptionTests
{
    private const string Create =
        """{"channelName":"abc","cdn":{"createCdn":true,"cdnType":"GLOBAL_EDGE"},"qualitySetId":3,"useDvr":false,"record":{"type":"NO_RECORD"},"drmEnabledYn":false}""";

    private const string Quality =
        """{"name":"q-720","type":"NORMAL","video":{"codec":"H264","profile":"MAIN","level":-1,"width":1280,"height":720,"fps":23.97,"bitrate":2000000},"audio":{"codec":"AAC","samplerate":44100,"channels":2,"bitrate":128}}""";

    private const string QualitySet =
        """{"name":"set-1","qualityIds":[1,2,3,4],"isEnabledUll":false,"segmentDuration":1500,"segmentCount":3,"enableHlsTimedMetadata":false}""";

    private const string Notification =
        """{"alertOn":true,"notificationManagerList":[{"managerNo":1,"notifyType":"SMS","nickname":"open to more"}]}""";

    public static TheoryData<string, string, string, string> Bad => new()
    {
        { "GET", "/api/v3/channels", "", "no server of the file has this prefix" },
        { "PATCH", "/api/v2/channels", "", "no such operation" },
        { "GET", "/api/v2/channels/x/nowhere", "", "no such operation" },
        { "GET", "/api/v2/channels/x/records/abc", "", "path parameter recordId is no integer" },
        { "GET", "/api/v2/channels?page=1", "", "unknown query parameter page" },
        { "GET", "/api/v2/channels?pageNo=1&pageNo=2", "", "pageNo comes 2 times" },
        { "GET", "/api/v2/channels?pageSizeNo=101", "", "pageSizeNo is out of its range" },
        { "GET", "/api/v2/channels?channelStatus=Ready", "", "channelStatus is none of" },
        { "GET", "/api/v2/channels/x/serviceUrls", "", "serviceUrlType is missing" },
        { "GET", "/api/v2/channels/x", "{}", "the operation has no body" },
        { "POST", "/api/v2/channels", "", "the body is missing" },
        { "POST", "/api/v2/channels", "{", "the body is no JSON" },
        { "POST", "/api/v2/channels", "{}", "/channelName is missing" },
        { "POST", "/api/v2/channels", Create.Replace("\"abc\"", "\"ab\""), "/channelName is too short or too long" },
        { "POST", "/api/v2/channels", Create.Replace("\"abc\"", "\"abc\",\"colour\":1"), "/colour is a field that the file does not know" },
        { "POST", "/api/v2/channels", Create.Replace("\"abc\"", "\"abc\",\"channelName\":\"abd\""), "/channelName comes twice" },
        { "POST", "/api/v2/channels", Create.Replace("GLOBAL_EDGE", "GlobalEdge"), "/cdn/cdnType is none of" },
        { "POST", "/api/v2/channels", Create.Replace("\"createCdn\":true,", ""), "/cdn/createCdn is missing" },
        { "POST", "/api/v2/channels", Create.Replace("\"createCdn\":true", "\"createCdn\":\"true\""), "/cdn/createCdn is neither true nor false" },
        { "POST", "/api/v2/channels", Create.Replace("\"qualitySetId\":3", "\"qualitySetId\":\"3\""), "/qualitySetId is no number" },
        { "POST", "/api/v2/channels", Create.Replace("\"qualitySetId\":3", "\"qualitySetId\":3.5"), "/qualitySetId is no integer" },
        { "POST", "/api/v2/channels", Create.Replace("\"qualitySetId\":3", "\"qualitySetId\":3,\"timemachineMin\":60"), "/timemachineMin is none of 360" },
        { "POST", "/api/fin-v2/channels", Create, "/drmEnabledYn is a field that the file does not know" },
        { "DELETE", "/api/v2/channels/x/records", """{"recordIds":[]}""", "/recordIds has too few items" },
        { "DELETE", "/api/v2/channels/x/records", """{"recordIds":["1"]}""", "/recordIds/0 is no number" },
        { "POST", "/api/v2/qualityProfiles", Quality.Replace("\"bitrate\":2000000", "\"bitrate\":0"), "/video/bitrate is out of its range" },
        { "POST", "/api/v2/qualityProfiles", Quality.Replace("\"width\":1280", "\"width\":1281"), "/video/width is no multiple of 2" },
        { "POST", "/api/v2/qualityProfiles", Quality.Replace("\"level\":-1,", ""), "/video/level is missing" },
        { "POST", "/api/v2/qualityProfiles", Quality.Replace("\"level\":-1,", "\"level\":-1,\"tier\":1,"), "/video/tier is a field that the file does not know" },
        { "POST", "/api/v2/qualitySets", QualitySet.Replace("[1,2,3,4]", "[1,2,3,4,5]"), "/qualityIds has too many items" },
        { "POST", "/api/v2/qualitySets", QualitySet.Replace("1500", "1250"), "/segmentDuration is no multiple of 500" },
        { "POST", "/api/v2/notification/x/for-general-channel", Notification.Replace("\"SMS\"", "\"FAX\""), "/notificationManagerList/0/notifyType is none of" },
        { "POST", "/api/v2/notification/x/for-general-channel", Notification.Replace("\"managerNo\":1,", ""), "/notificationManagerList/0/managerNo is missing" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_fault_is_found(string method, string pathAndQuery, string body, string fault) =>
        Assert.Contains(fault, Assert.Single(ApiDescription.Instance.Faults(Request(method, pathAndQuery, body)), found => found.Contains(fault)));

    [Theory]
    [InlineData("x-ncp-apigw-timestamp")]
    [InlineData("x-ncp-iam-access-key")]
    [InlineData("x-ncp-apigw-signature-v2")]
    [InlineData("x-ncp-region_code")]
    [InlineData("Content-Type")]
    public void A_header_that_is_missing_is_found(string header)
    {
        SentRequest good = Request("GET", "/api/v2/channels", "");

        SentRequest bad = good with { Headers = good.Headers.Where(pair => pair.Key != header).ToDictionary() };

        Assert.Empty(ApiDescription.Instance.Faults(good));
        Assert.Single(ApiDescription.Instance.Faults(bad));
    }

    [Fact]
    public void The_region_of_the_other_zone_is_found()
    {
        SentRequest good = Request("GET", "/api/fin-v2/channels", "");

        Assert.Empty(ApiDescription.Instance.Faults(good));
        Assert.Single(ApiDescription.Instance.Faults(good with { PathAndQuery = "/api/v2/channels" }));
    }

    [Theory]
    [InlineData("POST", "/api/v2/channels", Create)]
    [InlineData("POST", "/api/v2/qualityProfiles", Quality)]
    [InlineData("POST", "/api/v2/qualitySets", QualitySet)]
    [InlineData("POST", "/api/v2/notification/x/for-general-channel", Notification)]
    public void A_good_body_passes(string method, string path, string body) => Assert.Empty(ApiDescription.Instance.Faults(Request(method, path, body)));

    [Theory]
    [InlineData("uniqueItems: true")]
    [InlineData("type: tuple")]
    public void A_rule_that_is_not_understood_is_refused_wherever_it_stands(string rule)
    {
        string file = Repository.OpenApi.ReplaceLineEndings("\n");
        string yaml = file.Replace("          type: string\n          description: Only FIX.", "          " + rule, System.StringComparison.Ordinal);
        Assert.NotEqual(file, yaml);

        Assert.Throws<System.NotSupportedException>(() => ApiDescription.Load(yaml));
    }

    [Fact]
    public void The_example_bodies_of_the_file_pass()
    {
        List<ApiOperation> operations = ApiDescription.Instance.Operations.Where(operation => operation.BodyExample is not null).ToList();

        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.Empty(operation.BodyFaults(Json(operation.BodyExample!), [])));
    }

    [Fact]
    public void The_example_answers_pass()
    {
        List<string> faults = ApiDescription.Instance.Operations
            .SelectMany(operation => Repository.Examples(operation.Id).SelectMany(example =>
                operation.Answer?.Faults(System.Text.Json.JsonDocument.Parse(Repository.Example(example)).RootElement, example, []) ?? []))
            .ToList();

        Assert.Empty(faults);
    }

    [Fact]
    public void A_literal_segment_is_stronger_than_a_placeholder()
    {
        Assert.Equal("channelCdnChange", ApiDescription.Instance.Find(Request("POST", "/api/v2/channels/x/cdnInfo", ""))!.Id);
        Assert.Equal("shortClipCreate", ApiDescription.Instance.Find(Request("POST", "/api/v2/channels/x/1", ""))!.Id);
    }

    private static SentRequest Request(string method, string pathAndQuery, string body) => new(method, pathAndQuery, body, new Dictionary<string, string>
    {
        ["x-ncp-apigw-timestamp"] = "1767225600000",
        ["x-ncp-iam-access-key"] = "EXAMPLEACCESSKEY0001",
        ["x-ncp-apigw-signature-v2"] = "signature",
        ["x-ncp-region_code"] = pathAndQuery.StartsWith("/api/fin-v2", System.StringComparison.Ordinal) ? "FKR" : "KR",
        ["Content-Type"] = "application/json",
    });

    private static string Json(YamlNode node)
    {
        object? plain = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(new SerializerBuilder().Build().Serialize(node));
        return new SerializerBuilder().JsonCompatible().Build().Serialize(plain);
    }
}
