using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>
/// Object Storage, as far as reading goes: objects, ranges, heads and lists of version 1, in path style, with errors as S3 writes
/// them. It stands beside the gateway: requests that are signed for a store come here, whatever their host.
/// </summary>
internal sealed class ObjectStorage
{
    private const int LargestPage = 1000;

    private static readonly string[] Regions = ["kr-standard", "fin-standard"];

    private readonly Account _account;
    private readonly GatewayKey _key;
    private readonly ObjectStore _store;

    public ObjectStorage(Account account, GatewayKey key, RecordingState recordings)
    {
        _account = account;
        _key = key;
        _store = new ObjectStore(recordings, account.Pace);
        Controls = new StorageControls(account, _store);
    }

    public StorageControls Controls { get; }

    /// <summary>Whether a request is meant for a store, and not for the gateway.</summary>
    public static bool IsMeant(EmulatorRequest request) =>
        request.Header("Authorization")?.StartsWith("AWS4-", StringComparison.Ordinal) == true || request.HeaderNames.Any(static name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Carries out a request, or refuses it.</summary>
    public Answer Serve(EmulatorRequest request, DateTimeOffset clock)
    {
        Answer answer = StorageSignature.Refuse(request, _key, Regions, clock) ?? Find(request);
        return request.Method == "HEAD" ? answer with { Body = [] } : answer;
    }

    private Answer Find(EmulatorRequest request)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            return StoreErrors.Answer("MethodNotAllowed");
        }

        string[] target = request.PathAndQuery.Split(['?'], 2);
        string[] path = target[0].TrimStart('/').Split(['/'], 2);
        string bucket = Uri.UnescapeDataString(path[0]);
        string key = path.Length > 1 ? Uri.UnescapeDataString(path[1]) : "";
        return _account.Do(now =>
        {
            if (key.Length == 0)
            {
                return _store.In(bucket, now) is { } all ? List(bucket, all, target.Length > 1 ? target[1] : "") : StoreErrors.Answer("NoSuchBucket", null, ("BucketName", bucket));
            }

            (bool hasBucket, StoredContent? content) = _store.Find(bucket, key, now);
            return content is not null ? Object(request, content)
                : hasBucket ? StoreErrors.Answer("NoSuchKey", null, ("Key", key))
                : StoreErrors.Answer("NoSuchBucket", null, ("BucketName", bucket));
        });
    }

    private static Answer Object(EmulatorRequest request, StoredContent content)
    {
        if (request.Header("If-Match") is { } wanted && wanted != "*" && !wanted.Split(',').Any(tag => tag.Trim().Trim('"') == content.ETag))
        {
            return StoreErrors.Answer("PreconditionFailed");
        }

        (long first, long count) = (0, content.Length);
        bool isPart = request.Header("Range") is { } range && request.Method == "GET";
        if (isPart)
        {
            if (Range(request.Header("Range")!, content.Length) is not (long, long) asked)
            {
                return StoreErrors.Answer("InvalidRange");
            }

            (first, count) = asked;
        }

        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Length", count.ToString(CultureInfo.InvariantCulture)),
            new("ETag", $"\"{content.ETag}\""),
            new("Last-Modified", content.Written.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture)),
            new("Accept-Ranges", "bytes"),
        ];
        if (isPart)
        {
            headers.Add(new("Content-Range", string.Format(CultureInfo.InvariantCulture, "bytes {0}-{1}/{2}", first, first + count - 1, content.Length)));
        }

        if (content.HasChecksum && request.Header("x-amz-checksum-mode") == "ENABLED")
        {
            headers.Add(new("x-amz-checksum-sha256", content.Checksum()));
        }

        return new Answer(isPart ? 206 : 200, content.Read(first, count)) { ContentType = "application/octet-stream", Headers = headers };
    }

    private static (long First, long Count)? Range(string text, long length)
    {
        string[] ends = text.StartsWith("bytes=", StringComparison.Ordinal) ? text.Substring(6).Split('-') : [];
        if (ends.Length != 2)
        {
            return null;
        }

        bool hasFirst = long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out long first);
        bool hasLast = long.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out long last);
        if (!hasFirst)
        {
            return hasLast && last > 0 && length > 0 ? (Math.Max(0, length - last), Math.Min(last, length)) : null;
        }

        long end = hasLast ? Math.Min(last, length - 1) : length - 1;
        return first <= end ? (first, end - first + 1) : null;
    }

    private static Answer List(string bucket, SortedDictionary<string, StoredContent> all, string query)
    {
        Dictionary<string, string> asked = query.Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split(['='], 2))
            .GroupBy(static pair => pair[0])
            .ToDictionary(static pair => pair.Key, static pair => Uri.UnescapeDataString(pair.Last().Length > 1 ? pair.Last()[1] : ""), StringComparer.Ordinal);
        string prefix = asked.TryGetValue("prefix", out string? begun) ? begun : "";
        string marker = asked.TryGetValue("marker", out string? after) ? after : "";
        int size = asked.TryGetValue("max-keys", out string? most) && int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out int wanted) ? Math.Min(wanted, LargestPage) : LargestPage;
        bool escapes = asked.TryGetValue("encoding-type", out string? encoding) && encoding == "url";
        List<KeyValuePair<string, StoredContent>> matching = all.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(file.Key, marker) > 0).Take(size + 1).ToList();
        bool isTruncated = matching.Count > size;
        StringBuilder document = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        string head = $"<Name>{bucket}</Name><Prefix>{Written(prefix)}</Prefix><Marker>{Written(marker)}</Marker><MaxKeys>{size}</MaxKeys>{(escapes ? "<EncodingType>url</EncodingType>" : "")}<IsTruncated>{(isTruncated ? "true" : "false")}</IsTruncated>";
        document.Append(head);
        foreach (KeyValuePair<string, StoredContent> file in matching.Take(size))
        {
            string time = file.Value.Written.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            string entry = $"<Contents><Key>{Written(file.Key)}</Key><LastModified>{time}</LastModified><ETag>&quot;{file.Value.ETag}&quot;</ETag><Size>{file.Value.Length.ToString(CultureInfo.InvariantCulture)}</Size><Owner><ID>1</ID></Owner><StorageClass>STANDARD</StorageClass></Contents>";
            document.Append(entry);
        }

        return StoreErrors.Document(200, document.Append("</ListBucketResult>").ToString());

        string Written(string text) => escapes ? Uri.EscapeDataString(text).Replace("%2F", "/") : SecurityElement.Escape(text);
    }
}
