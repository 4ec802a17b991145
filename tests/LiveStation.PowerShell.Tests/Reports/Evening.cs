using System;
using System.Globalization;
using System.Linq;

namespace LiveStation.PowerShell.Tests.Reports;

/// <summary>
/// An evening that went wrong: recording began two minutes late, paused for ten, stopped five minutes early, and the upload of its second
/// part failed; another channel was on air twice, and is now, with nothing that recorded it.
/// </summary>
internal sealed class Evening : IDisposable
{
    private readonly LeapingTime _time = new();

    public Evening(string mainName = "evening_news")
    {
        Studio = new Studio(time: _time);
        Main = Studio.Emulator.Channels.Add(mainName);
        Bare = Studio.Emulator.Channels.Add("방송");
        Studio.Emulator.Channels.StartPublishing(Main);
        Pass(2);
        Studio.Run($"Start-LsRecording {Main} > $null").Quiet();
        Pass(20);
        Studio.Run($"Stop-LsRecording {Main} > $null").Quiet();
        Pass(10);
        Studio.Run($"Start-LsRecording {Main} > $null").Quiet();
        Pass(20);
        Studio.Run($"Stop-LsRecording {Main} > $null").Quiet();
        Pass(5);
        Studio.Emulator.Channels.StopPublishing(Main);
        Failed = Studio.Run($"Get-LsRecording {Main}").Of<Recording>().Max(recording => recording.RecordId);
        Studio.Emulator.Recordings.Fail(Main, Failed);
        Studio.Emulator.Channels.StartPublishing(Bare);
        Pass(15);
        Studio.Emulator.Channels.StopPublishing(Bare);
        Pass(60);
        Studio.Emulator.Channels.StartPublishing(Bare);
        Pass(30);
        Studio.Shell.Set("main", Main);
        Studio.Shell.Set("bare", Bare);
        Studio.Shell.Set("ids", new[] { Main, Bare });
    }

    public Studio Studio { get; }

    public string Main { get; }

    public string Bare { get; }

    public long Failed { get; }

    public static string Row(RecordingGap gap) => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2} {3:h\\:mm}{4}", gap.ChannelId, gap.Kind, gap.Part, gap.Duration, gap.IsOngoing ? " now" : "");

    public void Dispose() => Studio.Dispose();

    private void Pass(int minutes) => _time.Leap(TimeSpan.FromMinutes(minutes));
}
