using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Authentication;

public sealed class AccessKeyCredentialTests
{
    [Fact]
    public void Neither_text_nor_json_nor_public_members_give_the_secret_back()
    {
        AccessKeyCredential credential = Keys.Credential;
        string[] values = typeof(AccessKeyCredential).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => Convert.ToString(property.GetValue(credential), System.Globalization.CultureInfo.InvariantCulture)!)
            .ToArray();

        string shown = credential + JsonSerializer.Serialize(credential) + string.Concat(values);

        Assert.Contains(Keys.AccessKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Keys.SecretKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Keys.SecretKey)), shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resolved_credential_does_not_print_the_secret()
    {
        ResolvedCredential resolved = new(Keys.Credential, "somewhere", Zone.Public, []);

        Assert.Contains("somewhere", resolved.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Keys.SecretKey, resolved + JsonSerializer.Serialize(resolved), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "secret-marker", "CredentialIncomplete")]
    [InlineData("  ", "secret-marker", "CredentialIncomplete")]
    [InlineData("key", "", "CredentialIncomplete")]
    [InlineData("ke y", "secret-marker", "CredentialInvalid")]
    [InlineData("key\r\nx-injected: 1", "secret-marker", "CredentialInvalid")]
    [InlineData("열쇠", "secret-marker", "CredentialInvalid")]
    public void A_pair_that_cannot_sign_is_refused_without_showing_it(string accessKey, string secretKey, string errorId)
    {
        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => new AccessKeyCredential(accessKey, secretKey));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(ErrorKind.Credential, error.Kind);
        Assert.DoesNotContain("secret-marker", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("injected", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_the_same_only_when_both_parts_are()
    {
        Assert.True(Keys.Credential.SameAs(Keys.Credential));
        Assert.False(Keys.Credential.SameAs(new AccessKeyCredential(Keys.AccessKey, Keys.SecretKey.Replace('1', '2'))));
        Assert.False(Keys.Credential.SameAs(new AccessKeyCredential(Keys.AccessKey, Keys.SecretKey + "1")));
        Assert.False(Keys.Credential.SameAs(new AccessKeyCredential("ANOTHER", Keys.SecretKey)));
    }
}
