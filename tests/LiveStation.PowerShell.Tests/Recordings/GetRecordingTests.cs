using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests.Recordings;

public class GetRecordingTests
{
    [Fact]
    public void The_documented_example_arrives_as_a_typed_object()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Recording recording = shell.Run($"Get-LsRecording {Service.PageExample}").Quiet().Of<Recording>()[0];

        Assert.Equal(298, recording.RecordId);
        Assert.Equal(Service.PageExample, recording.ChannelId);
        Assert.Equal(RecordType.Mp4, recording.RecordType);
        Assert.Equal(RecordStatus.TransferReady, recording.Status);
        Assert.Equal("TRANSFER_READY", recording.StatusText);
        Assert.Equal(TimeSpan.FromMilliseconds(2996437), recording.Duration);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1584952615000).LocalDateTime, recording.RecordBeginTime);
        Assert.Equal(DateTimeKind.Local, recording.RecordBeginTime!.Value.Kind);
        Assert.Null(recording.ObjectStorageUrl);
        Assert.True(recording.TimeLeft < TimeSpan.Zero);
    }

    [Fact]
    public void Without_a_channel_every_channel_is_asked_in_order()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        IReadOnlyList<Recording> all = shell.Run("Get-LsRecording").Quiet().Of<Recording>();

        string[] order = [Service.PageExample, Service.News, Service.Weekly, Service.Event];
        Assert.Equal(order.Take(3), all.Select(recording => recording.ChannelId!).Distinct());
        Assert.Equal(2 + 4 + 10, all.Count);
        Assert.Equal(["/channels", .. order.Select(id => $"/channels/{id}/records")], service.Paths.Select(path => path.Split('?')[0]));
    }

    [Theory]
    [InlineData("Get-LsRecording -ChannelId $ids")]
    [InlineData("Get-LsRecording $ids")]
    [InlineData("$ids | Get-LsRecording")]
    [InlineData("$ids | ForEach-Object { [pscustomobject]@{ ChannelId = $_ } } | Get-LsRecording")]
    [InlineData("Get-LsChannel $ids | Get-LsRecording")]
    [InlineData("Get-LsRecording -ChannelId (Get-LsChannel $ids)")]
    [InlineData("Get-LsRecording -ChannelId $ids -ThrottleLimit 1")]
    public void An_array_and_a_pipeline_give_the_same(string script)
    {
        Service service = new();
        using Shell shell = Shell.On(service);
        shell.Set("ids", new[] { Service.Weekly, Service.Event, Service.News });

        IReadOnlyList<Recording> recordings = shell.Run(script).Quiet().Of<Recording>();

        Assert.Equal([Service.Weekly, Service.News], recordings.Select(recording => recording.ChannelId!).Distinct());
        Assert.Equal(14, recordings.Count);
        Assert.Equal(
            [$"/channels/{Service.Weekly}/records", $"/channels/{Service.Event}/records", $"/channels/{Service.News}/records"],
            service.Paths.Where(path => path.EndsWith("/records", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-Status TransferReady", "TransferReady")]
    [InlineData("-Status TRANSFER_READY", "TransferReady")]
    [InlineData("-Status transfer_ready", "TransferReady")]
    [InlineData("-Status TRANSFER_FAIL, Deleted", "Deleted TransferFail")]
    [InlineData("-RecordType HLS -Status RECORDING", "")]
    public void Status_takes_both_spellings(string arguments, string expected)
    {
        using Shell shell = Shell.On(new Service());

        IEnumerable<string> states = shell.Run($"Get-LsRecording {Service.Weekly} {arguments}").Quiet().Of<Recording>().Select(recording => recording.Status.ToString());

        Assert.Equal(expected, string.Join(' ', states.Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("HLS")]
    [InlineData("Hls")]
    public void RecordType_takes_both_spellings(string recordType)
    {
        using Shell shell = Shell.On(new Service());

        Recording recording = Assert.Single(shell.Run($"Get-LsRecording {Service.PageExample} -RecordType {recordType}").Quiet().Of<Recording>());

        Assert.Equal(299, recording.RecordId);
    }

    [Fact]
    public void A_state_that_there_is_not_is_refused_before_anything_is_sent()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Terminating("Get-LsRecording -Status TRANSFER_REDDY");

        Assert.StartsWith("CannotConvertArgumentNoMessage", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("$_.Status -eq 'TRANSFER_READY'")]
    [InlineData("$_.Status -eq 'TransferReady'")]
    [InlineData("$_.StatusText -eq 'TRANSFER_READY'")]
    [InlineData("$_.Status -in 'TransferReady', 'Deleted' -and $_.Status -ne 'DELETED'")]
    public void Objects_compare_with_both_spellings(string condition)
    {
        using Shell shell = Shell.On(new Service());

        Assert.Equal(4, shell.Run($"Get-LsRecording {Service.Weekly} | Where-Object {{ {condition} }}").Quiet().Output.Count);
        Assert.Equal(4, shell.Run($"Get-LsRecording {Service.Weekly} | Where-Object Status -eq TRANSFER_READY").Quiet().Output.Count);
    }

    [Theory]
    [InlineData("12h")]
    [InlineData("720m")]
    [InlineData("'0.5d'")]
    [InlineData("43200s")]
    [InlineData("12:00:00")]
    [InlineData("([timespan]'12:00:00')")]
    public void ExpiringWithin_finds_what_would_be_lost(string span)
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<Recording> lost = shell.Run($"Get-LsRecording -ExpiringWithin {span}").Quiet().Of<Recording>();

        // Not the transferred one of three hours, nor the deleted one; the page's example is years over its time, and still listed.
        Assert.Equal([298, 299], lost.Take(2).Select(recording => recording.RecordId));
        Assert.All(lost.Take(2), recording => Assert.True(recording.TimeLeft < TimeSpan.Zero));
        Assert.Equal([RecordStatus.TransferReady, RecordStatus.TransferFail], lost.Skip(2).Select(recording => recording.Status));
        Assert.Equal([5, 9], lost.Skip(2).Select(recording => (int)Math.Round(recording.TimeLeft!.Value.TotalHours)));
    }

    // To PowerShell 2d is a decimal number and 30s a short one.
    [Theory]
    [InlineData("1d", 5)]
    [InlineData("2d", 7)]
    [InlineData("0.5d", 4)]
    [InlineData("30s", 2)]
    [InlineData("1D", 5)]
    public void ExpiringWithin_takes_units_that_PowerShell_reads_as_kinds_of_numbers(string span, int count)
    {
        using Shell shell = Shell.On(new Service());

        Assert.Equal(count, shell.Run($"Get-LsRecording -ExpiringWithin {span}").Quiet().Output.Count);
    }

    // What a column says can be typed, or copied from the screen.
    [Theory]
    [InlineData("1d12h", "1.12:00")]
    [InlineData("'1d 20h'", "1.20:00")]
    [InlineData("'4h 59m'", "4:59")]
    [InlineData("1h30m15s", "1:30:15")]
    [InlineData("1D2H", "1.02:00")]
    public void ExpiringWithin_takes_the_form_that_the_view_prints(string span, string same)
    {
        using Shell shell = Shell.On(new Service());

        IReadOnlyList<string> both = shell.Run($"(Get-LsRecording -ExpiringWithin {span}).RecordId -join ' '; (Get-LsRecording -ExpiringWithin {same}).RecordId -join ' '").Quiet().Texts();

        Assert.NotEmpty(both[0]);
        Assert.Equal(both[0], both[1]);
    }

    [Theory]
    [InlineData("12h1d")]
    [InlineData("1d1d")]
    [InlineData("1d12")]
    [InlineData("12")]
    [InlineData("$two")]
    [InlineData("'12'")]
    [InlineData("12.5")]
    [InlineData("tomorrow")]
    [InlineData("''")]
    [InlineData("99999999999999d")]
    [InlineData("-5h")]
    public void ExpiringWithin_refuses_what_has_no_unit(string span)
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        shell.Set("two", 2m);

        ErrorRecord error = shell.Terminating($"Get-LsRecording -ExpiringWithin {span}");

        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Contains("12h", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void RecordId_asks_for_each_by_itself()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        IReadOnlyList<Recording> found = shell.Run($"Get-LsRecording {Service.PageExample} -RecordId 299, 298").Quiet().Of<Recording>();

        Assert.Equal([299, 298], found.Select(recording => recording.RecordId));
        Assert.Equal([$"/channels/{Service.PageExample}/records/299", $"/channels/{Service.PageExample}/records/298"], service.Paths);
    }

    [Fact]
    public void A_missing_recording_is_one_error_and_the_rest_goes_on()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run($"Get-LsRecording {Service.PageExample} -RecordId 298, 999999, 299");

        Assert.Equal([298, 299], outcome.Of<Recording>().Select(recording => recording.RecordId));
        ErrorRecord error = outcome.OneError();
        Assert.Equal("RecordingNotFound,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(Service.PageExample + "/999999", error.TargetObject);
    }

    [Fact]
    public void A_recording_from_the_pipeline_asks_for_itself()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        IReadOnlyList<Recording> again = shell.Run($"Get-LsRecording {Service.News} | Where-Object Status -eq TransferReady | Get-LsRecording").Quiet().Of<Recording>();

        Assert.Equal(2, again.Count);
        Assert.Equal(again.Select(recording => $"/channels/{Service.News}/records/{recording.RecordId.ToString(CultureInfo.InvariantCulture)}"), service.Paths.Skip(1));
    }

    [Fact]
    public void Channels_and_recordings_in_one_pipeline_each_ask_for_what_they_are()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        IReadOnlyList<Recording> found = shell.Run($"Get-LsRecording {Service.PageExample} -RecordId 298; Get-LsChannel {Service.News}").Quiet().Output.Select(_ => new Recording()).ToList();
        service.Emulator.ClearRequests();
        Outcome mixed = shell.Run($"@(Get-LsRecording {Service.PageExample} -RecordId 298; Get-LsChannel {Service.News}; '{Service.Weekly}') | Get-LsRecording").Quiet();

        Assert.Equal(2, found.Count);
        Assert.Equal(1 + 4 + 10, mixed.Of<Recording>().Count);
        Assert.Equal(
            [$"/channels/{Service.PageExample}/records/298", $"/channels/{Service.News}/records", $"/channels/{Service.Weekly}/records"],
            service.Paths.Skip(2));
    }

    [Fact]
    public void An_empty_list_of_ids_asks_for_nothing_rather_than_for_the_whole_channel()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Assert.Empty(shell.Run($"$ids = @(); Get-LsRecording {Service.PageExample} -RecordId $ids").Quiet().Of<Recording>());

        Assert.StartsWith("ChannelIdMissing,", shell.Terminating("Get-LsRecording -RecordId @()").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("Get-LsRecording -Status @()")]
    [InlineData("Get-LsRecording -RecordType @()")]
    [InlineData("Get-LsChannel -Status @()")]
    public void An_empty_filter_is_refused_rather_than_taken_for_everything(string script)
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        Assert.StartsWith("ParameterArgumentValidationError", shell.Terminating(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("Get-LsRecording -ChannelId $null", "'ChannelId'. The argument is null")]
    [InlineData("Remove-LsRecording -ChannelId $null -RecordId 1", "'ChannelId'. The argument is null")]
    public void No_channel_at_all_is_refused_in_plain_words(string script, string words)
    {
        using Shell shell = Shell.On(new Service());

        Assert.Contains(words, shell.Terminating(script).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RecordId_without_a_channel_is_refused()
    {
        Service service = new();
        using Shell shell = Shell.On(service);

        ErrorRecord error = shell.Terminating("Get-LsRecording -RecordId 298");

        Assert.Equal("ChannelIdMissing,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("-ChannelId", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void An_unknown_channel_is_one_error_about_its_id()
    {
        using Shell shell = Shell.On(new Service());

        Outcome outcome = shell.Run("Get-LsRecording ls-no-such-channel");

        ErrorRecord error = outcome.OneError();
        Assert.Empty(outcome.Output);
        Assert.Equal("ChannelNotFound,LiveStation.PowerShell.GetLsRecordingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("ls-no-such-channel", error.TargetObject);
        Assert.Contains("Get-LsChannel", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        LiveStationApiException failure = Assert.IsType<LiveStationApiException>(error.Exception);
        Assert.Contains(failure.Code!.Value.ToString(CultureInfo.InvariantCulture), error.ToString(), StringComparison.Ordinal);
        Assert.Contains(failure.HttpStatus.ToString(CultureInfo.InvariantCulture), error.ToString(), StringComparison.Ordinal);
        Assert.Contains(failure.TraceId!, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_without_channels_gives_nothing()
    {
        using Shell shell = Shell.On(new Service(seed: false));

        Assert.Empty(shell.Run("Get-LsRecording").Quiet().Output);
        Assert.Empty(shell.Run("Get-LsChannel").Quiet().Output);
    }

    [Fact]
    public void A_status_and_fields_that_are_new_do_no_harm()
    {
        Service service = new();
        service.Emulator.Faults.Add(Fault.UnknownValues("SOMETHING_NEW"));
        using Shell shell = Shell.On(service);

        IReadOnlyList<Recording> recordings = shell.Run($"Get-LsRecording {Service.Weekly}").Quiet().Of<Recording>();

        Assert.Equal(10, recordings.Count);
        Recording changed = Assert.Single(recordings, recording => recording.Status == RecordStatus.Unknown);
        Assert.Equal("SOMETHING_NEW", changed.StatusText);
        Assert.All(recordings, recording => Assert.NotEmpty(recording.GetAdditionalFields()));
    }
}
