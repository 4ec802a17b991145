using System;
using Xunit;

namespace LiveStation.Core.Tests.Authentication;

public sealed class StoredKeyPairTests
{
    [Theory]
    [InlineData("accessKeyId", "secretKey")]
    [InlineData("access_key", "secret_key")]
    [InlineData("ncloud_access_key_id", "ncloud_secret_access_key")]
    [InlineData("NCLOUD-ACCESS-KEY", "NCLOUD-SECRET-KEY")]
    [InlineData("ncpAccessKey", "ncpSecretKey")]
    [InlineData("AccessKey", "AccessKeySecret")]
    public void A_pair_is_known_in_every_usual_spelling(string accessKeyName, string secretKeyName)
    {
        AccessKeyCredential pair = StoredKeyPair.Parse($$"""{"note":7,"{{accessKeyName}}":"KEY","{{secretKeyName}}":"secret-marker"}""", "prod");

        Assert.True(new AccessKeyCredential("KEY", "secret-marker").SameAs(pair));
    }

    [Theory]
    [InlineData("""["KEY","secret-marker"]""", "a text that is no JSON object")]
    [InlineData("secret-marker", "a text that is no JSON object")]
    [InlineData("""{"accessKey":"\ud800","secretKey":"secret-marker"}""", "a text that is no JSON object")]
    [InlineData("""{"user":"KEY","secretKey":"secret-marker"}""", "a set of fields without an access key id (it has: user, secretKey)")]
    [InlineData("""{"accessKey":"KEY","password":"secret-marker"}""", "a set of fields without a secret key (it has: accessKey, password)")]
    [InlineData("""{"accessKey":7,"secretKey":"secret-marker"}""", "a set of fields whose accessKey is no text")]
    [InlineData("""{"accessKey":"KEY","secretKey":["secret-marker"]}""", "a set of fields whose secretKey is no text")]
    [InlineData("""{"accessKey":"KEY","secretKey":"secret-marker","ncp_secret_key":"other-marker"}""", "a set of fields with two values for one secret key (secretKey, ncp_secret_key)")]
    public void Another_shape_is_told_by_its_names_and_not_by_its_values(string text, string what)
    {
        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => StoredKeyPair.Parse(text, "prod"));

        Assert.Equal("SecretShapeUnknown", error.ErrorId);
        Assert.Equal($"The secret 'prod' is {what}, which holds no key pair that is known here.", error.Message);
        Assert.Equal(StoredKeyPair.Shapes, error.Recommendation);
        Assert.DoesNotContain("marker", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_value_under_two_names_is_one_value()
    {
        AccessKeyCredential pair = StoredKeyPair.Parse("""{"accessKey":"KEY","access_key_id":"KEY","secretKey":"s"}""", "prod");

        Assert.Equal("KEY", pair.AccessKeyId);
    }
}
