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

    [Theory]
    [InlineData("", "s", "A credential needs an access key id and a secret key; one of them is empty.")]
    [InlineData("KEY\x7f", "s", "The access key id holds a space, a control character or a character outside ASCII. Paste it again from the console.")]
    [InlineData("KEY", " s", "The secret key begins or ends with a blank or a line break. Paste it again from the console, without what stands around it.")]
    [InlineData("KEY", "s\n", "The secret key begins or ends with a blank or a line break. Paste it again from the console, without what stands around it.")]
    public void A_refusal_says_what_is_wrong(string accessKey, string secretKey, string message)
    {
        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => new AccessKeyCredential(accessKey, secretKey));

        Assert.Equal(message, error.Message);
        Assert.Equal(accessKey.Length == 0 ? "CredentialIncomplete" : "CredentialInvalid", error.ErrorId);
    }

    [Fact]
    public void As_a_text_it_is_its_id()
    {
        Assert.Equal("KEY~!2 (secret key hidden)", new AccessKeyCredential("KEY~!2", "marker").ToString());
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
