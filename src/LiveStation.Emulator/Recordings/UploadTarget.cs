namespace LiveStation.Emulator;

/// <summary>Where in Object Storage a recording goes. Folder is that of the channel's settings, empty without one.</summary>
internal sealed record UploadTarget(string Host, string Bucket, string Folder);
