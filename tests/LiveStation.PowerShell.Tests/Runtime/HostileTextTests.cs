using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.Json;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>
/// A name with line breaks, escape sequences and direction overrides goes in; no stream, question, error or suggestion of any
/// cmdlet may hold them. The objects keep it as it came.
/// </summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Hostile = "news\r\nWhat if: nothing is deleted.\u001b[2K\u001b]0;x\u0007\u009b8m\u202egpj\u2066\u200f";

    // $id is a channel of that name, $evil the name itself, $rec a recording whose file has it.
    private static readonly Dictionary<string, string[]> Calls = new(StringComparer.Ordinal)
    {
        ["Compare-LsConfiguration"] = ["Compare-LsConfiguration $evil", "Compare-LsConfiguration $document", "Compare-LsConfiguration $document -Prune", "Compare-LsConfiguration $document -Variable @{ $evil = 1 }", "Compare-LsConfiguration $faults", "Compare-LsConfiguration $document | ForEach-Object { \"$_\"; \"$($_.Differences)\" }"],
        ["Connect-LsAccount"] = ["Connect-LsAccount -ProfileName $evil -ProfilePath ./none", "Connect-LsAccount -Emulator -RegionCode $evil", "Connect-LsAccount -AccessKey $evil -SecretKey $secure -Endpoint https://localhost"],
        ["Copy-LsChannel"] = ["Copy-LsChannel $id abc -WhatIf", "Copy-LsChannel $evil abc", "Copy-LsChannel $id $evil", "Copy-LsChannel $id abc -Override @{ $evil = 1 }", "Copy-LsChannel $id abc -Override @{ bucketName = $evil }", "Get-LsChannel $id | Copy-LsChannel -ChannelName \"a`e[2Kb\" -WhatIf"],
        ["Disable-LsChannel"] = ["Disable-LsChannel $id -WhatIf", "Disable-LsChannel $id -Force -PassThru", "Disable-LsChannel $evil -Force", "Get-LsChannel $id | Disable-LsChannel -WhatIf"],
        ["Disconnect-LsAccount"] = ["Disconnect-LsAccount"],
        ["Enable-LsChannel"] = ["Enable-LsChannel $id -WhatIf", "Enable-LsChannel $id -PassThru", "Enable-LsChannel $evil"],
        ["Export-LsConfiguration"] = ["Export-LsConfiguration $evil -WhatIf", "Export-LsConfiguration \"./none/$evil\"", "Get-LsChannel $id | Export-LsConfiguration ./none.json -WhatIf"],
        ["Export-LsRecording"] =
        [
            "Export-LsRecording $rec $evil -ChannelId $id -WhatIf", "Export-LsRecording $rec $evil -ChannelId $id", "Get-LsRecording $id | Export-LsRecording $evil",
            "Export-LsRecording $rec archive -ChannelId $evil -Wait", "Get-LsRecording $id | Export-LsRecording archive", "Export-LsRecording 5 archive -ChannelId $id",
        ],
        ["Export-LsReport"] =
        [
            "Export-LsReport ([IO.Path]::GetTempPath() + \"/$evil/x.html\")", "Export-LsReport ([IO.Path]::GetTempPath()) -Title $evil", "Export-LsReport day.html -ChannelId $evil -WhatIf", "Export-LsReport day.html -TimeZone $evil",
            "Export-LsReport day.html -Culture $evil", "Get-LsRecording $id | Export-LsReport ([IO.Path]::GetTempPath() + 'hostile.html') -Title $evil -Force", "Export-LsReport ([IO.Path]::GetTempPath() + 'hostile.html') -ChannelId $evil -Force",
        ],
        ["Get-LsRecordingGap"] = ["Get-LsRecordingGap", "Get-LsRecordingGap $evil", "Get-LsRecordingGap $evil -Since $evil", "Get-LsRecordingGap | ForEach-Object { \"$_\" }", "[pscustomobject]@{ ChannelId = $evil; RecordId = 5; RecordBeginTime = $evil } | Get-LsRecordingGap"],
        ["Get-LsChannel"] = ["Get-LsChannel", "Get-LsChannel $evil", "Get-LsChannel -Name $evil", "Get-LsChannel -Name \"$($evil)x\"", "Get-LsChannel | ForEach-Object { \"$_\"; \"$($_.Record)\"; \"$($_.Cdn)\" }"],
        ["Get-LsCurtainContent"] = ["Get-LsCurtainContent", "Get-LsCurtainContent $evil", "Get-LsCurtainContent 413", "Get-LsCurtainContent -Name $evil", "Get-LsCurtainContent -Name \"$($evil)x\"", "Get-LsCurtainContent | ForEach-Object { \"$_\" }"],
        ["Get-LsCallback"] = ["Get-LsCallback"],
        ["Get-LsContext"] = ["Get-LsContext"],
        ["Get-LsQuality"] = ["Get-LsQuality", "Get-LsQuality $evil", "Get-LsQuality $q", "Get-LsQuality -Name $evil", "Get-LsQuality -Name \"$($evil)x\""],
        ["Get-LsQualitySet"] = ["Get-LsQualitySet", "Get-LsQualitySet $evil", "Get-LsQualitySet $set", "Get-LsQualitySet -Name \"$($evil)x\"", "Get-LsChannel $id | Get-LsQualitySet"],
        ["Receive-LsCallback"] = ["Receive-LsCallback -Port 0 -For 1s -Since 1d -Reconcile", "Receive-LsCallback $evil -Port 0 -For 1s -Reconcile", "Receive-LsCallback -Address $evil -Port 0 -For 1s", "Receive-LsCallback -PathSecret $evil -Port 0 -For 1s"],
        ["Watch-LsEvent"] = ["Watch-LsEvent -For 1s -Since 1d", "Watch-LsEvent $id -For 1s -Since 1d", "Watch-LsEvent $evil -For 1s", "Watch-LsEvent -Event $evil -For 1s", "Watch-LsEvent -Bookmark \"env:$evil\" -For 1s", "Watch-LsEvent -For $evil"],
        ["Get-LsEvent"] = ["Get-LsEvent", "Get-LsEvent $id", "Get-LsEvent $evil", "Get-LsEvent -Event $evil", "Get-LsEvent -Since $evil", "Get-LsEvent | ForEach-Object { \"$_\" }", "Get-LsChannel | Get-LsEvent"],
        ["Get-LsNotificationGroup"] = ["Get-LsNotificationGroup", "Get-LsNotificationGroup $evil", "Get-LsNotificationGroup | ForEach-Object { \"$_\" }"],
        ["Get-LsNotificationManager"] = ["Get-LsNotificationManager", "Get-LsNotificationManager $evil", "Get-LsNotificationGroup | Get-LsNotificationManager | ForEach-Object { \"$_\" }"],
        ["Get-LsPublishLog"] = ["Get-LsPublishLog $id", "Get-LsPublishLog $evil"],
        ["Get-LsRecording"] = ["Get-LsRecording", "Get-LsRecording $evil", "Get-LsRecording $evil -RecordId 1", "Get-LsRecording $id -RecordId $rec", "Get-LsRecording $id -RecordId 77"],
        ["Get-LsServiceUrl"] = ["Get-LsServiceUrl $id", "Get-LsServiceUrl $evil"],
        ["Get-LsShortClip"] = ["Get-LsShortClip $cut", "Get-LsShortClip $evil", "Get-LsShortClip $evil 7526", "Get-LsShortClip $cut -ShortClipId 101", "Get-LsShortClip $evil -ShortClipId 101", "Get-LsShortClip $cut 7526 | ForEach-Object { \"$_\" }"],
        ["Get-LsSnapshot"] = ["Get-LsSnapshot $cut", "Get-LsSnapshot $evil", "Get-LsSnapshot $cut 7526", "Get-LsSnapshot $evil 7526", "Get-LsSnapshot $id"],
        ["Get-LsStoredObject"] = ["Get-LsStoredObject $evil", "Get-LsStoredObject show-archive -Prefix $evil", "Get-LsStoredObject show-archive"],
        ["Get-LsStreamMetadata"] = ["Get-LsStreamMetadata $id", "Get-LsStreamMetadata $evil"],
        ["Invoke-LsRestMethod"] = ["Invoke-LsRestMethod \"/channels/$evil\"", "Invoke-LsRestMethod \"/channels/$evil\" -Method Delete -WhatIf", "Invoke-LsRestMethod $evil -Method Post -Body $evil"],
        ["New-LsChannel"] =
        [
            "New-LsChannel $evil 3 -ProfileId 1 -WhatIf", "New-LsChannel \"a`e[2Kb\" 3 -ProfileId 1 -WhatIf", "New-LsChannel \"a`e[2Kb\" 3 -ProfileId 1 -RecordSaveType AutoUpload -BucketName $evil -FilePath \"/$evil\"",
            "New-LsChannel abc 3 -ProfileId 1 -RecordSaveType AutoUpload -BucketName $evil -WhatIf", "New-LsChannel abc 3 -ProfileId 1 -DrmSiteId $evil -DrmContentId $evil -WhatIf", "New-LsChannel \"a`e[2Kb\" 3", "New-LsChannel abc $evil -ProfileId 1", "New-LsChannel abc \"$($evil)x\" -ProfileId 1 -WhatIf",
        ],
        ["New-LsCurtainContent"] = ["New-LsCurtainContent $evil /a.mp4 -WhatIf", "New-LsCurtainContent $evil /a.mp4", "New-LsCurtainContent b \"/$evil.mp4\" -WhatIf", "New-LsCurtainContent b \"/$evil.mp4\"", "New-LsCurtainContent b $evil"],
        ["New-LsQuality"] =
        [
            "New-LsQuality $evil -Width 1280 -Height 720 -VideoBitrate 2000", "New-LsQuality \"a`e[2Kb\" -Width 1280 -Height 720 -VideoBitrate 2000 -WhatIf", "New-LsQuality \"a`e[2Kb\"", "New-LsQuality \"a`e[2Kb\" -Type Audio -Width 2",
            "New-LsQuality abc -Width 1280 -Height 720 -VideoBitrate 2000000 -Orientation $evil -AudioProfile $evil",
        ],
        ["New-LsQualitySet"] = ["New-LsQualitySet $evil $q", "New-LsQualitySet \"a`e[2Kb\" $q -TimedMetadataHeader $evil -WhatIf", "New-LsQualitySet \"a`e[2Kb\" $q", "New-LsQualitySet abc $evil", "New-LsQualitySet abc $q -SegmentDuration $evil", "@() | New-LsQualitySet \"a`e[2Kb\""],
        ["Remove-LsCurtainContent"] = ["Remove-LsCurtainContent 413 -WhatIf", "Remove-LsCurtainContent $evil -Force", "Remove-LsCurtainContent 413 -Force", "Get-LsCurtainContent 413 | Remove-LsCurtainContent -WhatIf"],
        ["Remove-LsQuality"] = ["Remove-LsQuality $q -WhatIf", "Remove-LsQuality $evil -Force", "Remove-LsQuality $q -Force", "Get-LsQuality $q | Remove-LsQuality -WhatIf"],
        ["Remove-LsQualitySet"] = ["Remove-LsQualitySet $set -WhatIf", "Remove-LsQualitySet $evil -Force", "Get-LsQualitySet $set | Remove-LsQualitySet -Force"],
        ["New-LsShortClip"] =
        [
            "New-LsShortClip $cut 7526 -EndTime 1s -BucketName $evil -WhatIf", "New-LsShortClip $evil 7526 -EndTime 1s -BucketName b", "New-LsShortClip $cut 7526 -EndTime 1s -BucketName b -FilePath $evil",
            "New-LsShortClip $cut 7526 -EndTime 1s -BucketName b -FilePath \"/$evil\" | ForEach-Object { \"$_\" }", "New-LsShortClip $evil 7526 -EndTime 0.01s -BucketName b",
        ],
        ["New-LsSnapshot"] = ["New-LsSnapshot $cut -WhatIf", "New-LsSnapshot $cut", "New-LsSnapshot $evil", "New-LsSnapshot $id", "New-LsSnapshot $evil 1s"],
        ["New-LsNotificationRecipient"] = ["New-LsNotificationRecipient 5 Email -EmailAddress $evil", "New-LsNotificationRecipient 5 Sms -EmailAddress $evil", "New-LsNotificationRecipient $evil Email"],
        ["Get-LsRestream"] = ["Get-LsRestream", "Get-LsRestream $evil", "Get-LsRestream -Name $evil", "Get-LsRestream -Name \"$($evil)x\"", "Get-LsRestream | ForEach-Object { \"$_\"; \"$($_.Platforms)\"; \"$($_.Restream)\" }"],
        ["Get-LsRestreamPlatform"] = ["Get-LsRestreamPlatform $relayed", "Get-LsRestreamPlatform $evil", "Get-LsRestreamPlatform $relayed -PlatformId 1", "Get-LsRestreamPlatform $evil -PlatformId 1", "Get-LsRestreamPlatform $relayed -TargetName $evil"],
        ["New-LsRestream"] = ["New-LsRestream $evil $target -WhatIf", "New-LsRestream \"a`e[2Kb\" $target -WhatIf", "New-LsRestream \"a`e[2Kb\" $target", "New-LsRestream abc (@($target) * 9)", "New-LsRestream abc $evil"],
        ["New-LsRestreamTarget"] = ["New-LsRestreamTarget $evil rtmp://a.example $secure", "New-LsRestreamTarget CUSTOM $evil $secure", "New-LsRestreamTarget CUSTOM rtmp://a.example $evil"],
        ["Remove-LsRestream"] = ["Remove-LsRestream $relayed -WhatIf", "Remove-LsRestream $evil -Force", "Get-LsRestream $relayed | Remove-LsRestream -WhatIf", "Remove-LsRestream $relayed -Force -PassThru"],
        ["Set-LsRestreamPlatform"] = ["Get-LsRestreamPlatform $relayed | Set-LsRestreamPlatform -StreamKey $secure -WhatIf", "Get-LsRestreamPlatform $relayed | Set-LsRestreamPlatform -StreamKey $secure -PassThru", "Set-LsRestreamPlatform $evil 1 -StreamKey $secure", "Set-LsRestreamPlatform $relayed 1 -RtmpUrl $evil"],
        ["Remove-LsChannel"] = ["Remove-LsChannel $id -WhatIf", "Remove-LsChannel $evil -Force", "Get-LsChannel $id | Remove-LsChannel -WhatIf"],
        ["Remove-LsRecording"] = ["Remove-LsRecording $id $rec -WhatIf", "Remove-LsRecording $evil 1 -Force", "Get-LsRecording $id | Remove-LsRecording -WhatIf", "[pscustomobject]@{ ChannelId = $evil; RecordId = 5 } | Remove-LsRecording -Force"],
        ["Resolve-LsError"] = ["Get-LsChannel $evil -ErrorAction SilentlyContinue; Resolve-LsError -ErrorRecord $Error[0]", "Resolve-LsError -ErrorRecord ([Management.Automation.ErrorRecord]::new([Exception]::new($evil), 'x', 'NotSpecified', $evil))"],
        ["Set-LsCallback"] = ["Set-LsCallback \"https://a.example/$evil\" -WhatIf", "Set-LsCallback $evil", "Set-LsCallback https://a.example -ChannelId $evil", "Get-LsChannel $id | Set-LsCallback https://a.example -PassThru"],
        ["Save-LsRecording"] =
        [
            "Get-LsRecording $id | Save-LsRecording ([IO.Path]::GetTempPath()) -BucketName $evil -WhatIf", "Get-LsRecording $id | Save-LsRecording ([IO.Path]::GetTempPath())",
            "Save-LsRecording -ChannelId $evil -RecordId 1 ([IO.Path]::GetTempPath())", "Get-LsRecording $id | Save-LsRecording \"/nowhere/$evil\" -BucketName archive -WhatIf", "Get-LsRecording $id | Save-LsRecording . -FileName $evil -WhatIf",
            "Get-LsRecording $id | Save-LsRecording . -FileName \"{$evil}\" -WhatIf",
        ],
        ["Set-LsChannel"] = ["Set-LsChannel $id -EnvType Dev -WhatIf", "Set-LsChannel $id -BucketName \"x$evil\" -PassThru", "Set-LsChannel $evil -EnvType Dev", "Set-LsChannel $id -ChannelName $evil", "Set-LsChannel $id -FilePath $evil"],
        ["Set-LsChannelCdn"] = ["Set-LsChannelCdn $id -CdnInstanceNo 1 -ProfileId 2 -WhatIf", "Set-LsChannelCdn $evil, \"$($evil)2\" -CdnInstanceNo 1 -ProfileId 2 -Force"],
        ["Set-LsQualitySet"] = ["Set-LsQualitySet $set -SegmentCount 4 -WhatIf", "Set-LsQualitySet $set -SegmentCount 4 -Force -PassThru", "Set-LsQualitySet $evil -SegmentCount 4 -Force", "Set-LsQualitySet $set -SegmentDuration $evil -Force"],
        ["Start-LsCurtain"] = ["Get-LsCurtainContent > $null; Start-LsCurtain $cut 413 -WhatIf", "Start-LsCurtain $cut 413", "Start-LsCurtain $evil 413", "Start-LsCurtain $id 413", "Start-LsCurtain $evil 413 1s"],
        ["Set-LsNotification"] =
        [
            "Get-LsNotificationManager | Set-LsNotification $id -NotifyType Email -WhatIf", "Get-LsNotificationManager | Set-LsNotification $id -NotifyType Sms", "Get-LsNotificationManager | Set-LsNotification $evil -NotifyType Email",
            "Set-LsNotification $id -AlertOn $false -PassThru", "[pscustomobject]@{ ManagerNo = 5; EmailAddress = $evil; ManagerName = $evil } | Set-LsNotification $id -NotifyType Email",
        ],
        ["Start-LsRecording"] = ["Start-LsRecording $id -WhatIf", "Start-LsRecording $id", "Start-LsRecording $evil"],
        ["Stop-LsCurtain"] = ["Stop-LsCurtain $cut -WhatIf", "Stop-LsCurtain $cut", "Stop-LsCurtain $evil"],
        ["Stop-LsRecording"] = ["Stop-LsRecording $id -WhatIf", "Stop-LsRecording $id", "Stop-LsRecording $evil"],
        ["Switch-LsStream"] = ["Switch-LsStream $id -WhatIf", "Switch-LsStream $id", "Switch-LsStream $evil"],
        ["Sync-LsConfiguration"] = ["Sync-LsConfiguration $evil", "Sync-LsConfiguration $document -WhatIf", "Sync-LsConfiguration $document -Prune -WhatIf", "Sync-LsConfiguration $document -Force", "Sync-LsConfiguration $faults -Force"],
        ["Export-LsMetric"] = ["Export-LsMetric \"./none/$evil.prom\"", "Export-LsMetric \"$evil\" -WhatIf", "Export-LsMetric ./none.prom $evil -WhatIf"],
        ["Get-LsMetric"] = ["Get-LsMetric", "Get-LsMetric $evil", "Get-LsChannel $id | Get-LsMetric | ForEach-Object { \"$_\" }"],
        ["Test-LsChannel"] = ["Test-LsChannel $id", "Test-LsChannel $evil", "Get-LsChannel | Test-LsChannel | ForEach-Object { \"$_\" }"],
        ["Test-LsConnection"] = ["Test-LsConnection"],
        ["Watch-LsChannel"] = ["Watch-LsChannel -For 1s", "Watch-LsChannel $evil -For 1s", "Watch-LsChannel $id, $evil -For 1s | ForEach-Object { \"$_\" }", "Watch-LsChannel -For $evil"],
        ["Disable-LsVodChannel"] = ["Disable-LsVodChannel $vod -WhatIf", "Disable-LsVodChannel $vod -Force -PassThru", "Disable-LsVodChannel $evil -Force"],
        ["Enable-LsVodChannel"] = ["Enable-LsVodChannel $vod -WhatIf", "Enable-LsVodChannel $vod -PassThru", "Enable-LsVodChannel $evil"],
        ["Get-LsVodChannel"] = ["Get-LsVodChannel", "Get-LsVodChannel $evil", "Get-LsVodChannel -Name $evil", "Get-LsVodChannel -Name \"$($evil)x\"", "Get-LsVodChannel $vod | ForEach-Object { \"$_\"; \"$($_.ScheduleList)\" }"],
        ["Get-LsVodSchedule"] = ["Get-LsVodSchedule", "Get-LsVodSchedule $evil", "Get-LsVodSchedule 77", "Get-LsVodSchedule $vod"],
        ["Get-LsVodServiceUrl"] = ["Get-LsVodServiceUrl $vod", "Get-LsVodServiceUrl $evil"],
        ["New-LsVodChannel"] = ["New-LsVodChannel $evil 3 -ProfileId 1 -WhatIf", "New-LsVodChannel \"a`e[2Kb\" 3 -ProfileId 1 -WhatIf", "New-LsVodChannel abc 3 -ProfileId 1 -DrmSiteId $evil -DrmContentId $evil -WhatIf", "New-LsVodChannel \"a`e[2Kb\" 3"],
        ["New-LsVodSchedule"] = ["New-LsVodSchedule $vod $start \"b/$evil.mp4\" -WhatIf", "New-LsVodSchedule $evil $start b/a.mp4", "New-LsVodSchedule $evil $start $evil", "$evil | New-LsVodSchedule $vod $start"],
        ["Remove-LsVodChannel"] = ["Remove-LsVodChannel $vod -WhatIf", "Remove-LsVodChannel $evil -Force", "Get-LsVodChannel $vod | Remove-LsVodChannel -WhatIf"],
        ["Remove-LsVodSchedule"] = ["Remove-LsVodSchedule $evil -Force", "Get-LsVodSchedule | Remove-LsVodSchedule -WhatIf", "Get-LsVodSchedule | Remove-LsVodSchedule -Force -PassThru"],
        ["Set-LsVodChannel"] = ["Set-LsVodChannel $vod -EnvType Dev -WhatIf", "Set-LsVodChannel $evil -EnvType Dev", "Set-LsVodChannel $vod -ChannelName $evil", "Set-LsVodChannel $vod -ChannelName \"a`e[2Kb\" -WhatIf"],
        ["Set-LsVodChannelCdn"] = ["Set-LsVodChannelCdn $vod -CdnInstanceNo 1 -ProfileId 2 -WhatIf", "Set-LsVodChannelCdn $evil, \"$($evil)2\" -CdnInstanceNo 1 -ProfileId 2 -Force"],
        ["Set-LsVodSchedule"] = ["Set-LsVodSchedule $evil -StartTime $start", "Get-LsVodSchedule | Set-LsVodSchedule -VodList \"b/$evil.mp4\" -WhatIf", "$evil | Set-LsVodSchedule 77", "Get-LsVodSchedule | Set-LsVodSchedule -StartTime $start -PassThru"],
        ["Wait-LsVodChannel"] = ["Wait-LsVodChannel $vod -Status Publishing -TimeoutSec 1", "Wait-LsVodChannel $evil", "Get-LsVodChannel $vod | Wait-LsVodChannel -Status Deleted -TimeoutSec 1"],
        ["Wait-LsChannel"] = ["Wait-LsChannel $id -Status Publishing -TimeoutSec 1", "Wait-LsChannel $evil", "Get-LsChannel $id | Wait-LsChannel -Status Deleted -TimeoutSec 1"],
        ["Wait-LsCurtainContent"] = ["Wait-LsCurtainContent 413 -Status Deleted -TimeoutSec 1", "Wait-LsCurtainContent $evil", "Wait-LsCurtainContent 7"],
        ["Wait-LsShortClip"] = ["Wait-LsShortClip $cut 101 -TimeoutSec 1", "Wait-LsShortClip $evil 101 -TimeoutSec 1", "[LiveStation.ShortClip] @{ ChannelId = $evil } | Wait-LsShortClip"],
        ["Wait-LsSnapshot"] = ["Wait-LsSnapshot $cut 7526 -TimeoutSec 1", "Wait-LsSnapshot $evil 7526 -TimeoutSec 1"],
        ["Wait-LsRecording"] = ["Wait-LsRecording $id $rec -Status Deleted -TimeoutSec 1", "Wait-LsRecording $evil 1", "Wait-LsRecording $id 77"],
    };

    private readonly Shell _shell = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("livestation-hostile-").FullName;

    public void Dispose()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static TheoryData<string> Cmdlets => new(Calls.Keys);

    [Fact]
    public void Every_cmdlet_is_walked()
    {
        using Shell shell = new();

        Assert.Equal(shell.Run("(Get-Command -Module LiveStation).Name").Texts().Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_writes_through_the_one_place_that_cleans()
    {
        IEnumerable<Type> cmdlets = typeof(PlainCmdlet).Assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null);

        Assert.NotEmpty(cmdlets);
        Assert.All(cmdlets, cmdlet => Assert.True(cmdlet.IsSubclassOf(typeof(PlainCmdlet)), cmdlet.Name));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_stream_shows_it(string cmdlet) => Walk(cmdlet, null);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_stream_shows_it_as_a_state(string cmdlet) => Walk(cmdlet, Fault.UnknownValues(Hostile));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_stream_shows_it_as_the_text_of_an_error(string cmdlet) => Walk(cmdlet, Fault.Error(400, 250001, Hostile));

    [Theory]
    [InlineData("Remove-LsChannel $id")]
    [InlineData("Disable-LsChannel $id")]
    [InlineData("Set-LsChannel $id -EnvType Dev -Confirm")]
    [InlineData("Set-LsChannelCdn $id -CdnInstanceNo 1 -ProfileId 2")]
    [InlineData("Get-LsRecording $id | Remove-LsRecording")]
    [InlineData("Get-LsRecording $id | Export-LsRecording archive -Confirm")]
    [InlineData("Start-LsRecording $id -Confirm")]
    [InlineData("New-LsChannel \"a`e[2Kb\" 3 -ProfileId 1 -Confirm")]
    [InlineData("Get-LsRestream | Remove-LsRestream")]
    [InlineData("Get-LsRestream | ForEach-Object Platforms | Set-LsRestreamPlatform -RtmpUrl rtmp://a.example -Confirm")]
    public void No_question_shows_it(string script)
    {
        using Studio studio = new();
        (string id, _) = Fill(studio);
        AskingHost host = new("No");

        host.Run(studio, $"$id = '{id}'; Get-LsChannel > $null; Get-LsRecording > $null; {script}");

        Assert.Contains(host.Questions, question => question.Contains("news What if: nothing is deleted.", StringComparison.Ordinal) || script.StartsWith("New", StringComparison.Ordinal));
        Assert.All(host.Questions, question => Plain(question, script));
    }

    [Fact]
    public void No_suggestion_shows_it()
    {
        using Studio studio = new();
        (_, long record) = Fill(studio);
        studio.Run("Get-LsChannel; Get-LsRecording").Quiet();
        int shown = 0;
        foreach (string line in new[] { "Get-LsChannel -Context $ctx ", "Export-LsRecording -Context $ctx -RecordId ", "Export-LsRecording -Context $ctx -BucketName " })
        {
            studio.Shell.Set("line", line);
            foreach (CompletionResult result in studio.Run("(TabExpansion2 $line $line.Length).CompletionMatches").Quiet().Of<CompletionResult>())
            {
                Assert.All([result.CompletionText, result.ListItemText, result.ToolTip], text => Plain(text, line));
                shown += result.ToolTip.Contains("What if", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.Equal(2, shown);
        Assert.NotEqual(0, record);
    }

    [Fact]
    public void The_property_keeps_it_as_it_came()
    {
        using Studio studio = new();
        (string id, long record) = Fill(studio);

        Channel channel = Assert.Single(studio.Run($"Get-LsChannel {id}").Quiet().Of<Channel>());
        Recording recording = Assert.Single(studio.Run($"Get-LsRecording {id} -RecordId {record}").Quiet().Of<Recording>());

        Assert.Equal(Hostile, channel.ChannelName);
        Assert.Equal(Hostile, channel.BucketName);
        Assert.Equal(Hostile, recording.FileName);
        Assert.Contains("news  What if: nothing is deleted. [2K", channel.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_as_long_as_a_screen_does_not_push_the_question_away()
    {
        using Studio studio = new();
        string id = studio.Emulator.Channels.Add(new string('x', 20_000));
        AskingHost host = new("No");

        host.Run(studio, $"Get-LsChannel > $null; Remove-LsChannel {id}");

        Assert.InRange(Assert.Single(host.Questions).Length, 100, 600);
    }

    private void Walk(string cmdlet, Fault? fault)
    {
        foreach (string script in Calls[cmdlet])
        {
            using Studio studio = new(_shell);
            (string id, long record) = Fill(studio);
            studio.Shell.Set("id", id);
            studio.Shell.Set("rec", record);
            studio.Shell.Set("evil", Hostile);
            string vod = studio.Emulator.Vod.Add(Hostile);
            studio.Emulator.Vod.Schedule(vod, DateTimeOffset.UtcNow.AddDays(1), "b/" + Hostile);
            studio.Shell.Set("vod", vod);
            studio.Shell.Set("start", DateTime.Now.AddDays(1));
            studio.Shell.Set("document", Written("document.json", new { channels = new[] { new { channelName = "x" + Hostile[..12], qualitySet = Hostile, bucketName = Hostile } }, qualities = new[] { new { name = "a\u001b[2Kb", type = "AUDIO", audioProfile = Hostile } } }));
            studio.Shell.Set("faults", Written("faults.json", new Dictionary<string, object> { [Hostile] = Hostile, ["channels"] = new[] { new Dictionary<string, object> { ["channelName"] = Hostile, [Hostile] = 1, ["envType"] = Hostile } } }));
            long quality = studio.Emulator.Qualities.Add(Hostile);
            studio.Shell.Set("q", quality);
            studio.Shell.Set("set", studio.Emulator.Qualities.AddSet(Hostile, quality));
            studio.Emulator.Qualities.AddSet(Hostile, quality);
            studio.Emulator.Curtain.Add(1, file: "b/" + Hostile);
            studio.Shell.Set("cut", studio.Recorded(Hostile));
            studio.Run("$VerbosePreference = $DebugPreference = 'SilentlyContinue'; New-LsSnapshot $cut > $null; New-LsShortClip $cut 7526 -EndTime 1s -BucketName b -FilePath \"/$evil\" > $null").Quiet();
            studio.Shell.Set("secure", new System.Net.NetworkCredential("", "secret").SecurePassword);
            studio.Shell.Set("relayed", studio.Emulator.Restream.Ids[0]);
            studio.Shell.Set("target", new RestreamTarget { TargetName = Hostile, RtmpUrl = new HiddenText("rtmp://a.example"), StreamKey = new StreamKey("k") });
            studio.Run("Get-LsChannel > $null; Get-LsRecording > $null; Get-LsVodChannel > $null; Get-LsVodSchedule > $null; Get-LsQuality > $null; Get-LsQualitySet > $null; Get-LsRestream > $null; $VerbosePreference = 'Continue'; $DebugPreference = 'Continue'").Quiet();
            if (fault is not null)
            {
                studio.Emulator.Faults.Add(fault.Always());
            }

            foreach (string? text in Texts(studio.Run(script)).Append(studio.Shell.Host.Text))
            {
                Plain(text, script);
            }
        }
    }

    private string Written(string name, object document)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, JsonSerializer.Serialize(document));
        return path;
    }

    private static (string ChannelId, long RecordId) Fill(Studio studio)
    {
        string id = studio.Emulator.Channels.Add(Hostile, "AUTO_UPLOAD", bucketName: Hostile);
        studio.Emulator.Events.Write(id, Hostile, Hostile, Hostile);
        studio.Emulator.Notifications.AddGroup(5, Hostile);
        studio.Emulator.Notifications.AddManager(5, Hostile, Hostile, "", 5);
        studio.Emulator.Restream.Add(Hostile, Hostile);
        return (id, studio.Emulator.Recordings.Add(id, 1, fileName: Hostile)[0]);
    }

    private static IEnumerable<string?> Texts(Outcome outcome)
    {
        List<string?> texts = [.. outcome.Warnings, .. outcome.Verbose, .. outcome.Debug, .. outcome.Information];
        foreach (ProgressRecord progress in outcome.Progress)
        {
            texts.AddRange([progress.Activity, progress.StatusDescription, progress.CurrentOperation]);
        }

        // What Invoke-LsRestMethod gives is the answer itself, as it came.
        texts.AddRange(outcome.Output.Where(item => item.BaseObject is not (string or PSCustomObject) || item.BaseObject is string text && text.Contains('(', StringComparison.Ordinal)).Select(item => item.ToString()));
        foreach (ErrorRecord error in outcome.Errors.Concat(new[] { outcome.Thrown?.ErrorRecord }.OfType<ErrorRecord>()))
        {
            texts.AddRange([error.ToString(), error.FullyQualifiedErrorId, error.ErrorDetails?.Message, error.ErrorDetails?.RecommendedAction, error.CategoryInfo.ToString(), error.CategoryInfo.TargetName]);
            for (Exception? e = error.Exception; e is not null; e = e.InnerException)
            {
                // What Get-Error and loggers print of it.
                texts.AddRange(e.GetType().GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name != nameof(Exception.StackTrace)).Select(property => (string?)property.GetValue(e)));
            }
        }

        return texts;
    }

    private static void Plain(string? text, string script)
    {
        char[] unwanted = ['\u001b', '\u0007', '\u009b', '\u202e', '\u2066', '\u200f'];
        string shown = text ?? "";
        Assert.True(shown.IndexOfAny(unwanted) < 0 && !shown.Contains("\nWhat if: nothing", StringComparison.Ordinal), $"{script}\nshows: {shown.Replace("\u001b", "<ESC>", StringComparison.Ordinal)}");
    }
}
