using System;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class IdentifierTests
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a/../b")]
    [InlineData("../channels")]
    [InlineData("..%2F..")]
    [InlineData("a?b=c")]
    [InlineData("a#b")]
    [InlineData("a%2Fb")]
    [InlineData("a%")]
    [InlineData("a b")]
    [InlineData("...")]
    [InlineData("아침 뉴스")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\\b")]
    [InlineData("*")]
    public void An_odd_id_is_one_escaped_segment_and_nothing_else_is_reached(string id)
    {
        Service service = new();
        using Shell shell = Shell.On(service);
        shell.Set("id", id);

        ErrorRecord error = shell.Run("Get-LsRecording -ChannelId $id").OneError();

        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(id, error.TargetObject);
        Assert.Equal($"GET /api/v2/channels/{Uri.EscapeDataString(id)}/records", Assert.Single(service.Requests));
        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsChannelCommand", shell.Run("Get-LsChannel -ChannelId $id").OneError().FullyQualifiedErrorId);
        Assert.Equal($"GET /api/v2/channels/{Uri.EscapeDataString(id)}", service.Requests[1]);
    }

    [Theory]
    [InlineData("Get-LsRecording -ChannelId $id")]
    [InlineData("Get-LsRecording -ChannelId $id -RecordId 298")]
    [InlineData("Get-LsChannel -ChannelId $id")]
    public void What_cannot_be_a_segment_is_refused_unsent_and_the_rest_goes_on(string script)
    {
        foreach (string id in new[] { ".", "..", "", " ", "\t", new('x', 5000) })
        {
            Service service = new();
            using Shell shell = Shell.On(service);
            shell.Set("id", new[] { id, Service.PageExample });

            Outcome outcome = shell.Run(script);

            ErrorRecord error = outcome.OneError();
            Assert.StartsWith("InvalidIdentifier,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
            Assert.StartsWith(id, Assert.IsType<string>(error.TargetObject), StringComparison.Ordinal);
            Assert.NotEmpty(outcome.Output);
            Assert.Contains(Service.PageExample, Assert.Single(service.Requests), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Half_a_character_is_refused_unsent()
    {
        Service service = new();
        using Shell shell = Shell.On(service);
        shell.Set("id", "a\ud800b");

        ErrorRecord error = shell.Run("Get-LsRecording -ChannelId $id").OneError();

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_record_id_that_no_recording_has_is_a_plain_error(long recordId)
    {
        Service service = new();
        using Shell shell = Shell.On(service);
        shell.Set("id", recordId);

        ErrorRecord error = shell.Run($"Get-LsRecording {Service.PageExample} -RecordId $id").OneError();

        Assert.Equal($"{Service.PageExample}/{recordId}", error.TargetObject);
        Assert.Equal($"/channels/{Service.PageExample}/records/{recordId}", Assert.Single(service.Paths));
    }
}
