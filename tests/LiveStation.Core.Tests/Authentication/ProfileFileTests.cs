using System;
using System.IO;
using System.Text;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Authentication;

public sealed class ProfileFileTests
{
    private const string Marker = "value-marker";

    [Fact]
    public void Values_may_hold_equals_signs()
    {
        AssertIs("KEY", "a=b==", "[DEFAULT]\nncloud_access_key_id=KEY\nncloud_secret_access_key=a=b==\n");
    }

    [Fact]
    public void Comments_empty_lines_spaces_and_case_of_keys_do_not_matter()
    {
        AssertIs("KEY", "secret", "# a comment = with equals\n\n  [ DEFAULT ]  \r\n; another\n  NCLOUD_ACCESS_KEY_ID =  KEY  \r\n\tncloud_secret_access_key\t=\tsecret\r\n");
    }

    [Fact]
    public void A_hash_inside_a_value_belongs_to_it()
    {
        AssertIs("KEY", "a#b;c", "[DEFAULT]\nncloud_access_key_id = KEY\nncloud_secret_access_key = a#b;c\n");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line()
    {
        using TemporaryFile file = new("[DEFAULT]\nncloud_access_key_id = KEY\nncloud_secret_access_key = secret\n", new UTF8Encoding(true));

        Assert.Equal(0xEF, File.ReadAllBytes(file.Path)[0]);
        Assert.True(new AccessKeyCredential("KEY", "secret").SameAs(ProfileFile.Read(file.Path).Resolve("DEFAULT").Credential));
    }

    [Fact]
    public void A_profile_that_stands_twice_is_one()
    {
        AssertIs("KEY", "secret", "[DEFAULT]\nncloud_access_key_id = KEY\n[other]\n[DEFAULT]\nncloud_secret_access_key = secret\n");
    }

    [Fact]
    public void An_unknown_profile_is_named_with_those_that_exist()
    {
        using TemporaryFile file = new($"[DEFAULT]\nncloud_secret_access_key = {Marker}\n[work]\n");

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(file.Path).Resolve("wrok"));

        AssertSays(error, "ProfileNotFound", file.Path, "'wrok'", "DEFAULT, work");
    }

    [Fact]
    public void A_profile_name_is_case_sensitive_as_in_the_vendors_cli()
    {
        using TemporaryFile file = new("[DEFAULT]\n");

        Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(file.Path).Resolve("default"));
    }

    [Theory]
    [InlineData("[DEFAULT]\nncloud_access_key_id = KEY\n[work]\nncloud_access_key_id = value-marker\n", 3, "ncloud_secret_access_key")]
    [InlineData("\n\n\n[work]\nncloud_secret_access_key = value-marker\n", 4, "ncloud_access_key_id")]
    [InlineData("[work]\nncloud_access_key_id = value-marker\nncloud_secret_access_key =\n", 1, "ncloud_secret_access_key")]
    public void Half_a_pair_names_file_line_and_key_but_no_value(string text, int line, string key)
    {
        using TemporaryFile file = new(text);

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(file.Path).Resolve("work"));

        AssertSays(error, "CredentialIncomplete", file.Path, $"line {line}", "[work]", key);
    }

    [Theory]
    [InlineData("[DEFAULT]\nncloud_access_key_id = KEY\nvalue-marker\n", 3, "is neither '[section]' nor 'key = value'")]
    [InlineData("[DEFAULT]\n= value-marker\n", 2, "is neither '[section]' nor 'key = value'")]
    [InlineData("[DEFAULT value-marker\n", 1, "stands before the first [section]")]
    [InlineData("# first\nncloud_secret_access_key = value-marker\n[DEFAULT]\n", 2, "stands before the first [section]")]
    public void A_line_that_fits_no_rule_is_named_by_its_number_only(string text, int line, string rule)
    {
        using TemporaryFile file = new(text);

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(file.Path));

        AssertSays(error, "ProfileFileInvalid", file.Path, $"line {line}: this line {rule}.");
    }

    [Fact]
    public void It_lies_where_the_vendors_cli_keeps_it()
    {
        Assert.Equal(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure"), ProfileFile.DefaultPath);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), "ls-none-" + Guid.NewGuid().ToString("N"));

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(path));

        AssertSays(error, "ProfileFileUnreadable", path, "does not exist");
    }

    // A folder cannot be read by anybody, root included.
    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        string path = Path.GetTempPath();

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => ProfileFile.Read(path));

        AssertSays(error, "ProfileFileUnreadable", path, "cannot be read");
    }

    [Theory]
    [InlineData("https://ncloud.apigw.ntruss.com", Zone.Public)]
    [InlineData("https://fin-ncloud.apigw.fin-ntruss.com", Zone.Financial)]
    [InlineData("https://NCLOUD.APIGW.FIN-NTRUSS.COM/", Zone.Financial)]
    [InlineData("https://ncloud.apigw.gov-ntruss.com", null)]
    [InlineData("https://apigw.ntruss.com.evil.example", null)]
    [InlineData("nonsense", null)]
    [InlineData("", null)]
    public void The_api_address_names_the_zone(string url, Zone? zone)
    {
        using TemporaryFile file = new($"[DEFAULT]\nncloud_access_key_id = KEY\nncloud_secret_access_key = secret\nncloud_api_url = {url}\n");

        Assert.Equal(zone, ProfileFile.Read(file.Path).Resolve("DEFAULT").Zone);
    }

    private static void AssertIs(string accessKey, string secretKey, string text)
    {
        using TemporaryFile file = new(text);

        Assert.True(new AccessKeyCredential(accessKey, secretKey).SameAs(ProfileFile.Read(file.Path).Resolve("DEFAULT").Credential));
    }

    private static void AssertSays(LiveStationCredentialException error, string errorId, params string[] parts)
    {
        Assert.Equal(errorId, error.ErrorId);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.DoesNotContain(Marker, error.ToString(), StringComparison.Ordinal);
    }
}
