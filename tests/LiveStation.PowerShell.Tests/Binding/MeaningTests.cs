using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Binding;

/// <summary>One object, one meaning: every cmdlet that takes things by their id, with every kind of object, by position, by name and by pipeline.</summary>
public sealed partial class MeaningTests : IDisposable
{
    private const string Objects = """
        function Again($it, $depth = 2) { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($it, $depth)) }
        # What Export-Csv and Import-Csv, and Select-Object, make of an object; these are no part of the bare engine.
        function Row($it) { $row = [ordered]@{}; foreach ($p in $it.PSObject.Properties) { $row[$p.Name] = "$($p.Value)" }; [pscustomobject] $row }
        function Selection($it, [string[]] $names) { $row = [ordered]@{}; foreach ($n in $names) { $row[$n] = $it.$n }; $made = [pscustomobject] $row; $made.PSObject.TypeNames.Insert(0, 'Selected.' + $it.GetType().FullName); $made }
        $channel = Get-LsChannel $id
        $recording = @(Get-LsRecording $id)[0]
        $upload = [LiveStation.RecordingUpload] @{ ChannelId = $recording.ChannelId; RecordId = $recording.RecordId }
        $url = [LiveStation.ServiceUrl] @{ ChannelId = $id; Url = 'https://example.com/x'; ServiceUrlType = 'General' }
        $metadata = [LiveStation.StreamMetadata] @{ ChannelId = $id; VideoFps = 30 }
        $quality = Get-LsQuality -Name q-loose
        $qualitySet = Get-LsQualitySet -Name own-set
        $snapshot = [LiveStation.Snapshot] @{ ChannelId = $id; SnapshotId = 7526 }
        $content = Get-LsCurtainContent -Name loose.png
        $curtain = [LiveStation.Curtain] @{ ChannelId = $id; IsLiveCurtain = $true; ContentId = [long[]] 413 }
        $clip = [LiveStation.ShortClip] @{ ChannelId = $id; SnapshotId = 7526; ShortClipId = 101 }
        $happened = [LiveStation.Event] @{ ChannelId = $id; EventCode = 'PublishStart' }
        $gap = [LiveStation.RecordingGap] @{ ChannelId = $id; Kind = 'Failed'; RecordId = $recording.RecordId }
        $stored = [LiveStation.StoredObject] @{ BucketName = 'b'; Key = 'a.mp4'; Length = 5 }
        $group = [LiveStation.NotificationGroup] @{ ManagerGroupNo = 4; GroupName = 'night' }
        $manager = [LiveStation.NotificationManager] @{ ManagerNo = 5; ManagerGroupNo = 4; EmailAddress = 'a@example.com' }
        $recipient = [LiveStation.NotificationRecipient] @{ ManagerNo = 5; NotifyType = 'Email'; EmailAddress = 'a@example.com' }
        $restream = Get-LsRestream $relayed
        $platform = $restream.Platforms[0]
        $secure = [System.Net.NetworkCredential]::new('', 'a-key').SecurePassword
        $target = New-LsRestreamTarget YOUTUBE rtmp://a.example/x $secure
        $vod = Get-LsVodChannel $vodId
        $schedule = Get-LsVodSchedule $scheduleId
        $vodSchedule = (Get-LsVodChannel $schedule.ChannelId).ScheduleList[0]
        $ctx.Emulator.ClearRequests()

        """;

    // What else a cmdlet needs to run. A cmdlet that is missing here runs with its ids alone.
    private static readonly Dictionary<string, string> Others = new()
    {
        ["Set-LsChannel"] = "-EnvType Dev",
        ["Set-LsChannelCdn"] = "-CdnInstanceNo 1 -ProfileId 1",
        ["Set-LsCallback"] = "-CallbackUrl https://hooks.example",
        ["Set-LsNotification"] = "-AlertOn $false",
        ["New-LsNotificationRecipient"] = "-NotifyType Sms -CellPhoneNo '01012345678'",
        ["Wait-LsChannel"] = "-Status Ready, Publishing, Creating, Block, Unknown -TimeoutSec 1",
        ["Wait-LsRecording"] = "-Status TransferReady, TransferFinish, Transfer, Recording, Processing, Deleted -TimeoutSec 1",
        ["Export-LsRecording"] = "-BucketName b",
        ["Export-LsReport"] = "-Path ([IO.Path]::Combine([IO.Path]::GetTempPath(), 'ls-meaning.html'))",
        ["New-LsQualitySet"] = "-Name another-set",
        ["New-LsShortClip"] = "-EndTime 1s -BucketName b",
        ["Set-LsQualitySet"] = "-SegmentCount 4",
        ["Start-LsCurtain"] = "-ContentId 413",
        ["Wait-LsCurtainContent"] = "-Status Ready, Deleted -TimeoutSec 1",
        ["Wait-LsShortClip"] = "-ShortClipStatus Completed, Creating -TimeoutSec 1",
        ["Wait-LsSnapshot"] = "-TimeoutSec 1",
        ["Save-LsRecording"] = "-BucketName b -Path (Join-Path ([IO.Path]::GetTempPath()) ls-meaning)",
        ["Set-LsRestreamPlatform"] = "-StreamKey $secure",
        ["Set-LsVodChannel"] = "-EnvType Dev",
        ["Set-LsVodChannelCdn"] = "-CdnInstanceNo 1 -ProfileId 1",
        ["Wait-LsVodChannel"] = "-Status Ready, Reserved -TimeoutSec 1",
        ["New-LsVodSchedule"] = "-StartTime ([datetime]::UtcNow.AddDays(1)) -VodList b/a.mp4",
        ["Receive-LsCallback"] = "-Port 0 -For 1s -Reconcile",
        ["Watch-LsChannel"] = "-For 0s",
        ["Watch-LsEvent"] = "-For 1s",
        ["Set-LsVodSchedule"] = "-StartTime ([datetime]::UtcNow.AddDays(2))",
    };

    // The variables that hold one, by what they hold.
    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["channel"] = typeof(ChannelKind),
        ["recording"] = typeof(RecordingKind),
        ["upload"] = typeof(RecordingKind),
        ["url"] = typeof(ServiceUrlKind),
        ["metadata"] = typeof(StreamMetadataKind),
        ["quality"] = typeof(QualityKind),
        ["qualitySet"] = typeof(QualitySetKind),
        ["snapshot"] = typeof(SnapshotKind),
        ["clip"] = typeof(ShortClipKind),
        ["content"] = typeof(CurtainContentKind),
        ["curtain"] = typeof(CurtainKind),
        ["happened"] = typeof(EventKind),
        ["gap"] = typeof(RecordingKind),
        ["stored"] = typeof(StoredObjectKind),
        ["group"] = typeof(NotificationGroupKind),
        ["manager"] = typeof(NotificationManagerKind),
        ["recipient"] = typeof(NotificationManagerKind),
        ["restream"] = typeof(RestreamKind),
        ["platform"] = typeof(RestreamPlatformKind),
        ["target"] = typeof(RestreamTargetKind),
        ["vod"] = typeof(VodChannelKind),
        ["schedule"] = typeof(VodScheduleKind),
        ["vodSchedule"] = typeof(VodScheduleKind),
    };

    [Fact]
    public void Every_kind_with_records_is_walked() =>
        Assert.Equal(Kind.All.Where(kind => kind.Records.Count > 0).Select(kind => kind.GetType().Name).Order(StringComparer.Ordinal), Kinds.Values.Select(kind => kind.Name).Distinct().Order(StringComparer.Ordinal));

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string> Cmdlets => [.. All().Select(Name)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_destroys_or_stops_takes_only_what_it_is_about(string cmdlet)
    {
        Type type = All().Single(type => Name(type) == cmdlet);
        if (type.GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact != ConfirmImpact.High)
        {
            return;
        }

        foreach (string kind in Kinds.Keys)
        {
            foreach (string script in Ways(type, kind))
            {
                using Studio studio = Filled();
                studio.Run(Objects + script);
                Assert.True(studio.Writes.Count == (Kinds[kind] == About(type) ? 1 : 0), $"{script}: {studio.Writes.Count} writes");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void An_object_means_the_same_by_position_by_name_and_by_pipeline(string cmdlet)
    {
        Type type = All().Single(type => Name(type) == cmdlet);
        foreach (string kind in Kinds.Keys)
        {
            List<string> seen = [];
            foreach (string script in Ways(type, kind))
            {
                using Studio studio = Filled();
                Outcome outcome = studio.Run(Objects + script);
                bool isRefused = outcome.Errors.Concat(outcome.Thrown is null ? [] : [outcome.Thrown.ErrorRecord])
                    .Any(error => error.Exception is ParameterBindingException);
                Assert.True(!isRefused || studio.Emulator.Requests.Count == 0, $"{script} is refused and sends {string.Join(", ", studio.Calls)}");
                seen.Add(studio.Emulator.Requests.Count == 0 ? "nothing sent" : ChannelIds().Replace(string.Join(", ", studio.Calls), "{id}"));
            }

            Assert.True(seen.Distinct().Count() == 1, $"{cmdlet} with a {kind}: {string.Join(" | ", seen)}");
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_thing_given_three_times_is_written_once(string cmdlet)
    {
        Type type = All().Single(type => Name(type) == cmdlet);
        string kind = Kinds.First(pair => pair.Value == About(type)).Key;
        string others = Others.GetValueOrDefault(cmdlet, "") + (type.GetProperty("Force") is null ? "" : " -Force");
        foreach (string script in new[] { $"${kind}, ${kind}, ${kind} | {cmdlet} {others}", $"{cmdlet} ${kind}, ${kind}, ${kind} {others}" })
        {
            using Studio studio = Filled();
            studio.Run(Objects + script);
            Assert.True(studio.Writes.Count <= 1, $"{script}: {string.Join(", ", studio.Calls)}");
        }
    }

    [Fact]
    public void The_recordings_of_a_channel_stop_it_once_and_well()
    {
        using Studio studio = new();
        string id = studio.OnAir(recordFormat: "ALL");
        Assert.Equal(2, studio.Run($"Start-LsRecording {id}").Quiet().Output.Count);
        studio.Emulator.ClearRequests();

        Assert.NotEmpty(studio.Run("Get-LsRecording -Status Recording | Stop-LsRecording").Quiet().Output);
        Assert.Single(studio.Writes);
    }

    [Theory]
    [InlineData("Selection $recording ChannelId, RecordId | Remove-LsChannel -Force", 0)]
    [InlineData("Selection $recording ChannelId | Remove-LsChannel -Force", 0)]
    [InlineData("Row $recording | Remove-LsChannel -Force", 0)]
    [InlineData("Row $url | Remove-LsChannel -Force", 0)]
    [InlineData("Row $metadata | Remove-LsChannel -Force", 0)]
    [InlineData("Remove-LsChannel (Row $recording) -Force", 0)]
    [InlineData("Remove-LsChannel $channel, $recording -Force", 0)]
    [InlineData("Remove-LsChannel $ctx -Force", 0)]
    [InlineData("[System.Diagnostics.Process]::GetCurrentProcess() | Remove-LsChannel -Force", 0)]
    [InlineData("$channel.Cdn | Remove-LsChannel -Force", 0)]
    [InlineData("Row $restream | Remove-LsChannel -Force", 0)]
    [InlineData("Selection $restream ChannelId, ChannelName | Remove-LsChannel -Force", 0)]
    [InlineData("Row $channel | Remove-LsRestream -Force", 0)]
    [InlineData("Selection $channel ChannelId, ChannelName | Remove-LsRestream -Force", 0)]
    [InlineData("Selection $platform ChannelId | Remove-LsRestream -Force", 0)]
    [InlineData("Remove-LsRestream $restream, $platform -Force", 0)]
    [InlineData("Row $restream | Remove-LsRestream -Force", 1)]
    [InlineData("[pscustomobject]@{ ChannelId = $relayed; Note = 'over' } | Remove-LsRestream -Force", 1)]
    [InlineData("Row $platform | Set-LsRestreamPlatform -StreamKey $secure", 1)]
    [InlineData("Set-LsRestreamPlatform (Selection $platform ChannelId, PlatId) -StreamKey $secure", 1)]
    [InlineData("$restream.Platforms | Set-LsRestreamPlatform -StreamKey $secure", 2)]
    [InlineData("$restream | Set-LsRestreamPlatform -StreamKey $secure", 0)]
    [InlineData("Row $channel | Remove-LsChannel -Force", 1)]
    [InlineData("[pscustomobject]@{ ChannelId = $id; Note = 'over' } | Remove-LsChannel -Force", 1)]
    [InlineData("Selection $channel ChannelId, ChannelName | Remove-LsChannel -Force", 1)]
    [InlineData("Row $recording | Remove-LsRecording -Force", 1)]
    [InlineData("Remove-LsRecording (Selection $recording ChannelId, RecordId) -Force", 1)]
    [InlineData("Remove-LsRecording (Row $upload) -Force", 1)]
    [InlineData("$channel | Remove-LsRecording -Force", 0)]
    [InlineData("$recording | Export-LsRecording archive", 1)]
    [InlineData("Export-LsRecording $recording archive", 1)]
    [InlineData("Export-LsRecording (Again $recording 1) archive", 1)]
    [InlineData("Export-LsRecording $recording.RecordId archive", 1)]
    [InlineData("Export-LsRecording 1, 1 archive", 1)]
    [InlineData("$channel | Export-LsRecording archive", 0)]
    [InlineData("Export-LsRecording $channel archive", 0)]
    [InlineData("Row $quality | Remove-LsQuality -Force", 1)]
    [InlineData("Remove-LsQuality (Selection $quality QualityId, Name) -Force", 1)]
    [InlineData("[pscustomobject]@{ Id = $quality.QualityId } | Remove-LsQuality -Force", 1)]
    [InlineData("Row $qualitySet | Remove-LsQuality -Force", 0)]
    [InlineData("[pscustomobject]@{ QualitySetId = $qualitySet.QualitySetId } | Remove-LsQualitySet -Force", 1)]
    [InlineData("Row $channel | Remove-LsQualitySet -Force", 0)]
    [InlineData("[pscustomobject]@{ ChannelName = 'news'; QualitySetId = $qualitySet.QualitySetId } | Remove-LsQualitySet -Force", 0)]
    [InlineData("Selection $channel QualitySetId | Remove-LsQualitySet -Force", 0)]
    [InlineData("Remove-LsQualitySet own-set -Force", 0)]
    [InlineData("Row $channel | Remove-LsVodChannel -Force", 0)]
    [InlineData("Row $vod | Remove-LsChannel -Force", 0)]
    [InlineData("Row $schedule | Remove-LsVodChannel -Force", 0)]
    [InlineData("Row $schedule | Disable-LsChannel -Force", 0)]
    [InlineData("Selection $vod ChannelId, ChannelName | Remove-LsChannel -Force", 0)]
    [InlineData("Selection $vod ChannelId, ChannelName | Remove-LsVodChannel -Force", 1)]
    [InlineData("[pscustomobject]@{ ChannelId = $vodId; Note = 'over' } | Remove-LsVodChannel -Force", 1)]
    [InlineData("[pscustomobject]@{ Id = $scheduleId } | Remove-LsVodSchedule -Force", 1)]
    [InlineData("$vod | Remove-LsVodSchedule -Force", 0)]
    [InlineData("$scheduleId, \"$scheduleId\" | Remove-LsVodSchedule -Force", 1)]
    [InlineData("Remove-LsVodSchedule reserved -Force", 0)]
    [InlineData("New-LsVodSchedule $channel ([datetime]::UtcNow.AddDays(1)) b/a.mp4", 0)]
    [InlineData("$vodId | New-LsVodSchedule -StartTime ([datetime]::UtcNow.AddDays(1)) -VodList b/a.mp4", 0)]
    [InlineData("'b/a.mp4', 'b/b.mp4' | New-LsVodSchedule $vod ([datetime]::UtcNow.AddDays(1))", 1)]
    [InlineData("'b/a.mp4', 'no-file' | New-LsVodSchedule $vod ([datetime]::UtcNow.AddDays(1))", 0)]
    [InlineData("'b/a.mp4', $vod | New-LsVodSchedule $vodId ([datetime]::UtcNow.AddDays(1))", 0)]
    [InlineData("'b/a.mp4', 'b/b.mp4' | Set-LsVodSchedule $schedule", 1)]
    [InlineData("$schedule | Set-LsVodSchedule -VodList b/a.mp4", 1)]
    [InlineData("'b/a.mp4' | Set-LsVodSchedule", 0)]
    [InlineData("'5x' | Remove-LsQuality -Force", 0)]
    public void Rows_and_copies_are_what_they_were(string script, int writes)
    {
        using Studio studio = Filled();

        studio.Run(Objects + script);

        Assert.Equal(writes, studio.Writes.Count);
    }

    [Fact]
    public void A_recording_given_to_Get_LsRecording_is_that_one_alone()
    {
        using Studio studio = Filled(recordings: 3);

        foreach (string script in new[] { "Get-LsRecording $recording", "$recording | Get-LsRecording", "Get-LsRecording -InputObject (Again $recording)" })
        {
            Assert.Single(studio.Run(Objects + script).Quiet().Of<Recording>());
        }

        Assert.Equal(3, studio.Run(Objects + "Get-LsRecording $channel").Quiet().Output.Count);
    }

    // The columns that mark rows must not be columns of something else, or rows would be taken for the wrong thing.
    [Fact]
    public void No_mark_is_a_property_of_another_kind()
    {
        Assert.All(Kind.All, kind => Assert.All(kind.Marks, mark =>
        {
            Assert.All(kind.Records, record => Assert.True(record.GetProperty(mark) is not null || kind.Records.Count > 1, $"{record} has no {mark}"));
            Assert.DoesNotContain(Kind.All.Where(other => other != kind).SelectMany(other => other.Records), record => record.GetProperty(mark) is not null);
        }));
    }

    // What only reads takes a recording for its channel, and must not take a relay for a live channel, whose id looks the same.
    [Fact]
    public void What_names_a_channel_belongs_to_a_kind_that_is_declared() =>
        Assert.All(
            Kind.All.Where(kind => kind.IdName != nameof(Channel.ChannelId) && kind.Records.Any(record => record.GetProperty(nameof(Channel.ChannelId)) is not null)),
            kind => Assert.True(kind.Within is not null || kind.NamesAny is not null, $"{kind.GetType().Name} says nothing of what it belongs to"));

    [Theory]
    [InlineData("Get-LsChannel $restream", "Get-LsRestream")]
    [InlineData("Get-LsChannel $platform", "Get-LsRestreamPlatform")]
    [InlineData("Get-LsRecording $restream", "Get-LsRestream")]
    [InlineData("Start-LsRecording $restream", "Get-LsRestream")]
    [InlineData("Get-LsServiceUrl (Again $restream)", "Get-LsRestream")]
    [InlineData("Remove-LsChannel (Row $restream) -Force", "Remove-LsRestream")]
    [InlineData("Get-LsRestream $channel", "LsChannel")]
    [InlineData("Get-LsRestream $recording", "Get-, Export-")]
    [InlineData("Get-LsRestreamPlatform $channel", "LsChannel")]
    [InlineData("Remove-LsRestream (Again $channel) -Force", "LsChannel")]
    [InlineData("Set-LsRestreamPlatform $channel -StreamKey $secure", "LsChannel")]
    [InlineData("Get-LsRestream $target", "New-LsRestream")]
    [InlineData("New-LsRestream evening $platform", "Set-LsRestreamPlatform")]
    [InlineData("New-LsRestream evening $channel", "LsChannel")]
    public void A_channel_of_another_kind_is_refused_with_the_cmdlets_that_are_for_it(string script, string named)
    {
        using Studio studio = Filled();

        ErrorRecord error = studio.Shell.Terminating(Objects + script);

        Assert.Contains(named, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(studio.Emulator.Requests);
    }

    [Theory]
    [InlineData("$qualitySet | Get-LsChannel", "A quality set was given")]
    [InlineData("$qualitySet | Get-LsEvent", "LsQualitySet")]
    [InlineData("$recording | Get-LsQualitySet", "A recording was given")]
    [InlineData("$group | Set-LsNotification $id -NotifyType Email -AlertOn $false", "Get-LsNotificationManager")]
    [InlineData("$quality | Set-LsNotification $id -NotifyType Email -AlertOn $false", "LsQuality")]
    public void In_a_pipeline_too_the_refusal_says_what_was_given_and_where_it_goes(string script, string said)
    {
        using Studio studio = Filled();

        ErrorRecord error = studio.Run(Objects + script).Errors[0];

        Assert.StartsWith("ParameterArgumentTransformationError,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
    }

    // In the spellings that the cmdlet's parameters allow.
    private static IEnumerable<string> Ways(Type type, string kind)
    {
        string name = Name(type);
        string others = Others.GetValueOrDefault(name, "") + (type.GetProperty("Force") is null ? "" : " -Force");
        string parameter = TakesAsInput(type, Kinds[kind]) || Id(type) is null ? "InputObject"
            : (Ids(type).FirstOrDefault(property => property.GetCustomAttribute<IdOfAttribute>()!.Kind == Kinds[kind]) ?? Id(type)!).Name;
        yield return $"{name} ${kind} {others}";
        yield return $"{name} -{parameter} ${kind} {others}";
        yield return $"{name} (Again ${kind} 1) {others}";
        yield return $"{name} (Row ${kind}) {others}";
        if (type.GetProperty(parameter)!.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipeline))
        {
            yield return $"${kind} | {name} {others}";
            yield return $"Again ${kind} | {name} {others}";
            yield return $"Row ${kind} | {name} {others}";
        }
    }

    private Studio Filled(int recordings = 1)
    {
        Studio studio = new(_shell);
        string id = studio.OnAir();
        studio.Emulator.Recordings.Add(id, recordings, "TRANSFER_READY");
        studio.Emulator.Qualities.Add("q-loose");
        studio.Emulator.Qualities.AddSet("own-set", studio.Emulator.Qualities.Add("q-held"));
        studio.Emulator.Curtain.Add(file: "b/loose.png");
        studio.Shell.Set("id", id);
        studio.Shell.Set("relayed", studio.Emulator.Restream.Add("relayed", "YOUTUBE", "CHZZK"));
        studio.Shell.Set("vodId", studio.Emulator.Vod.Add("vod"));
        studio.Shell.Set("scheduleId", studio.Emulator.Vod.Schedule(studio.Emulator.Vod.Add("reserved"), DateTimeOffset.UtcNow.AddDays(1), "b/a.mp4"));
        return studio;
    }

    private static PropertyInfo? Id(Type type) => Ids(type).FirstOrDefault();

    // What may come through the pipeline for its id.
    private static IEnumerable<PropertyInfo> Ids(Type type) => type.GetProperties().Where(property =>
        property.GetCustomAttribute<IdOfAttribute>() is not null && property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline || (parameter.Position == 0 && type.GetProperty("InputObject") is null)));

    /// <summary>The kind that a cmdlet does something to.</summary>
    private static Type About(Type type) => Input(type) is { } input ? input.Wanted.GetType() : Id(type)!.GetCustomAttribute<IdOfAttribute>()!.Kind;

    private static bool TakesAsInput(Type type, Type kind) => Input(type) is { } input && (input.Wanted.GetType() == kind || input.Takes(Kind.Get(kind)));

    private static ThingInputAttribute? Input(Type type) => type.GetProperty("InputObject")?.GetCustomAttribute<ThingInputAttribute>();

    private static IEnumerable<Type> All() => typeof(LsContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null && (Id(type) is not null || Input(type) is not null));

    private static string Name(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;
        return $"{cmdlet.VerbName}-{cmdlet.NounName}";
    }

    [GeneratedRegex(@"ls-\d{14}-\w{5}")]
    private static partial Regex ChannelIds();
}
