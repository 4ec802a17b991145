using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

public class StorageOperationsTests
{
    // The examples of the vendor of the signature: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
    [Theory]
    [InlineData("?lifecycle=", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("?max-keys=2&prefix=J", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void The_signature_is_the_published_one(string query, string signature)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "https://examplebucket.s3.amazonaws.com/" + query);

        SignatureV4.Sign(request, new AccessKeyCredential("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), "us-east-1", new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));

        string authorization = Assert.Single(request.Headers.GetValues("Authorization"));
        Assert.Equal($"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;x-amz-content-sha256;x-amz-date,Signature={signature}", authorization);
    }

    [Theory]
    [InlineData("plain.mp4")]
    [InlineData("아침 뉴스/2026-01-05 #1 (최종).mp4")]
    [InlineData("a+b&c=d%2Fe!*'()~@:;,$.mp4")]
    [InlineData("a//b.mp4")]
    [InlineData("line\nbreak.mp4")]
    public async Task Any_key_is_signed_listed_and_fetched_as_it_is(string key)
    {
        using Store store = new();
        store.Emulator.Storage.Put(Store.Bucket, key, [1, 2, 3]);

        StoredObject listed = Assert.Single(await ListAsync(store, key));
        StoredObject found = await store.Storage.GetAsync(Store.Bucket, key);

        Assert.Equal((key, 3L), (listed.Key, listed.Length));
        Assert.Equal((key, 3L, listed.ETag), (found.Key, found.Length, found.ETag));
    }

    [Theory]
    [InlineData("a/../b")]
    [InlineData("..")]
    [InlineData("a/./b")]
    [InlineData("half <")]
    [InlineData("")]
    public async Task What_an_address_would_fold_is_not_sent(string key)
    {
        using Store store = new();

        Assert.Equal("InvalidIdentifier", (await Assert.ThrowsAsync<LiveStationArgumentException>(() => store.Storage.GetAsync(Store.Bucket, key.Replace('<', '\uD800')))).ErrorId);
        Assert.Empty(store.Emulator.Requests);
    }

    [Fact]
    public async Task All_pages_come_and_a_prefix_narrows_them()
    {
        using Store store = new();
        for (int i = 0; i < 2500; i++)
        {
            store.Emulator.Storage.Put(Store.Bucket, $"{(i % 2 == 0 ? "even" : "odd")}/{i:0000}", []);
        }

        Assert.Equal(store.Emulator.Storage.Keys(Store.Bucket), (await ListAsync(store, null)).Select(item => item.Key));
        Assert.Equal(3, store.Emulator.Requests.Count);
        Assert.Equal(1250, (await ListAsync(store, "odd/")).Count);
        Assert.Empty(await ListAsync(store, "nothing"));
    }

    [Fact]
    public async Task A_list_tells_what_it_says_of_an_object_and_keeps_the_rest()
    {
        const string page = """
            <?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>false</IsTruncated>
            <Contents><Key>a&amp;b</Key><Size>5</Size><ETag>"x"</ETag><LastModified>2026-01-05T00:00:00.000Z</LastModified><Owner><ID>1</ID><DisplayName>someone</DisplayName></Owner><Tier>COLD</Tier></Contents><Contents><Key>c</Key><Size>6</Size></Contents></ListBucketResult>
            """;
        using Fixed fixedAnswer = new(HttpStatusCode.OK, page);

        List<StoredObject> items = [];
        await foreach (StoredObject item in fixedAnswer.Storage.ListAsync("b"))
        {
            items.Add(item);
        }

        Assert.Equal(("a&b", 5L, "x", new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc)), (items[0].Key, items[0].Length, items[0].ETag, items[0].LastModified!.Value.ToUniversalTime()));
        Assert.Equal("COLD", items[0].GetAdditionalFields()["Tier"].GetString());
        Assert.DoesNotContain("Owner", items[0].GetAdditionalFields().Keys);
        Assert.Equal(("c", null, null), (items[1].Key, items[1].ETag, items[1].LastModified));
    }

    [Fact]
    public async Task The_next_page_begins_behind_the_last_key_whatever_the_store_says()
    {
        // As radosgw 16.2 writes it: keys escaped, the marker not.
        const string page = """
            <ListBucketResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
            <Contents><Key>a%2Bb%20c</Key><Size>1</Size></Contents><NextMarker>a+b c</NextMarker></ListBucketResult>
            """;
        using Fixed fixedAnswer = new(HttpStatusCode.OK, page);
        List<StoredObject> items = [];

        // The same page again and again: no end, and not all there is.
        LiveStationProtocolException failure = await Assert.ThrowsAsync<LiveStationProtocolException>(async () =>
        {
            await foreach (StoredObject item in fixedAnswer.Storage.ListAsync("b"))
            {
                items.Add(item);
            }
        });

        Assert.Contains("leads no further", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["a+b c", "a+b c"], items.Select(static item => item.Key));
        Assert.Contains("marker=a%2Bb%20c", fixedAnswer.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>login</html>")]
    [InlineData("")]
    [InlineData("<ListBucketResult><Contents><Key>a</Key><Size>many</Size></Contents></ListBucketResult>")]
    [InlineData("<ListBucketResult><Contents><Key>a")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ListBucketResult>&e;</ListBucketResult>")]
    public async Task What_is_no_list_is_an_error(string page)
    {
        using Fixed fixedAnswer = new(HttpStatusCode.OK, page);

        await Assert.ThrowsAsync<LiveStationProtocolException>(async () =>
        {
            await foreach (StoredObject item in fixedAnswer.Storage.ListAsync("b"))
            {
                Assert.Fail(item.ToString());
            }
        });
    }

    [Theory]
    [InlineData("AccessDenied", 403, "StorageAccessDenied", ErrorKind.Forbidden)]
    [InlineData("InvalidAccessKeyId", 403, "StorageKeyRefused", ErrorKind.Authentication)]
    [InlineData("SignatureDoesNotMatch", 403, "StorageSignatureRefused", ErrorKind.Authentication)]
    [InlineData("NoSuchBucket", 404, "BucketNotFound", ErrorKind.NotFound)]
    [InlineData("NoSuchKey", 404, "StoredObjectNotFound", ErrorKind.NotFound)]
    [InlineData("PermanentRedirect", 301, "StorageRedirect", ErrorKind.InvalidArgument)]
    [InlineData("AuthorizationHeaderMalformed", 400, "StorageRegionRefused", ErrorKind.InvalidArgument)]
    [InlineData("InternalError", 500, "StorageUnavailable", ErrorKind.Unavailable)]
    [InlineData("SomethingNew", 400, "StorageRefused", ErrorKind.OperationFailed)]
    public async Task Errors_of_the_store_have_names_and_advice(string code, int status, string id, ErrorKind kind)
    {
        using Store store = new();
        store.Emulator.Faults.Add(Fault.StorageError(code, status).Always());

        LiveStationStorageException failure = await Assert.ThrowsAsync<LiveStationStorageException>(() => ListAsync(store, null));

        Assert.Equal((id, kind, code, status), (failure.ErrorId, failure.Kind, failure.Code, failure.HttpStatus));
        Assert.NotEmpty(failure.Recommendation);
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_not_blamed_on_the_key()
    {
        using Store store = new();
        store.Emulator.Faults.Add(Fault.Html(403).Always());

        Assert.Equal("RefusedOnTheWay", (await Assert.ThrowsAsync<LiveStationStorageException>(() => ListAsync(store, null))).ErrorId);
    }

    [Fact]
    public async Task Wrong_keys_regions_and_buckets_are_told_apart()
    {
        using Store wrongSecret = new(secretKey: "another");
        Assert.Equal("StorageSignatureRefused", (await Assert.ThrowsAsync<LiveStationStorageException>(() => ListAsync(wrongSecret, null))).ErrorId);

        using Store wrongRegion = new(region: "mars-1");
        LiveStationStorageException region = await Assert.ThrowsAsync<LiveStationStorageException>(() => ListAsync(wrongRegion, null));
        Assert.Equal("StorageRegionRefused", region.ErrorId);
        Assert.Contains("kr-standard", region.Message, StringComparison.Ordinal);

    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clock_that_is_off_is_mended_once_and_told(bool isHead)
    {
        using Store store = new();
        store.Emulator.Storage.Put(Store.Bucket, "a", [1]);
        store.Emulator.Faults.Add(Fault.SkewedClock(TimeSpan.FromHours(1)));

        if (isHead)
        {
            await store.Storage.GetAsync(Store.Bucket, "a");
        }
        else
        {
            await ListAsync(store, null);
        }

        Assert.Equal(2, store.Emulator.Requests.Count);
        Assert.Contains("clock", Assert.Single(store.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://store.example.com", "plain http")]
    [InlineData("https://user:pw@store.example.com", "user name")]
    [InlineData("https://store.example.com/bucket", "holds a path")]
    [InlineData("ftp://store.example.com", "neither https nor http")]
    public void An_endpoint_that_cannot_serve_is_refused(string endpoint, string said)
    {
        LiveStationArgumentException failure = Assert.Throws<LiveStationArgumentException>(() => new LiveStationClient(new LiveStationClientOptions(Keys.Credential) { StorageEndpoint = new Uri(endpoint) }));

        Assert.Equal("InvalidEndpoint", failure.ErrorId);
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Zone.Public, "https://kr.object.ncloudstorage.com/", "kr-standard")]
    [InlineData(Zone.Financial, "https://kr.object.fin-ncloudstorage.com/", "fin-standard")]
    public void Endpoint_and_region_follow_the_zone(Zone zone, string endpoint, string region)
    {
        LiveStationClient client = new(new LiveStationClientOptions(Keys.Credential) { Zone = zone });

        Assert.Equal((endpoint, region), (client.StorageEndpoint.AbsoluteUri, client.StorageRegion));
    }

    [Fact]
    public async Task Nothing_but_reading_is_sent_and_no_trailer()
    {
        using Store store = new();
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 3 * Store.Mebi);
        await store.SaveAsync();
        await ListAsync(store, null);

        Assert.All(store.Emulator.Requests, request => Assert.Contains(request.Method, new[] { "GET", "HEAD" }));
        Assert.All(store.Emulator.Requests, request => Assert.DoesNotContain(request.HeaderNames, name => name.StartsWith("x-amz-trailer", StringComparison.OrdinalIgnoreCase) || name.StartsWith("x-ncp", StringComparison.OrdinalIgnoreCase) || name == "Accept-Encoding"));
        Assert.All(store.Emulator.Requests.Where(request => request.Method == "GET"), request => Assert.DoesNotContain("x-amz-checksum-mode", request.HeaderNames));
    }

    private static async Task<List<StoredObject>> ListAsync(Store store, string? prefix)
    {
        List<StoredObject> all = [];
        await foreach (StoredObject item in store.Storage.ListAsync(Store.Bucket, prefix))
        {
            all.Add(item);
        }

        return all;
    }

    private sealed class Fixed(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public StorageOperations Storage => Clients.Of(this, maxAttempts: 1).Storage;

        public string Last { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
        {
            Last = request.RequestUri!.Query;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) });
        }
    }
}
