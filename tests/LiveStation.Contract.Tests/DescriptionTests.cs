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

    [Fact]
    public void The_example_bodies_of_the_file_pass()
    {
        List<ApiOperation> operations = ApiDescription.Instance.Operations.Where(operation => operation.Tags[0] is "Channels" or "Recording" && operation.BodyExample is not null).ToList();

        Assert.Equal(6, operations.Count);
        Assert.All(operations, operation => Assert.Empty(operation.BodyFaults(Json(operation.BodyExample!), [])));
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
