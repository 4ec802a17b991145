using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>What a live curtain shows: a video, or a picture with or without sound. What the service leaves out is <see langword="null"/>; times are local.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/media-livestation-curtaincontent-curtaincontentinfo</remarks>
public sealed class CurtainContent : ServiceRecord, IBucketUser
{
    /// <summary>Id of the content.</summary>
    public long ContentId { get; init; }

    /// <summary>State.</summary>
    public CurtainContentStatus Status { get; init; }

    /// <summary>Play time, in seconds on the wire; a picture becomes a video of five minutes.</summary>
    public TimeSpan? FileDuration { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>When it was registered; local time.</summary>
    public DateTime? RegisterTime { get; init; }

    /// <summary>When it changed last; local time.</summary>
    public DateTime? UpdatedTime { get; init; }

    /// <summary>The files that it was made from, as <c>bucketName/filePath</c>.</summary>
    public IReadOnlyList<string>? Input { get; init; }

    /// <summary>The names of these files without bucket and folder, with commas between: what people call the content.</summary>
    public string? FileName => Input is null ? null : string.Join(", ", Input.Select(static path => path.Substring(path.LastIndexOf('/') + 1)));

    /// <summary>The state as the service wrote it; <see langword="null"/> when it wrote none.</summary>
    public string? StatusText { get; init; }

    string? IBucketUser.BucketName => Input is { Count: > 0 } && Input[0] is { } path && path.IndexOf('/') is > 0 and int end ? path.Substring(0, end) : null;

    private protected override string Summary => string.Format(CultureInfo.InvariantCulture, "{0} {1} ({2})", ContentId, FileName, StatusText);

    /// <summary>Reads an answer about one.</summary>
    /// <exception cref="JsonException">It names none.</exception>
    internal static CurtainContent OfAnswer(JsonElement answer)
    {
        (JsonElement content, JsonFields beside) = Envelope.Parts(answer);
        CurtainContent read = Read(content);
        read.Rest = JsonFields.Merge(read.GetAdditionalFields(), beside.Rest);
        return read;
    }

    /// <summary>Reads the answer to the making of one: the page has one, though it is asked for with a list of files.</summary>
    /// <exception cref="JsonException">It names none.</exception>
    internal static IReadOnlyList<CurtainContent> OfCreation(JsonElement answer) => Envelope.Parts(answer).Content.ValueKind == JsonValueKind.Array
        ? Envelope.Entries(Envelope.Parts(answer).Content, Read) is { Count: > 0 } several ? several : throw new JsonException("The answer names no content.")
        : [OfAnswer(answer)];

    internal static CurtainContent Read(JsonElement element)
    {
        JsonFields fields = new(element);
        string? status = fields.Enum(out CurtainContentStatus contentStatus, "status");
        return new CurtainContent
        {
            ContentId = fields.Long("id", "contentId") ?? throw new JsonException("The answer names no content."),
            Status = contentStatus,
            StatusText = status,
            FileDuration = fields.Seconds("fileDuration"),
            FileSize = fields.Long("fileSize"),
            RegisterTime = fields.Time("registerTime"),
            UpdatedTime = fields.Time("updatedTime"),
            Input = fields.Texts("input"),
            Rest = fields.Rest,
        };
    }
}
