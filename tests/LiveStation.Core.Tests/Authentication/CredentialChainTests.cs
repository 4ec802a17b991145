using System;
using System.Collections.Generic;
using System.IO;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Authentication;

public sealed class CredentialChainTests
{
    private const string WholeFile = "[DEFAULT]\nncloud_access_key_id = FILEKEY\nncloud_secret_access_key = file-secret\n\n[work]\nncloud_access_key_id = WORKKEY\nncloud_secret_access_key = work-secret\n";
    private const string NoFile = "/nowhere/configure";

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY")]
    public void Both_spellings_of_the_variables_are_taken(string accessKeyName, string secretKeyName)
    {
        ResolvedCredential? found = Chain(NoFile, (accessKeyName, "ENVKEY"), (secretKeyName, "env-secret")).Resolve();

        AssertIs("ENVKEY", "env-secret", found);
        Assert.Contains(accessKeyName, found!.Source, StringComparison.Ordinal);
        Assert.Contains(secretKeyName, found.Source, StringComparison.Ordinal);
        Assert.Empty(found.Warnings);
        Assert.Null(found.Zone);
    }

    [Fact]
    public void The_current_spelling_comes_first_and_a_difference_is_told_without_values()
    {
        ResolvedCredential found = Chain(
            NoFile,
            ("NCLOUD_ACCESS_KEY_ID", "NEWKEY"),
            ("NCLOUD_ACCESS_KEY", "OLDKEY"),
            ("NCLOUD_SECRET_ACCESS_KEY", "new-secret"),
            ("NCLOUD_SECRET_KEY", "old-secret")).Resolve()!;

        AssertIs("NEWKEY", "new-secret", found);
        Assert.Equal(2, found.Warnings.Count);
        string warnings = string.Join("\n", found.Warnings);
        Assert.Contains("NCLOUD_ACCESS_KEY_ID and NCLOUD_ACCESS_KEY", warnings, StringComparison.Ordinal);
        Assert.Contains("NCLOUD_SECRET_ACCESS_KEY and NCLOUD_SECRET_KEY", warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("new-secret", warnings, StringComparison.Ordinal);
        Assert.DoesNotContain("old-secret", warnings, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_spellings_with_one_value_are_no_reason_to_warn()
    {
        ResolvedCredential found = Chain(
            NoFile,
            ("NCLOUD_ACCESS_KEY_ID", "KEY"),
            ("NCLOUD_ACCESS_KEY", "KEY"),
            ("NCLOUD_SECRET_ACCESS_KEY", "secret"),
            ("NCLOUD_SECRET_KEY", "secret")).Resolve()!;

        Assert.Empty(found.Warnings);
    }

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_ACCESS_KEY_ID")]
    [InlineData("NCLOUD_SECRET_KEY", "NCLOUD_ACCESS_KEY_ID")]
    public void Half_a_pair_in_the_environment_is_an_error_even_where_the_file_is_whole(string set, string missing)
    {
        using TemporaryFile file = new(WholeFile);

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => Chain(file.Path, (set, "value-marker")).Resolve());

        Assert.Equal("CredentialIncomplete", error.ErrorId);
        Assert.Contains(set + " is set", error.Message, StringComparison.Ordinal);
        Assert.Contains(missing + " is not", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("value-marker", error.ToString(), StringComparison.Ordinal);
    }

    // An id of one spelling, both secrets, and they differ: one of them belongs to another id.
    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY", "NCLOUD_ACCESS_KEY is set without NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_SECRET_KEY", "NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY", "NCLOUD_ACCESS_KEY_ID is set without NCLOUD_SECRET_ACCESS_KEY")]
    public void Halves_of_two_pairs_in_the_environment_are_an_error(string single, string one, string other, string told)
    {
        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => Chain(NoFile, (single, "value-marker"), (one, "first-marker"), (other, "second-marker")).Resolve());

        Assert.Equal("CredentialIncomplete", error.ErrorId);
        Assert.Equal($"The environment holds halves of two key pairs: {told}, and the other spelling has a different value. Set both variables of one spelling, and remove the other's.", error.Message);
        Assert.DoesNotContain("marker", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_pair_in_the_environment_comes_before_the_file()
    {
        using TemporaryFile file = new(WholeFile);

        AssertIs("ENVKEY", "env-secret", Chain(file.Path, ("NCLOUD_ACCESS_KEY", "ENVKEY"), ("NCLOUD_SECRET_KEY", "env-secret")).Resolve());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Blank_variables_count_as_not_set(string blank)
    {
        using TemporaryFile file = new(WholeFile);

        AssertIs("FILEKEY", "file-secret", Chain(file.Path, ("NCLOUD_ACCESS_KEY_ID", blank), ("NCLOUD_SECRET_ACCESS_KEY", blank), ("NCLOUD_PROFILE", blank)).Resolve());
    }

    [Fact]
    public void Without_variables_the_default_profile_serves()
    {
        using TemporaryFile file = new(WholeFile);

        ResolvedCredential found = Chain(file.Path).Resolve()!;

        AssertIs("FILEKEY", "file-secret", found);
        Assert.Contains(file.Path, found.Source, StringComparison.Ordinal);
        Assert.Contains("DEFAULT", found.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void NCLOUD_PROFILE_names_another_profile()
    {
        using TemporaryFile file = new(WholeFile);

        AssertIs("WORKKEY", "work-secret", Chain(file.Path, ("NCLOUD_PROFILE", "work")).Resolve());
    }

    [Fact]
    public void A_profile_named_by_the_environment_must_exist()
    {
        using TemporaryFile file = new(WholeFile);

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => Chain(file.Path, ("NCLOUD_PROFILE", "home")).Resolve());

        Assert.Equal("ProfileNotFound", error.ErrorId);
        Assert.Contains("'home'", error.Message, StringComparison.Ordinal);
        Assert.Contains(file.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_named_by_the_environment_needs_a_file()
    {
        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => Chain(NoFile, ("NCLOUD_PROFILE", "work")).Resolve());

        Assert.Equal("ProfileNotFound", error.ErrorId);
        Assert.Contains(NoFile, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_found_where_there_is_neither_variable_nor_file()
    {
        Assert.Null(Chain(NoFile).Resolve());
    }

    [Fact]
    public void A_file_without_the_default_profile_holds_nothing_for_who_names_none()
    {
        using TemporaryFile file = new("[work]\nncloud_access_key_id = A\nncloud_secret_access_key = B\n");

        Assert.Null(Chain(file.Path).Resolve());
    }

    [Fact]
    public void A_broken_file_is_an_error_and_not_the_same_as_none()
    {
        using TemporaryFile file = new("[DEFAULT]\nncloud_access_key_id = A\n");

        LiveStationCredentialException error = Assert.Throws<LiveStationCredentialException>(() => Chain(file.Path).Resolve());

        Assert.Equal("CredentialIncomplete", error.ErrorId);
    }

    [Fact]
    public void The_region_of_the_environment_is_told()
    {
        Assert.Equal("JPN", Chain(NoFile, ("NCLOUD_REGION", " JPN ")).RegionCode);
        Assert.Null(Chain(NoFile).RegionCode);
    }

    private static CredentialChain Chain(string path, params (string Name, string Value)[] variables)
    {
        Dictionary<string, string> environment = [];
        foreach ((string name, string value) in variables)
        {
            environment.Add(name, value);
        }

        return new CredentialChain(name => environment.TryGetValue(name, out string? value) ? value : null, path.Replace('/', Path.DirectorySeparatorChar));
    }

    private static void AssertIs(string accessKey, string secretKey, ResolvedCredential? found)
    {
        Assert.NotNull(found);
        Assert.True(new AccessKeyCredential(accessKey, secretKey).SameAs(found.Credential), "Another pair was found: " + found.Source);
    }
}
