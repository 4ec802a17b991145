using System;

namespace LiveStation;

/// <summary>
/// What is refused before anything is sent: what the API documents as needed or impossible, and what would be dropped without a word.
/// What no page is certain of is left to the service.
/// </summary>
internal static class ChannelRules
{
    private static readonly Rule<(ChannelOptions Wanted, ChannelBody Body, Channel? Now)>[] Shared =
    [
        new("BucketMissing", it => it.Body.Uploads && it.Body.BucketName is null,
            "Recordings that are uploaded automatically need a bucket (-BucketName).", "Give -BucketName, or another -RecordSaveType."),
        new("UploadTargetUnused", it => !it.Body.Uploads && (it.Wanted.BucketName ?? it.Wanted.FilePath ?? it.Wanted.AccessControl?.ToString()) is not null,
            "-BucketName, -FilePath and -AccessControl say where automatic uploads go, and recordings of this channel are not uploaded automatically.",
            "Add -RecordSaveType AutoUpload and a -BucketName, or leave them out: Export-LsRecording names a bucket of its own."),
        new("FormatUnused", it => !it.Body.Records && it.Wanted.RecordFormat is not null,
            "-RecordFormat says what recordings become, and this channel records nothing.", "Give -RecordSaveType ManualUpload or AutoUpload, or leave -RecordFormat out."),
        new("FilePathForm", it => it.Wanted.FilePath?.StartsWith("/", StringComparison.Ordinal) == false,
            "-FilePath is a folder in the bucket and begins with a slash.", "Write it as in -FilePath /archive."),
        new("TimemachineWithoutDvr", it => it.Wanted.TimemachineMin is not null && !it.Body.UseDvr,
            "-TimemachineMin says how far viewers can rewind, and without -UseDvr they cannot.", "Switch -UseDvr on, or leave -TimemachineMin out."),
        new("ImmediateOnAirWithoutDvr", it => (it.Wanted.UseDvr ?? it.Wanted.ImmediateOnAir) is not null && it.Body.ImmediateOnAir && !it.Body.UseDvr,
            "Recording from the start of each broadcast (-ImmediateOnAir) goes only with rewinding (-UseDvr); the service refuses the one without the other (code 250139).",
            "Switch -UseDvr on too, or switch -ImmediateOnAir off."),
    ];

    public static void Check(ChannelChange change, ChannelBody body, Channel now)
    {
        Shared.Judge((change, body, now), now.ChannelId);
        DeliveryRules.CheckChange(change.OutputProtocol, now.OutputProtocol, now.ChannelId);
    }

    public static void Check(ChannelSettings settings, ChannelBody body, Zone zone)
    {
        Shared.Judge((settings, body, null), settings.ChannelName);
        DeliveryRules.Check(settings, zone);
    }
}
