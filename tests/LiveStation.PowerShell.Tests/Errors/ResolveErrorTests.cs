using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Errors;

public class ResolveErrorTests
{
    [Fact]
    public void A_code_is_explained()
    {
        using Shell shell = new();

        ErrorInfo info = Assert.Single(shell.Run("Resolve-LsError 250507").Quiet().Of<ErrorInfo>());

        Assert.Equal(250507, info.Code);
        Assert.Equal(ErrorSource.Service, info.Source);
        Assert.Equal(ErrorCatalog.Find(250507), info);
    }

    [Theory]
    [InlineData("Resolve-LsError 250507, 200")]
    [InlineData("250507, 200 | Resolve-LsError")]
    [InlineData("'250507', '200' | Resolve-LsError")]
    [InlineData("Resolve-LsError -Code 250507, 200")]
    public void Codes_of_service_and_gateway_are_explained_in_their_order(string script)
    {
        using Shell shell = new();

        Assert.Equal([250507, 200], shell.Run(script).Quiet().Of<ErrorInfo>().Select(info => info.Code));
    }

    [Fact]
    public void Every_documented_code_is_explained()
    {
        using Shell shell = new();
        shell.Set("codes", ErrorCatalog.Entries.Select(entry => entry.Code).ToArray());

        Assert.Equal(ErrorCatalog.Entries, shell.Run("Resolve-LsError $codes").Quiet().Of<ErrorInfo>());
    }

    [Fact]
    public void An_unknown_code_is_an_error_and_the_rest_goes_on()
    {
        using Shell shell = new();

        Outcome outcome = shell.Run("Resolve-LsError 123456, 200");

        Assert.Equal(200, Assert.Single(outcome.Of<ErrorInfo>()).Code);
        ErrorRecord error = outcome.OneError();
        Assert.Equal("UnknownErrorCode,LiveStation.PowerShell.ResolveLsErrorCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(123456, error.TargetObject);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Resolve-LsError RateLimited", "420")]
    [InlineData("Resolve-LsError -Code ratelimited, 200", "420 200")]
    [InlineData("'RateLimited' | Resolve-LsError", "420")]
    [InlineData("Resolve-LsError 'RateLimited,LiveStation.PowerShell.GetLsRecordingCommand'", "420")]
    [InlineData("Resolve-LsError ChannelNotFound", "250100 250123")]
    [InlineData("Resolve-LsError RateL*", "420")]
    public void A_name_is_explained_with_every_code_that_has_it(string script, string codes)
    {
        using Shell shell = new();

        Assert.Equal(codes, string.Join(" ", shell.Run(script).Quiet().Of<ErrorInfo>().Select(info => info.Code)));
    }

    [Fact]
    public void A_name_that_no_error_has_is_an_error_with_the_way_to_find_one_and_the_rest_goes_on()
    {
        using Shell shell = new();

        Outcome outcome = shell.Run("Resolve-LsError Nonsense, 200");

        Assert.Equal(200, Assert.Single(outcome.Of<ErrorInfo>()).Code);
        Assert.Contains("No error is named 'Nonsense'", outcome.OneError().ToString(), StringComparison.Ordinal);
        Assert.StartsWith("UnknownErrorName,", outcome.OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resolve-LsError ProxyUnreachable", "ProxyUnreachable")]
    [InlineData("Resolve-LsError 'WaitTimeout,LiveStation.PowerShell.WaitLsChannelCommand'", "WaitTimeout")]
    [InlineData("'NotConnected' | Resolve-LsError", "NotConnected")]
    [InlineData("Resolve-LsError *ChannelNotF*, wait*", "ChannelNotFound ChannelNotFound WaitFailedState WaitTimeout")]
    public void What_the_module_finds_out_by_itself_is_explained_by_its_name(string script, string names)
    {
        using Shell shell = new();

        IReadOnlyList<ErrorInfo> found = shell.Run(script).Quiet().Of<ErrorInfo>();

        Assert.Equal(names, string.Join(" ", found.Select(info => info.Name)));
        Assert.All(found.Where(info => info.Code is null), info => Assert.Equal(ErrorSource.Client, info.Source));
        Assert.All(found, info => Assert.NotEmpty(info.Recommendation));
    }

    [Theory]
    [InlineData("404", "Http404", "Check the id")]
    [InlineData("401", "Http401", "Check both keys")]
    [InlineData("429", "Http429", "Wait a moment")]
    [InlineData("Http503", "Http503", "Try again in a moment")]
    public void A_status_of_HTTP_is_told_from_a_code(string given, string name, string advice)
    {
        using Shell shell = new();

        ErrorInfo info = Assert.Single(shell.Run("Resolve-LsError " + given).Quiet().Of<ErrorInfo>());

        Assert.Equal(name, info.Name);
        Assert.Null(info.Code);
        Assert.StartsWith($"HTTP status {name[4..]}, no code of an error:", info.Meaning, StringComparison.Ordinal);
        Assert.Contains($"stands before it in the message, as in (code 250123, HTTP {name[4..]})", info.Meaning, StringComparison.Ordinal);
        Assert.StartsWith(advice, info.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("204")]
    [InlineData("600")]
    public void Another_number_is_none(string given)
    {
        using Shell shell = new();

        Assert.StartsWith("UnknownErrorCode,", shell.Run("Resolve-LsError " + given).OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Resolve-LsError $Error[0]", "ChannelNotFound")]
    [InlineData("Resolve-LsError $Error[0, 1]", "ChannelNotFound RecordingNotFound")]
    [InlineData("Resolve-LsError $failed", "RecordingNotFound ChannelNotFound")]
    [InlineData("Resolve-LsError $Error[0], 420", "ChannelNotFound RateLimited")]
    [InlineData("Resolve-LsError @()", "")]
    [InlineData("$Error[0], 420 | Resolve-LsError", "ChannelNotFound RateLimited")]
    [InlineData("try { Get-LsRecording nope -ErrorAction Stop } catch { Resolve-LsError $_ }", "ChannelNotFound")]
    [InlineData("Resolve-LsError $Error[0].Exception", "ChannelNotFound")]
    public void Errors_are_explained_by_position_too(string script, string names)
    {
        using Shell shell = Shell.On(new Service());
        shell.Run($"Get-LsRecording {Service.Weekly} -RecordId 1 -ErrorAction SilentlyContinue -ErrorVariable failed; Get-LsRecording nope -ErrorAction SilentlyContinue -ErrorVariable +failed").Quiet();

        Assert.Equal(names, string.Join(" ", shell.Run(script).Quiet().Of<ErrorInfo>().Select(info => info.Name)));
    }

    [Theory]
    [InlineData("channelnotf", "ChannelNotFound")]
    [InlineData("25050", "250500 250501 250502 250504 250505 250506 250507")]
    [InlineData("-Code RateL", "RateLimited")]
    [InlineData("Proxy", "ProxyLoginNeeded ProxyLoginWanted ProxyRefused ProxyUnreachable")]
    public void Codes_and_names_complete_with_their_meaning(string typed, string expected)
    {
        using Shell shell = new();
        shell.Set("line", "Resolve-LsError " + typed);

        IReadOnlyList<CompletionResult> found = shell.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>();

        Assert.Equal(expected, string.Join(" ", found.Select(result => result.CompletionText)));
        Assert.All(found, result => Assert.Contains(KnownErrors.All, entry => entry.Meaning == result.ToolTip));
    }

    [Fact]
    public void An_error_record_is_explained()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run("Get-LsRecording nope -ErrorAction SilentlyContinue -ErrorVariable failed; $failed | Resolve-LsError").Quiet();

        ErrorInfo info = Assert.Single(outcome.Of<ErrorInfo>());
        Assert.Equal("ChannelNotFound", info.Name);
        Assert.Equal(ErrorKind.NotFound, info.Kind);
    }

    [Fact]
    public void Dollar_error_is_explained()
    {
        using Shell shell = Shell.On(new Service());

        shell.Run("Get-LsRecording nope -ErrorAction SilentlyContinue").Quiet();

        Assert.Equal("ChannelNotFound", Assert.Single(shell.Run("Resolve-LsError -ErrorRecord $Error[0]").Quiet().Of<ErrorInfo>()).Name);
        Assert.Equal("ChannelNotFound", Assert.Single(shell.Run("try { Get-LsRecording nope -ErrorAction Stop } catch { $_ | Resolve-LsError }").Quiet().Of<ErrorInfo>()).Name);
    }

    [Fact]
    public void An_error_of_the_service_that_no_page_knows_is_explained_as_far_as_it_goes()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.Error(400, 259999, "brand new"));
        using Shell shell = Shell.On(service);

        ErrorInfo info = Assert.Single(shell.Run($"Get-LsRecording {Service.Weekly} -ErrorAction SilentlyContinue -ErrorVariable failed; $failed | Resolve-LsError").Quiet().Of<ErrorInfo>());

        Assert.Equal(259999, info.Code);
        Assert.Contains("brand new", info.Meaning, StringComparison.Ordinal);
        Assert.NotEmpty(info.Recommendation);
    }

    [Fact]
    public void A_failure_on_this_side_of_the_wire_is_explained()
    {
        Service service = new(maxAttempts: 1);
        service.Emulator.Faults.Add(Fault.Reset());
        using Shell shell = Shell.On(service);

        ErrorInfo info = Assert.Single(shell.Run($"Get-LsRecording {Service.Weekly} -ErrorAction SilentlyContinue -ErrorVariable failed; $failed | Resolve-LsError").Quiet().Of<ErrorInfo>());

        Assert.Null(info.Code);
        Assert.Equal(ErrorSource.Client, info.Source);
        Assert.Equal("ConnectionFailed", info.Name);
        Assert.True(info.Retryable);
    }

    [Fact]
    public void An_error_of_something_else_is_an_error()
    {
        using Shell shell = new();

        Outcome outcome = shell.Run("try { throw 'other' } catch { $_ | Resolve-LsError }");

        Assert.Empty(outcome.Output);
        Assert.Equal("ForeignError,LiveStation.PowerShell.ResolveLsErrorCommand", outcome.OneError().FullyQualifiedErrorId);
    }

    [Fact]
    public void No_account_is_needed()
    {
        using Shell shell = new();

        Assert.Single(shell.Run("Resolve-LsError 200").Quiet().Output);
    }

    public static TheoryData<string, int, string> DocumentedErrors()
    {
        TheoryData<string, int, string> rows = [];
        foreach (string line in File.ReadLines(Path.Combine(Shell.Root, "docs", "api", "errors.csv")).Skip(1))
        {
            List<string> fields = Fields(line);
            rows.Add(fields[6], int.Parse(fields[0], CultureInfo.InvariantCulture), fields[5]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(DocumentedErrors))]
    public void The_category_of_a_code_is_the_documented_one_or_better(string source, int code, string category)
    {
        ErrorInfo info = ErrorCatalog.Find(source == "apigateway" ? ErrorSource.Gateway : ErrorSource.Service, code)!;

        ErrorCategory actual = ErrorRecords.CategoryOf(info.Kind);

        if (code == 250013)
        {
            // Success; never an error record.
            Assert.Equal(ErrorKind.Success, info.Kind);
        }
        else if (code == 250505)
        {
            // Called an authentication error in the table; it is the service that got no access to the bucket, not the key that was refused.
            Assert.Equal(ErrorCategory.PermissionDenied, actual);
        }
        else if (category == nameof(ErrorCategory.NotSpecified))
        {
            Assert.NotEqual(ErrorCategory.NotSpecified, actual);
        }
        else
        {
            Assert.Equal(Enum.Parse<ErrorCategory>(category), actual);
        }
    }

    [Fact]
    public void Every_kind_has_a_category()
    {
        Assert.All(Enum.GetValues<ErrorKind>(), kind => ErrorRecords.CategoryOf(kind));
        Assert.Equal([ErrorKind.Success], Enum.GetValues<ErrorKind>().Where(kind => ErrorRecords.CategoryOf(kind) == ErrorCategory.NotSpecified));
    }

    // One row of the table as the service sends it: id, category, code and advice all reach the shell.
    [Fact]
    public void Every_documented_error_reaches_the_shell_whole()
    {
        Service service = new(maxAttempts: 1);
        using Shell shell = Shell.On(service);
        foreach (ErrorInfo info in ErrorCatalog.Entries.Where(entry => entry.Kind != ErrorKind.Success))
        {
            service.Emulator.Faults.Add(Fault.Error(info.Code == 200 ? 401 : 400, info.Code!.Value));

            ErrorRecord error = shell.Run("Get-LsRecording ls-c").OneError();

            Assert.Equal(info.Name + ",LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorRecords.CategoryOf(info.Kind), error.CategoryInfo.Category);
            Assert.Equal(info.Recommendation, error.ErrorDetails.RecommendedAction);
            Assert.Contains(info.Code.Value.ToString(CultureInfo.InvariantCulture), error.ToString(), StringComparison.Ordinal);
            Assert.Equal("ls-c", error.TargetObject);
        }
    }

    private static List<string> Fields(string line)
    {
        List<string> fields = [];
        bool quoted = false;
        string field = "";
        foreach (char c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field);
                field = "";
            }
            else
            {
                field += c;
            }
        }

        fields.Add(field);
        return fields;
    }
}
