using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Recordings, what became of exporting and saving them, and what is wrong with one.</summary>
internal sealed class RecordingKind : Kind
{
    public override string Noun => "a recording";

    public override IReadOnlyList<Type> Records => [typeof(Recording), typeof(RecordingUpload), typeof(SavedRecording), typeof(RecordingGap)];

    public override string? IdName => nameof(Recording.RecordId);

    public override Type? Within => typeof(ChannelKind);

    public override IReadOnlyList<string> Marks => [nameof(Recording.RecordId)];

    public override int Keep => 200;

    public override bool IsSeenIn(Type type) => type == typeof(Recording);

    public override string Advice => "For recordings use Get-, Export-, Save-, Wait- or Remove-LsRecording; if the whole channel is meant, give its id: $recording.ChannelId.";

    public override string? NameIn(object item) => ((Recording)item).RecordId.ToString(CultureInfo.InvariantCulture);

    public override string Tip(object item) => $"{((Recording)item).ChannelId} {((Recording)item).FileName} ({((Recording)item).StatusText})";

    public override bool Fits(object item, IDictionary boundParameters) => boundParameters[nameof(Recording.ChannelId)] is not string channelId || channelId == ((Recording)item).ChannelId;

    /// <summary>A recording as questions name it: with its file and state, where those were seen.</summary>
    public static string Describe(SeenNames seen, string channelId, long recordId)
    {
        string name = RecordingWait.Name(channelId, recordId);
        return seen.Find<RecordingKind>(recordId.ToString(CultureInfo.InvariantCulture)) is Recording recording && recording.ChannelId == channelId ? $"{name} {recording.FileName} ({recording.StatusText})" : name;
    }

    /// <summary>A recording that the service does not give, without saying that it knows none.</summary>
    public static ErrorRecord NotFound(string name) =>
        ErrorRecords.NotFound(name, "recording", "RecordingNotFound", "Run Get-LsRecording with the channel alone: temporary recordings are removed after some days.");

    /// <summary>A recording that was given without the channel that it is asked for with.</summary>
    public static ErrorRecord ChannelMissing(long recordId) => ErrorRecords.ChannelMissing("recording", recordId, nameof(Recording.RecordId));
}
