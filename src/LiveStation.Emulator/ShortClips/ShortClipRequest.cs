namespace LiveStation.Emulator;

/// <summary>The body of shortClipCreate.</summary>
internal sealed record ShortClipRequest(long? StartTime, long? EndTime, string? AccessControl, string? BucketName, string? FilePath)
{
    public static ShortClipRequest Read(Fields body)
    {
        Fields? output = body.Object("shortclip")?.Object("output");
        return new(body.Whole("startTime"), body.Whole("endTime"), output?.Text("accessControl"), output?.Text("bucketName"), output?.Text("filePath"));
    }
}
