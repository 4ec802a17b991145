using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using Xunit;

namespace LiveStation.PowerShell.Tests.Notifications;

public class NotificationTests
{
    private const string Copy = "function Again($it) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, 1)) }; function Row($it) { $row = [ordered]@{}; foreach ($p in $it.PSObject.Properties) { $row[$p.Name] = \"$($p.Value)\" }; [pscustomobject] $row }; ";

    [Theory]
    [InlineData("Get-LsNotificationManager 4741 | Set-LsNotification $id -NotifyType Email")]
    [InlineData("Set-LsNotification $id (Get-LsNotificationManager 4741) -NotifyType Email")]
    [InlineData("Set-LsNotification -ChannelId $id -Recipient (Get-LsNotificationManager 4741) -NotifyType EMAIL")]
    [InlineData("Get-LsNotificationGroup testgroup | Get-LsNotificationManager | Set-LsNotification (Get-LsChannel $id) -NotifyType Email")]
    [InlineData("Get-LsChannel $id | Set-LsNotification -Recipient (Get-LsNotificationManager 4741) -NotifyType Email")]
    [InlineData("Get-LsNotificationManager 4741 | ForEach-Object { $_, $_ } | Set-LsNotification $id, $id -NotifyType Email")]
    [InlineData("Get-LsNotificationManager 4741 | ForEach-Object { New-LsNotificationRecipient $_.ManagerNo Email -EmailAddress $_.EmailAddress } | Set-LsNotification $id")]
    [InlineData("Get-LsNotificationManager 4741 | ForEach-Object { Again $_ } | Set-LsNotification $id -NotifyType Email")]
    [InlineData("Get-LsNotificationManager 4741 | ForEach-Object { Row $_ } | Set-LsNotification $id -NotifyType Email")]
    public void People_become_recipients_whichever_way_they_come(string script)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Weekly);

        studio.Run(Copy + script).Quiet();

        JsonNode body = Studio.Body(Assert.Single(studio.Writes));
        Assert.Equal(
            """[{"managerNo":100001,"notifyType":"EMAIL","emailAddress":"sample@example.com"},{"managerNo":100002,"notifyType":"EMAIL","emailAddress":"night.shift@example.com"}]""",
            body["notificationManagerList"]!.ToJsonString());
        Assert.True((bool)body["alertOn"]!);
        Assert.Equal(["EMAIL 100001", "EMAIL 100002"], studio.Emulator.Notifications.RecipientsOf(Service.Weekly));
    }

    [Fact]
    public void Switches_that_are_not_named_stay()
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Weekly);

        studio.Run("$r = New-LsNotificationRecipient 100001 Sms -CellPhoneNo 01012345678; Set-LsNotification $id $r -AlertStreamFailOver $true; Set-LsNotification $id $r -AlertChangeStatus $false").Quiet();
        Channel channel = Assert.Single(studio.Run("Set-LsNotification $id $r -AlertVodUploadFail $true -PassThru").Quiet().Of<Channel>());

        Assert.Equal("VodUploadFail, StreamFailOver", channel.AlertOptions!.ToString());
        Assert.True(channel.AlertOn);
        Assert.Equal("01012345678", (string?)Studio.Body(studio.Writes[0])["notificationManagerList"]![0]!["cellPhoneNo"]);
        Assert.False(Assert.Single(studio.Run("Set-LsNotification $id -AlertOn $false -PassThru").Quiet().Of<Channel>()).AlertOn);
    }

    [Fact]
    public void Somebody_who_cannot_be_told_is_one_error_and_the_others_are()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run($"Get-LsNotificationManager | Set-LsNotification {Service.Weekly} -NotifyType Sms").OneError();

        Assert.Equal("CellPhoneNoMissing,LiveStation.PowerShell.SetLsNotificationCommand", error.FullyQualifiedErrorId);
        Assert.Equal(100003L, error.TargetObject);
        Assert.Equal(["SMS 100001", "SMS 100002"], studio.Emulator.Notifications.RecipientsOf(Service.Weekly));
    }

    [Theory]
    [InlineData("Set-LsNotification $id", "RecipientMissing")]
    [InlineData("Set-LsNotification $id -AlertOn $true -AlertChangeStatus $true", "RecipientMissing")]
    [InlineData("Get-LsNotificationManager 4248 | Where-Object ManagerNo -EQ 100003 | Set-LsNotification $id -NotifyType Sms -ErrorAction SilentlyContinue", "RecipientMissing")]
    [InlineData("Get-LsNotificationManager 4741 | Set-LsNotification $id -ErrorAction Stop", "NotifyTypeMissing")]
    [InlineData("Set-LsNotification $id (New-LsNotificationRecipient 1 Email -EmailAddress a@example.com), (New-LsNotificationRecipient 2 Sms -CellPhoneNo 01012345678)", "NotifyTypesMixed")]
    [InlineData("New-LsNotificationRecipient 1 Email -CellPhoneNo 01012345678", "EmailAddressMissing")]
    [InlineData("New-LsNotificationRecipient 1 Sms -EmailAddress a@example.com", "CellPhoneNoMissing")]
    public void What_the_notes_rule_out_is_refused_before_anything_is_sent(string script, string errorId)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Weekly);

        ErrorRecord error = studio.Shell.Terminating(script.Replace("Where-Object ManagerNo -EQ 100003", "ForEach-Object { if ($_.ManagerNo -eq 100003) { $_ } }", StringComparison.Ordinal));

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(studio.Writes);
    }

    // What the notes are not certain of, the service decides.
    [Fact]
    public void Somebody_who_does_not_exist_is_the_services_error()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run($"Set-LsNotification {Service.Weekly} (New-LsNotificationRecipient 4 Email -EmailAddress a@example.com)").OneError();

        Assert.Equal("NotificationSetupFailed,LiveStation.PowerShell.SetLsNotificationCommand", error.FullyQualifiedErrorId);
        Assert.Contains("Get-LsNotificationManager", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$recording | Set-LsNotification -Recipient $r")]
    [InlineData("Set-LsNotification $recording $r")]
    [InlineData("Set-LsNotification $id $recording")]
    [InlineData("Set-LsNotification $id 'a@example.com'")]
    [InlineData("Set-LsNotification $id 100001 -NotifyType Email")]
    [InlineData("$null | Set-LsNotification -Recipient $r")]
    [InlineData("Get-LsNotificationGroup | Set-LsNotification $id -NotifyType Email")]
    [InlineData("Set-LsNotification $id $r -WhatIf")]
    [InlineData("Get-LsNotificationManager 4741 | Get-LsNotificationManager")]
    [InlineData("Get-LsNotificationManager testgroup")]
    public void The_wrong_thing_sends_nothing(string script)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("id", Service.Weekly);
        studio.Run($"$recording = @(Get-LsRecording {Service.PageExample})[0]; $r = New-LsNotificationRecipient 100001 Email -EmailAddress a@example.com").Quiet();

        Outcome outcome = studio.Run(script);

        Assert.True(outcome.Thrown is not null || outcome.Errors.Count > 0 || script.EndsWith("WhatIf", StringComparison.Ordinal));
        Assert.Empty(studio.Writes);
    }

    [Fact]
    public void Several_channels_are_told_about_one_by_one()
    {
        using Studio studio = new(seed: true);

        ErrorRecord error = studio.Run($"Set-LsNotification {Service.Weekly}, ls-none, {Service.News} -Recipient (New-LsNotificationRecipient 100001 Email -EmailAddress a@example.com)").OneError();

        Assert.Equal(("ls-none", "ChannelNotFound,LiveStation.PowerShell.SetLsNotificationCommand"), (error.TargetObject, error.FullyQualifiedErrorId));
        Assert.Equal([$"POST /notification/{Service.Weekly}/for-general-channel", $"POST /notification/{Service.News}/for-general-channel"], studio.Writes.Select(Studio.Call));
    }

    [Fact]
    public void People_of_one_account_are_not_told_about_channels_of_another()
    {
        using Shell shell = new();
        shell.Run("$a = Connect-LsAccount -Emulator; $b = Connect-LsAccount -Emulator; $people = @(Get-LsNotificationManager 4741 -Context $a); $channel = @(Get-LsChannel -Context $b)[0]").Quiet();

        Assert.StartsWith("SeveralContexts,", shell.Terminating("$people | Set-LsNotification $channel -NotifyType Email").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.Run("$people | Set-LsNotification $channel.ChannelId -NotifyType Email").Quiet();
        Assert.Equal(["2", "0"], shell.Run("$a, $b | ForEach-Object { $_.Emulator.Notifications.RecipientsOf($channel.ChannelId).Count }").Quiet().Texts());
    }

    [Theory]
    [InlineData("Get-LsNotificationGroup", "GroupName", "ALL MANAGER GROUP, testgroup, group-1")]
    [InlineData("Get-LsNotificationGroup test*", "GroupName", "testgroup")]
    [InlineData("Get-LsNotificationGroup *nothing*", "GroupName", "")]
    [InlineData("Get-LsNotificationManager", "ManagerNo", "100001, 100002, 100003")]
    [InlineData("Get-LsNotificationManager 4248, 4741", "ManagerNo", "100001, 100003, 100001, 100002")]
    [InlineData("Get-LsNotificationGroup group-1 | Get-LsNotificationManager", "ManagerGroupNo", "4248, 4248")]
    public void Groups_have_people(string script, string property, string values)
    {
        using Studio studio = new(seed: true);

        Assert.Equal(values, string.Join(", ", studio.Run($"{script} | ForEach-Object {{ $_.{property} }}").Quiet().Texts()));
    }

    [Fact]
    public void A_group_that_is_not_there_is_an_error()
    {
        using Studio studio = new(seed: true);

        Assert.Equal("NotificationGroupNotFound,LiveStation.PowerShell.GetLsNotificationGroupCommand", studio.Run("Get-LsNotificationGroup nope").OneError().FullyQualifiedErrorId);
        ErrorRecord error = studio.Run("Get-LsNotificationManager 77").OneError();
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Contains("Get-LsNotificationGroup", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LsNotificationManager -Context $ctx ", "4741", "testgroup")]
    [InlineData("Get-LsNotificationManager -Context $ctx test", "4741", "testgroup")]
    [InlineData("New-LsNotificationRecipient ", "100001", "Gildong Hong")]
    [InlineData("New-LsNotificationRecipient 100001 ", "Email", null)]
    public void Tab_offers_numbers_with_names_and_nothing_personal(string line, string offered, string? tip)
    {
        using Studio studio = new(seed: true);
        studio.Run("Get-LsNotificationManager").Quiet();
        studio.Shell.Set("line", line);

        // New-LsNotificationRecipient takes no context: it sends nothing.
        IReadOnlyList<CompletionResult> results = studio.Run("$null = Connect-LsAccount -Context $ctx; (TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>();

        Assert.Contains(results, result => result.CompletionText == offered && (tip is null || result.ToolTip == tip));
        Assert.All(results, result => Assert.DoesNotContain("example.com", result.ToolTip, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1012345678)]
    [InlineData(1012345678.5)]
    public void A_number_that_has_lost_its_zero_is_refused(double number)
    {
        using Studio studio = new(seed: true);
        studio.Shell.Set("number", number % 1 == 0 ? (object)(int)number : number);

        ErrorRecord error = studio.Shell.Terminating("New-LsNotificationRecipient 1 Sms -CellPhoneNo $number");

        Assert.DoesNotContain("1012345678", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("quotes", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LsNotificationManager")]
    [InlineData("Get-LsNotificationManager | Format-List")]
    [InlineData("Get-LsNotificationManager | ForEach-Object { \"$_\" }")]
    [InlineData("Get-LsNotificationGroup; Get-LsNotificationManager")]
    [InlineData("Get-LsNotificationGroup; Get-LsNotificationManager | ForEach-Object { Again $_ }")]
    [InlineData("Get-LsNotificationGroup; $r")]
    [InlineData("$r; \"$r\"; $r | Format-List")]
    [InlineData("Get-LsNotificationManager -Verbose -Debug")]
    [InlineData("Get-LsNotificationManager | Set-LsNotification $id -NotifyType Email -Verbose -Debug -PassThru")]
    [InlineData("Get-LsNotificationManager | Set-LsNotification $id -NotifyType Email -WhatIf")]
    [InlineData("Get-LsNotificationManager | Set-LsNotification $id -NotifyType Sms")]
    [InlineData("Get-LsNotificationManager | Get-LsChannel")]
    [InlineData("Get-LsNotificationManager | Remove-LsChannel -Force")]
    [InlineData("Set-LsNotification $r $r")]
    [InlineData("Set-LsNotification ls-none $r; $Error | Format-List * -Force")]
    [InlineData("$ctx.Emulator.Faults.Add([LiveStation.Emulator.Fault]::Error(400, 250001, 'no: marker-mail@example.com, 01099887766').On('POST')); Set-LsNotification $id $r; $Error | Format-List * -Force; Resolve-LsError -ErrorRecord $Error[0]")]
    [InlineData("$ctx.Emulator.Faults.Add([LiveStation.Emulator.Fault]::ErrorInside200(250001, $false, 'no: marker-mail@example.com, 01099887766').On('POST')); Set-LsNotification $id $r; $Error | Format-List * -Force")]
    public void Nothing_personal_shows_but_on_the_property(string script)
    {
        using Studio studio = new(seed: true);
        studio.Emulator.Notifications.AddManager(7, "Marker", "marker-mail@example.com", "01099887766");
        studio.Shell.Set("id", Service.Weekly);
        studio.Run(Copy + "$m = @(Get-LsNotificationManager)[-1]; $r = New-LsNotificationRecipient 7 Email -EmailAddress $m.EmailAddress -CellPhoneNo $m.CellPhoneNo").Quiet();
        Assert.Equal(["marker-mail@example.com", "01099887766"], studio.Run("$m.EmailAddress; $r.CellPhoneNo").Quiet().Texts());

        Outcome outcome = studio.Run($"$DebugPreference = 'Continue'; $seen = & {{ {script} }} *>&1; $seen | ForEach-Object {{ \"$_\" }}; $seen | Out-Host");

        string text = (studio.Shell.Host.Text + string.Join('\n', outcome.Texts().Concat(outcome.Errors.Select(error => error.ToString() + error.Exception)))).Replace(script, "", StringComparison.Ordinal);
        Assert.NotEmpty(text);
        Assert.DoesNotContain("marker-mail@example.com", text.Replace("no: marker-mail@example.com, 01099887766'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("01099887766", text.Replace("no: marker-mail@example.com, 01099887766'", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
