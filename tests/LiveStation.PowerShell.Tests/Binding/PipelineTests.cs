using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Binding;

/// <summary>What binds from the objects that the module writes, and from copies of them.</summary>
public class PipelineTests
{
    private const string Again = "function Again($it, $depth = 2) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, $depth)) }; ";

    public static TheoryData<string, string> OfChannels => new()
    {
        { "| Get-LsServiceUrl", "GET /channels/{id}/serviceUrls?serviceUrlType=GENERAL" },
        { "| Get-LsStreamMetadata", "GET /channels/{id}/streamMetadata" },
        { "| Switch-LsStream", "PUT /channels/{id}/switch-stream" },
        { "| Enable-LsChannel", "PUT /channels/{id}/on" },
        { "| Disable-LsChannel -Force", "PUT /channels/{id}/off" },
        { "| Remove-LsChannel -Force", "DELETE /channels/{id}" },
        { "| Set-LsChannel -EnvType Dev", "PUT /channels/{id}" },
        { "| Set-LsChannelCdn -CdnInstanceNo 1 -ProfileId 1 -Force", "POST /channels/{id}/cdnInfo" },
        { "| Start-LsRecording", "PUT /channels/{id}/startRecord" },
        { "| Stop-LsRecording", "PUT /channels/{id}/stopRecord" },
        { "| Wait-LsChannel -Status Publishing", "GET /channels/{id}" },
    };

    [Theory]
    [MemberData(nameof(OfChannels))]
    public void A_channel_a_copy_of_it_its_id_and_a_row_with_its_id_bind(string command, string call)
    {
        foreach (string source in new[] { "(Get-LsChannel $id)", "(Again (Get-LsChannel $id))", "(Again (Get-LsChannel $id) 1)", "$id", "[pscustomobject]@{ ChannelId = $id }" })
        {
            using Studio studio = new(seed: true);
            studio.Shell.Set("id", Service.News);

            studio.Run($"{Again}$from = {source}; $ctx.Emulator.ClearRequests(); $from {command}");

            Assert.Contains(call.Replace("{id}", Service.News, StringComparison.Ordinal), studio.Calls);
        }
    }

    // Out of a mail, a chat or a cell of a table.
    [Theory]
    [InlineData("Get-LsChannel \"  $id`t\"", "GET /channels/{id}")]
    [InlineData("Get-LsChannel -ChannelId \"$id`r`n\", $id", "GET /channels/{id}|GET /channels/{id}")]
    [InlineData("\"$id \" | Start-LsRecording", "PUT /channels/{id}/startRecord")]
    [InlineData("[pscustomobject]@{ ChannelId = \"$id$([char]0xA0)\" } | Get-LsServiceUrl", "GET /channels/{id}/serviceUrls?serviceUrlType=GENERAL")]
    [InlineData("[pscustomobject]@{ ChannelId = \" $id\"; RecordId = ' 298 ' } | Remove-LsRecording -Force", "DELETE /channels/{id}/records")]
    [InlineData("Remove-LsRecording \"$id \" 298 -Force", "DELETE /channels/{id}/records")]
    [InlineData("Remove-LsQuality ' 12 ' -Force", "DELETE /qualityProfiles/12")]
    public void What_stands_around_an_id_is_no_part_of_it(string script, string calls)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.PageExample);

        studio.Run(script);

        Assert.Equal(calls.Replace("{id}", Service.PageExample, StringComparison.Ordinal), string.Join("|", studio.Calls));
    }

    [Fact]
    public void An_id_of_blanks_alone_is_none()
    {
        using Studio studio = new(seed: true);

        Assert.StartsWith("InvalidIdentifier,", studio.Run("Get-LsChannel '  '").OneError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Calls);
    }

    [Theory]
    [InlineData("Remove-LsRecording $id 298 -Force")]
    [InlineData("Export-LsRecording 298 b -ChannelId $id")]
    [InlineData("Set-LsChannelCdn $id -CdnInstanceNo 1 -ProfileId 1 -Force")]
    [InlineData("Wait-LsRecording $id 298 Deleted -TimeoutSec 1")]
    [InlineData("Wait-LsChannel $id Publishing -TimeoutSec 1")]
    public void What_gathers_its_input_takes_it_for_one_account_only(string command)
    {
        using Studio studio = new(seed: true);
        using Studio other = new(seed: true);
        studio.Shell.Set("id", Service.PageExample);
        studio.Shell.Set("other", other.Context);

        ErrorRecord error = studio.Shell.Terminating($"$PSDefaultParameterValues.Clear(); $ctx, $other | {command}");

        Assert.StartsWith("SeveralContexts,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
        Assert.Empty(other.Emulator.Requests);
    }

    // Not where a channel is ended: ChannelActionTests holds that recordings are refused there.
    [Theory]
    [InlineData("| Get-LsChannel", "GET /channels/{id}")]
    [InlineData("| Get-LsServiceUrl", "GET /channels/{id}/serviceUrls?serviceUrlType=GENERAL")]
    [InlineData("| Get-LsStreamMetadata", "GET /channels/{id}/streamMetadata")]
    [InlineData("| Switch-LsStream", "PUT /channels/{id}/switch-stream")]
    [InlineData("| Enable-LsChannel", "PUT /channels/{id}/on")]
    [InlineData("| Start-LsRecording", "PUT /channels/{id}/startRecord")]
    [InlineData("| Stop-LsRecording", "PUT /channels/{id}/stopRecord")]
    [InlineData("| Wait-LsChannel -Status Publishing", "GET /channels/{id}")]
    public void A_recording_stands_for_its_channel(string command, string call)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.News);

        studio.Run($"$from = (Get-LsRecording $id)[0]; $ctx.Emulator.ClearRequests(); $from {command}");

        Assert.Contains(call.Replace("{id}", Service.News, StringComparison.Ordinal), studio.Calls);
    }

    [Theory]
    [InlineData("| Export-LsRecording -BucketName b", "POST /buckets/b/upload")]
    [InlineData("| Remove-LsRecording -Force", "DELETE /channels/{id}/records")]
    [InlineData("| Wait-LsRecording", "GET /channels/{id}/records/298")]
    [InlineData("| Get-LsRecording", "GET /channels/{id}/records/298")]
    public void A_recording_and_a_copy_of_it_bind_by_channel_and_id(string command, string call)
    {
        foreach (string source in new[] { "(Get-LsRecording $id)[0]", "(Again (Get-LsRecording $id)[0])", "(Again (Get-LsRecording $id)[0] 1)", "[pscustomobject]@{ ChannelId = $id; RecordId = '298' }" })
        {
            using Studio studio = new(seed: true);
            studio.Shell.Set("id", Service.PageExample);

            studio.Run($"{Again}$from = {source}; $ctx.Emulator.ClearRequests(); $from {command}").Quiet();

            Assert.Contains(call.Replace("{id}", Service.PageExample, StringComparison.Ordinal), studio.Calls);
        }
    }

    [Fact]
    public void The_result_of_an_export_can_be_waited_for_and_deleted()
    {
        using Studio studio = new();
        studio.Channel(2);

        studio.Run("$up = Get-LsRecording | Export-LsRecording -BucketName b; $done = $up | Wait-LsRecording -Status TransferFinish; $done | Remove-LsRecording -Force").Quiet();

        Assert.Equal(2, studio.SentIds(1).Count());
    }

    [Fact]
    public void A_context_goes_by_parameter_and_beats_the_connected_one()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run("$PSDefaultParameterValues.Clear(); Connect-LsAccount -Emulator; $mine = (Get-LsContext).Emulator; Get-LsChannel -Context $ctx; $mine.Requests.Count").Quiet();

        Assert.Equal("0", outcome.Texts()[^1]);
        Assert.Single(studio.Emulator.Requests);
    }
}
