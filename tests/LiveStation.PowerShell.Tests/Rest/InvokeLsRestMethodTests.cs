using System;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Rest;

public class InvokeLsRestMethodTests
{
    [Fact]
    public void An_answer_comes_as_objects()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("$all = Invoke-LsRestMethod /channels -Query @{ channelStatus = 'READY'; pageSizeNo = 5 }; $all.total; $all.content[1].channelName; $all.content[1].cdn.profileId.GetType().Name; $all.content[1].isRecording").Quiet();

        Assert.Equal(["2", "weekly_show", "Int64", "False"], outcome.Texts());
        Assert.StartsWith("GET /channels?", Assert.Single(studio.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public void Raw_gives_the_text_that_came()
    {
        using Studio studio = new(seed: true);

        string text = Assert.Single(studio.Run($"Invoke-LsRestMethod -Path channels/{Service.PageExample}/records -Raw").Quiet().Of<string>());

        Assert.StartsWith("{", text, StringComparison.Ordinal);
        Assert.Contains("\"duration\":2996437", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"total\":6", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ recordIds = @(298, 299) }", """{"recordIds":[298,299]}""")]
    [InlineData("""'{ "recordIds": [ 298 ] }'""", """{ "recordIds": [ 298 ] }""")]
    [InlineData("([pscustomobject]@{ recordIds = [long[]]298 })", """{"recordIds":[298]}""")]
    [InlineData("([ordered]@{ recordIds = , 298 })", """{"recordIds":[298]}""")]
    public void A_body_may_be_a_hashtable_an_object_or_text(string body, string sent)
    {
        using Studio studio = new(seed: true);

        studio.Run($"Invoke-LsRestMethod -Method Delete -Path /channels/{Service.PageExample}/records -Body {body}").Quiet();

        Assert.Equal(sent, Assert.Single(studio.Writes).Body);
        Assert.Equal(200, studio.Writes[0].StatusCode);
    }

    [Fact]
    public void Every_kind_of_value_becomes_the_JSON_that_it_means()
    {
        using Studio studio = new();

        studio.Run("Invoke-LsRestMethod /x -Method Post -Body ([ordered]@{ a = 1; b = 1.5; c = $true; d = $null; e = '뉴스'; f = @{ g = @() }; h = [switch]$true; i = [ConsoleColor]::Red; j = [long]::MaxValue })");

        Assert.Equal("""{"a":1,"b":1.5,"c":true,"d":null,"e":"뉴스","f":{"g":[]},"h":true,"i":"Red","j":9223372036854775807}""", System.Text.RegularExpressions.Regex.Unescape(Assert.Single(studio.Writes).Body));
    }

    [Theory]
    [InlineData("/channels?pageNo=1", "InvalidPath")]
    [InlineData("https://example.com/channels", "InvalidPath")]
    [InlineData("/channels#x", "InvalidPath")]
    [InlineData("/channels\\x", "InvalidPath")]
    public void A_path_that_is_more_than_a_path_is_refused(string path, string errorId)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Shell.Terminating($"Invoke-LsRestMethod '{path}'");

        Assert.Equal(errorId + ",LiveStation.PowerShell.InvokeLsRestMethodCommand", error.FullyQualifiedErrorId);
        Assert.Contains("-Query", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("/channels/../x")]
    [InlineData("/channels//x")]
    public void A_path_that_addresses_fold_is_an_error_about_it(string path)
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run($"Invoke-LsRestMethod '{path}'").OneError();

        Assert.Equal("InvalidIdentifier,LiveStation.PowerShell.InvokeLsRestMethodCommand", error.FullyQualifiedErrorId);
        Assert.Equal(path, error.TargetObject);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("-Body @{ a = 1 }", "BodyWithGet")]
    [InlineData("-Method Post -Body '{'", "InvalidBody")]
    public void A_body_that_cannot_go_is_refused(string arguments, string errorId)
    {
        using Studio studio = new();

        Assert.StartsWith(errorId + ",", studio.Shell.Terminating("Invoke-LsRestMethod /channels " + arguments).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Fact]
    public void A_body_that_holds_itself_is_refused()
    {
        using Studio studio = new();

        Assert.StartsWith("InvalidBody,", studio.Shell.Terminating("$body = @{}; $body.self = $body; Invoke-LsRestMethod /channels -Method Post -Body $body").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("@{ a = $true }", "a=true")]
    [InlineData("@{ a = [switch] $false }", "a=false")]
    [InlineData("@{ a = [LiveStation.RecordStatus]::TransferReady }", "a=TRANSFER_READY")]
    [InlineData("@{ a = [LiveStation.OutputProtocol]::HlsDash }", "a=HLS%2CDASH")]
    [InlineData("@{ a = 1, 'b', $null }", "a=1&a=b")]
    [InlineData("[ordered] @{ a = $null; b = 2 }", "b=2")]
    [InlineData("@{ a = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc) }", "a=1767323045000")]
    [InlineData("@{ a = [datetimeoffset]::new(2026, 1, 2, 12, 4, 5, [timespan] '9:00') }", "a=1767323045000")]
    [InlineData("@{ a = 1.5 }", "a=1.5")]
    public void A_query_is_written_as_the_API_writes(string query, string sent)
    {
        using Studio studio = new();

        studio.Run($"Invoke-LsRestMethod /channels -Query ({query}) > $null");

        Assert.Equal("GET /channels?" + sent, Assert.Single(studio.Calls));
    }

    [Theory]
    [InlineData("/api/v2/channels")]
    [InlineData("api/v2/channels")]
    [InlineData("channels")]
    public void A_path_may_be_pasted_with_the_prefix_of_the_vendors_pages(string path)
    {
        using Studio studio = new();

        studio.Run($"Invoke-LsRestMethod {path} > $null").Quiet();

        Assert.Equal("GET /channels", Assert.Single(studio.Calls));
    }

    [Fact]
    public void WhatIf_holds_writes_back_and_lets_reads_go()
    {
        using Studio studio = new(seed: true);

        studio.Run($"Invoke-LsRestMethod /channels/{Service.Event}/on -Method Put -WhatIf").Quiet();
        Assert.Single(studio.Run($"Invoke-LsRestMethod /channels/{Service.Event} -WhatIf").Quiet().Output);

        Assert.Empty(studio.Writes);
        Assert.Contains($"/channels/{Service.Event}/on", studio.Shell.Host.Text, StringComparison.Ordinal);
        Assert.Contains("Send PUT", studio.Shell.Host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_an_error_about_the_path()
    {
        using Studio studio = new();

        ErrorRecord error = studio.Run("Invoke-LsRestMethod /channels/nope").OneError();

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.InvokeLsRestMethodCommand", error.FullyQualifiedErrorId);
        Assert.Equal("/channels/nope", error.TargetObject);
    }

    [Fact]
    public void An_answer_without_a_body_is_no_object_and_no_error()
    {
        using Studio studio = new();
        studio.Emulator.Faults.Add(Fault.EmptyError(200));

        Assert.Empty(studio.Run("Invoke-LsRestMethod /channels").Quiet().Output);
    }
}
