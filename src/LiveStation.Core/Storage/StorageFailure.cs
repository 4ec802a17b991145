using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Xml;

namespace LiveStation;

/// <summary>What the store wrote about a failure, in words for people. The only table of its codes.</summary>
internal static class StorageFailure
{
    public const string Changed = "StoredObjectChanged";

    private const string LookAtContext = "Get-LsContext shows StorageEndpoint and StorageRegion; Connect-LsAccount sets them.";
    private const string TryLater = "Run the same command again in a while: it goes on where it was.";

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Gone =
        ("StoredObjectNotFound", ErrorKind.NotFound, "There is no such object in the bucket.", "Get-LsStoredObject lists what lies in the bucket. Somebody may have deleted or moved the object after it was uploaded.");

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Other =
        (Changed, ErrorKind.WrongState, "The object in the bucket has changed.", "Run the command again: it starts anew with the object as it is now.");

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Elsewhere =
        ("StorageRedirect", ErrorKind.InvalidArgument, "The bucket lies in another region, or at another address.", "Connect with the endpoint and the region of the bucket: Connect-LsAccount -StorageEndpoint -StorageRegion. The console shows both.");

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Denied =
        ("StorageAccessDenied", ErrorKind.Forbidden, "The key has no right to read this in Object Storage.", "Give the account, or the sub account, the right to read the bucket in the console (Object Storage, and the bucket's own access list), or use another key.");

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Busy =
        ("StorageBusy", ErrorKind.Throttled, "Object Storage asks for fewer requests.", "Run the same command again with a smaller -ThrottleLimit: it goes on where it was.");

    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) Down =
        ("StorageUnavailable", ErrorKind.Unavailable, "Object Storage cannot be used at the moment.", TryLater);

    private static readonly Dictionary<string, (string Id, ErrorKind Kind, string Meaning, string Recommendation)> ByCode = new(StringComparer.Ordinal)
    {
        ["NoSuchKey"] = Gone,
        ["NoSuchBucket"] = ("BucketNotFound", ErrorKind.NotFound, "There is no such bucket at this endpoint.", "Check -BucketName. " + LookAtContext),
        ["AccessDenied"] = Denied,
        ["InvalidAccessKeyId"] = ("StorageKeyRefused", ErrorKind.Authentication, "Object Storage does not know the access key.", "Connect again with a key that is in force. A key of another zone is not known here. " + LookAtContext),
        ["SignatureDoesNotMatch"] = ("StorageSignatureRefused", ErrorKind.Authentication, "Object Storage refuses the signature.", "Connect again, and look at the secret key. If Test-LsConnection takes the keys, look at the region: " + LookAtContext),
        ["RequestTimeTooSkewed"] = ("StorageClockSkewed", ErrorKind.Authentication, "This machine's clock and the one of Object Storage are too far apart.", "Set the clock of this machine right (NTP)."),
        ["AuthorizationHeaderMalformed"] = ("StorageRegionRefused", ErrorKind.InvalidArgument, "Object Storage expects another region in the signature.", "Connect with -StorageRegion as the console writes it. " + LookAtContext),
        ["PermanentRedirect"] = Elsewhere,
        ["TemporaryRedirect"] = Elsewhere,
        ["Redirect"] = Elsewhere,
        ["PreconditionFailed"] = Other,
        ["InvalidRange"] = Other,
        ["InvalidObjectState"] = ("StoredObjectArchived", ErrorKind.WrongState, "The object lies in an archive and cannot be read at once.", "Restore it in the console first."),
        ["SlowDown"] = Busy,
        ["RequestLimitExceeded"] = Busy,
        ["TooManyRequests"] = Busy,
        ["ServiceUnavailable"] = Down,
        ["InternalError"] = Down,
        ["RequestTimeout"] = Down,
    };

    private static readonly Dictionary<int, (string Id, ErrorKind Kind, string Meaning, string Recommendation)> ByStatus = new()
    {
        [301] = Elsewhere,
        [302] = Elsewhere,
        [307] = Elsewhere,
        [308] = Elsewhere,
        [403] = Denied,
        [404] = Gone,
        [407] = ("ProxyLoginWanted", ErrorKind.Connection, "The proxy wants a login.", "Log in to the proxy, or set HTTPS_PROXY with credentials, and try again."),
        [412] = Other,
        [416] = Other,
        [429] = Busy,
    };

    // What refuses without the store's own words is not the store: the key must not be blamed for it.
    private static readonly (string Id, ErrorKind Kind, string Meaning, string Recommendation) OnTheWay =
        ("RefusedOnTheWay", ErrorKind.Connection, "The request was refused, and not by Object Storage: the answer is a web page. A proxy, a firewall or the login page of a network answered.", "Find out who answers at this address: look at HTTPS_PROXY and at the endpoint (Get-LsContext), and ask the network's people to let requests to it through.");

    /// <summary>The failure that an answer tells.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="body">Its body, or as much as came.</param>
    public static LiveStationStorageException Of(StorageRequest request, StorageAnswer answer, byte[] body)
    {
        Dictionary<string, string> said = Read(body);
        string? code = said.TryGetValue("Code", out string? given) ? given : null;
        bool isKnown = code is not null && ByCode.ContainsKey(code);
        (string id, ErrorKind kind, string meaning, string recommendation) =
            isKnown ? ByCode[code!]
            : answer.IsHtml && answer.HttpStatus is 401 or 403 or 451 ? OnTheWay
            : ByStatus.TryGetValue(answer.HttpStatus, out (string, ErrorKind, string, string) row) ? row
            : answer.HttpStatus >= 500 ? Down
            : ("StorageRefused", ErrorKind.OperationFailed, "Object Storage refuses the request.", "The store's own words say more. " + LookAtContext);

        StringBuilder message = new();
        message.Append(Text.Clean(request.Target)).Append(": ").Append(meaning);
        if (said.TryGetValue("Region", out string? region))
        {
            message.Append(" It names the region ").Append(Text.Clean(region)).Append('.');
        }

        if (said.TryGetValue("Endpoint", out string? endpoint))
        {
            message.Append(" It names the address ").Append(Text.Clean(endpoint)).Append('.');
        }

        if (!isKnown && said.TryGetValue("Message", out string? text) && text.Length > 0)
        {
            message.Append(" It says: ").Append(Text.Clean(text).TrimEnd('.')).Append('.');
        }

        string? requestId = answer.RequestId ?? (said.TryGetValue("RequestId", out string? inside) ? inside : null);
        message.Append(" (").Append(code is null ? "" : Text.Clean(code) + ", ").Append("HTTP ").Append(answer.HttpStatus);
        message.Append(requestId is null ? "" : ", request " + Text.Clean(requestId)).Append(')');
        return new LiveStationStorageException(id, kind, message.ToString(), recommendation)
        {
            Code = code is null ? null : Text.Line(code),
            HttpStatus = answer.HttpStatus,
            RequestId = requestId is null ? null : Text.Line(requestId),
            RetryAfter = answer.RetryAfter,
            IsTransient = kind is ErrorKind.Throttled or ErrorKind.Unavailable,
        };
    }

    /// <summary>The object is not the one that was asked for any more.</summary>
    public static LiveStationStorageException OfChange(StoredObject what) =>
        new(Changed, Other.Kind, $"{Text.Clean(what.Target)}: {Other.Meaning}", Other.Recommendation);

    private static Dictionary<string, string> Read(byte[] body)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        if (body.Length == 0)
        {
            return fields;
        }

        try
        {
            using XmlReader xml = StorageXml.Open(new MemoryStream(body));
            xml.MoveToContent();
            if (xml.LocalName != "Error")
            {
                return fields;
            }

            xml.Read();
            while (!xml.EOF)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    string name = xml.LocalName;
                    fields[name] = StorageXml.Text(xml);
                }
                else
                {
                    xml.Read();
                }
            }
        }
        catch (XmlException)
        {
            // The status speaks for itself.
        }

        return fields;
    }
}
