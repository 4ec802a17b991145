using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Xml;

namespace LiveStation;

/// <summary>A page of a list of version 1.</summary>
internal sealed class ObjectListing
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal) { "Key", "Size", "LastModified", "ETag", "StorageClass", "Owner" };

    private readonly List<StoredObject> _objects = [];

    public IReadOnlyList<StoredObject> Objects => _objects;

    public bool IsTruncated { get; private set; }

    /// <summary>Where the next page begins.</summary>
    public string? Next { get; private set; }

    /// <summary>Asks for a page. Keys come escaped, where the store can do that: XML cannot hold all that a key can.</summary>
    public static StorageRequest Request(string bucketName, string? prefix, string? marker) => new(HttpMethod.Get, bucketName, null)
    {
        Query = string.Join("&", new[] { ("encoding-type", "url"), ("marker", marker), ("prefix", prefix) }
            .Where(static pair => !string.IsNullOrEmpty(pair.Item2))
            .Select(static pair => pair.Item1 + "=" + SignatureV4.Escape(pair.Item2!))),
    };

    public static ObjectListing Read(StorageRequest request, StorageAnswer answer, byte[] body)
    {
        ObjectListing page = new();
        try
        {
            using XmlReader xml = StorageXml.Open(new MemoryStream(body));
            page.Read(request, xml);
            return page;
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            throw new LiveStationProtocolException(request.Target, answer.IsHtml ? "The answer is a web page." : "The answer is no list of objects.", answer.HttpStatus, answer.RequestId, e) { IsTransient = true };
        }
    }

    private void Read(StorageRequest request, XmlReader xml)
    {
        xml.MoveToContent();
        if (xml.LocalName != "ListBucketResult")
        {
            throw new FormatException();
        }

        List<Dictionary<string, string>> entries = [];
        bool isEscaped = false;
        string? next = null;
        xml.Read();
        while (!xml.EOF && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "Contents":
                    entries.Add(Entry(xml));
                    break;
                case "IsTruncated":
                    IsTruncated = StorageXml.Text(xml) == "true";
                    break;
                case "EncodingType":
                    isEscaped = StorageXml.Text(xml) == "url";
                    break;
                case "NextMarker":
                    next = StorageXml.Text(xml);
                    break;
                default:
                    StorageXml.Text(xml);
                    break;
            }
        }

        _objects.AddRange(entries.Select(entry => Object(request.BucketName, entry, isEscaped)));

        // Without a delimiter the next page begins behind the last key. Stores need not say so, and radosgw says it without escapes
        // among keys that have them: a key with a plus would begin the list anew.
        Next = _objects.LastOrDefault()?.Key ?? (next is { Length: > 0 } ? Unescape(next, isEscaped) : null);
    }

    private static Dictionary<string, string> Entry(XmlReader xml)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return fields;
        }

        xml.Read();
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                string name = xml.LocalName;
                fields[name] = StorageXml.Text(xml);
            }
            else if (!xml.Read())
            {
                throw new FormatException();
            }
        }

        xml.Read();
        return fields;
    }

    private static StoredObject Object(string bucketName, Dictionary<string, string> fields, bool isEscaped) => new()
    {
        BucketName = bucketName,
        Key = Unescape(fields.TryGetValue("Key", out string? key) && key.Length > 0 ? key : throw new FormatException(), isEscaped),
        Length = fields.TryGetValue("Size", out string? size) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long length) ? length : throw new FormatException(),
        LastModified = fields.TryGetValue("LastModified", out string? time) && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset written) ? written.LocalDateTime : null,
        ETag = fields.TryGetValue("ETag", out string? tag) ? tag.Trim('"') : null,
        StorageClass = fields.TryGetValue("StorageClass", out string? kind) && kind.Length > 0 ? kind : null,
        Rest = fields.Where(static field => !Known.Contains(field.Key)).ToDictionary(static field => field.Key, static field => JsonSerializer.SerializeToElement(field.Value), StringComparer.Ordinal),
    };

    private static string Unescape(string text, bool isEscaped) => isEscaped ? Uri.UnescapeDataString(text.Replace('+', ' ')) : text;
}
