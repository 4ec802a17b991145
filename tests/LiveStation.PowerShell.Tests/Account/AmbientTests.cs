using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Account;

/// <summary>Tests that change variables of the process: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentGroup
{
    public const string Name = "Environment";
}

[Collection(EnvironmentGroup.Name)]
public sealed class AmbientTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose()
    {
        foreach (string name in Isolation.Variables)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Directory.Delete(ConfigureFolder, recursive: true);
        _shell.Dispose();
    }

    public AmbientTests() => Directory.CreateDirectory(ConfigureFolder);

    private static string ConfigureFolder => Path.Combine(Isolation.Home, ".ncloud");

    private static string ConfigurePath => Path.Combine(ConfigureFolder, "configure");

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY", "NCLOUD_SECRET_KEY")]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_KEY")]
    public void A_pair_in_the_environment_serves(string keyName, string secretName)
    {
        Environment.SetEnvironmentVariable(keyName, "FROM-ENVIRONMENT");
        Environment.SetEnvironmentVariable(secretName, "s");

        LsContext context = Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>());

        Assert.Equal("FROM-ENVIRONMENT", context.AccessKeyId);
        Assert.Equal($"environment ({keyName}, {secretName})", context.CredentialSource);
        Assert.Same(context, Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>()));
    }

    [Fact]
    public void Names_that_differ_are_warned_about_once()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "FIRST");
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY", "SECOND");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "MARKER-FIRST");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_KEY", "MARKER-FIRST");

        Outcome outcome = _shell.Run("Get-LsContext; Get-LsContext; Get-LsContext");

        Assert.All(outcome.Of<LsContext>(), context => Assert.Equal("FIRST", context.AccessKeyId));
        string warning = Assert.Single(outcome.Warnings);
        Assert.Contains("NCLOUD_ACCESS_KEY_ID", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("SECOND", warning, StringComparison.Ordinal);
        Assert.Single(_shell.Run("Connect-LsAccount").Warnings);
    }

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID=FIRST", "NCLOUD_ACCESS_KEY=SECOND", "NCLOUD_SECRET_KEY=MARKER-SECOND")]
    [InlineData("NCLOUD_ACCESS_KEY=SECOND", "NCLOUD_SECRET_ACCESS_KEY=MARKER-FIRST", "NCLOUD_SECRET_KEY=MARKER-SECOND")]
    public void Halves_of_two_pairs_are_an_error(params string[] variables)
    {
        foreach (string variable in variables)
        {
            Environment.SetEnvironmentVariable(variable[..variable.IndexOf('=', StringComparison.Ordinal)], variable[(variable.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        ErrorRecord error = _shell.Terminating("Get-LsContext");

        Assert.StartsWith("CredentialIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("halves of two", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_region_of_the_environment_is_not_meant_for_the_offline_service()
    {
        Environment.SetEnvironmentVariable("NCLOUD_REGION", "JP");

        Assert.Equal("KR", Assert.Single(_shell.Run("Connect-LsAccount -Emulator").Quiet().Of<LsContext>()).RegionCode);
        Assert.Equal(4, _shell.Run("Get-LsChannel").Quiet().Output.Count);
    }

    [Theory]
    [InlineData("NCLOUD_ACCESS_KEY_ID", "NCLOUD_SECRET_ACCESS_KEY")]
    [InlineData("NCLOUD_SECRET_KEY", "NCLOUD_ACCESS_KEY_ID")]
    public void Half_a_pair_is_an_error_even_where_the_file_is_whole(string set, string missing)
    {
        File.WriteAllText(ConfigurePath, "[DEFAULT]\nncloud_access_key_id = a\nncloud_secret_access_key = b\n");
        Environment.SetEnvironmentVariable(set, "MARKER-VALUE");

        foreach (string script in new[] { "Get-LsContext", "Get-LsChannel", "Get-LsRecording", "Connect-LsAccount", "Test-LsConnection" })
        {
            ErrorRecord error = _shell.Terminating(script);

            Assert.StartsWith("CredentialIncomplete,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.IsType<LiveStationCredentialException>(error.Exception);
            Assert.Contains(set, error.ToString(), StringComparison.Ordinal);
            Assert.Contains(missing, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("MARKER-VALUE", error.Exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_variable_is_none()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "  ");

        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
    }

    [Fact]
    public void The_vendors_file_serves_after_the_environment()
    {
        File.WriteAllText(ConfigurePath, "[DEFAULT]\nncloud_access_key_id = FROM-FILE\nncloud_secret_access_key = b\n\n[fin]\nncloud_access_key_id = FROM-FIN\nncloud_secret_access_key = c\nncloud_api_url = https://ncloud.apigw.fin-ntruss.com\n");

        Assert.Equal("FROM-FILE", Context().AccessKeyId);
        Assert.Equal($"profile 'DEFAULT' of {ConfigurePath}", Context().CredentialSource);

        Environment.SetEnvironmentVariable("NCLOUD_PROFILE", "fin");
        Assert.Equal("FROM-FIN", Context().AccessKeyId);
        Assert.Equal(Zone.Financial, Context().Zone);
        Assert.Equal("FKR", Context().RegionCode);
        Assert.Equal("FROM-FIN", Assert.Single(_shell.Run("Connect-LsAccount -ProfileName fin; Disconnect-LsAccount").Quiet().Of<LsContext>()).AccessKeyId);

        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "FROM-ENVIRONMENT");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "s");
        Assert.Equal("FROM-ENVIRONMENT", Context().AccessKeyId);
    }

    [Fact]
    public void A_profile_that_is_named_and_not_there_is_an_error()
    {
        Environment.SetEnvironmentVariable("NCLOUD_PROFILE", "nobody");
        ErrorRecord noFile = _shell.Terminating("Get-LsChannel");
        File.WriteAllText(ConfigurePath, "[DEFAULT]\nncloud_access_key_id = a\nncloud_secret_access_key = b\n");
        ErrorRecord noSection = _shell.Terminating("Get-LsChannel");

        Assert.Equal("ProfileNotFound,LiveStation.PowerShell.GetLsChannelCommand", noFile.FullyQualifiedErrorId);
        Assert.Equal("ProfileNotFound,LiveStation.PowerShell.GetLsChannelCommand", noSection.FullyQualifiedErrorId);
        Assert.All([noFile, noSection], error => Assert.Contains(ConfigurePath, error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_file_is_an_error_of_every_command_with_file_and_line()
    {
        File.WriteAllText(ConfigurePath, "[DEFAULT]\nMARKER-VALUE\n");

        ErrorRecord error = _shell.Terminating("Get-LsRecording");

        Assert.Equal("ProfileFileInvalid,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Contains($"{ConfigurePath}, line 2", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("MARKER-VALUE", error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_region_comes_from_the_parameter_then_the_environment_then_the_zone()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "k");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "s");
        Assert.Equal("KR", Context().RegionCode);

        Environment.SetEnvironmentVariable("NCLOUD_REGION", "SGN");
        Assert.Equal("SGN", Context().RegionCode);

        IReadOnlyList<LsContext> contexts = _shell.Run("Connect-LsAccount -Zone Financial; Connect-LsAccount -Zone Financial -RegionCode JPN").Quiet().Of<LsContext>();
        Assert.Equal(["SGN", "JPN"], contexts.Select(context => context.RegionCode));
        Assert.All(contexts, context => Assert.Equal(Zone.Financial, context.Zone));
    }

    [Fact]
    public void A_connected_account_comes_first_and_after_disconnecting_the_ambient_one_serves_again()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "AMBIENT");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "s");

        Outcome outcome = _shell.Run("(Get-LsContext).AccessKeyId; (Connect-LsAccount -Emulator).CredentialSource; (Get-LsContext).CredentialSource; Disconnect-LsAccount; (Get-LsContext).AccessKeyId").Quiet();

        Assert.Equal(["AMBIENT", "offline service", "offline service", "AMBIENT"], outcome.Texts());
    }

    [Fact]
    public void A_variable_that_changes_counts_at_once()
    {
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", "k");
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "one");
        LsContext first = Context();
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", "two");

        Assert.NotSame(first, Context());
        Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", null);
        Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", null);
        Assert.Empty(_shell.Run("Get-LsContext").Quiet().Output);
    }

    private LsContext Context() => Assert.Single(_shell.Run("Get-LsContext").Quiet().Of<LsContext>());
}
