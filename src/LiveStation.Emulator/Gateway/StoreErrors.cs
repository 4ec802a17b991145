using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>Errors as Object Storage writes them.</summary>
internal static class StoreErrors
{
    public const string ContentType = "application/xml";

    private static readonly Dictionary<string, (int Status, string Message)> Known = new(StringComparer.Ordinal)
    {
        ["AccessDenied"] = (403, "Access Denied"),
        ["InvalidAccessKeyId"] = (403, "The AWS Access Key Id you provided does not exist in our records."),
        ["SignatureDoesNotMatch"] = (403, "The request signature we calculated does not match the signature you provided."),
        ["RequestTimeTooSkewed"] = (403, "The difference between the request time and the current time is too large."),
        ["AuthorizationHeaderMalformed"] = (400, "The authorization header is malformed."),
        ["NoSuchBucket"] = (404, "The specified bucket does not exist"),
        ["NoSuchKey"] = (404, "The specified key does not exist."),
        ["PreconditionFailed"] = (412, "At least one of the preconditions you specified did not hold."),
        ["InvalidRange"] = (416, "The requested range is not satisfiable"),
        ["MethodNotAllowed"] = (405, "The specified method is not allowed against this resource."),
        ["PermanentRedirect"] = (301, "The bucket you are attempting to access must be addressed using the specified endpoint."),
        ["SlowDown"] = (503, "Please reduce your request rate."),
        ["InternalError"] = (500, "We encountered an internal error. Please try again."),
    };

    /// <summary>An error.</summary>
    /// <param name="code">The store's code.</param>
    /// <param name="status">HTTP status; null for the usual one of the code.</param>
    /// <param name="more">What is said besides, by name.</param>
    public static Answer Answer(string code, int? status = null, params (string Name, string Value)[] more)
    {
        (int usual, string message) = Known.TryGetValue(code, out (int Status, string Message) known) ? known : (400, code);
        string fields = string.Concat(more.Select(static field => $"<{field.Name}>{SecurityElement.Escape(field.Value)}</{field.Name}>"));
        string document = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code><Message>{SecurityElement.Escape(message)}</Message>{fields}</Error>";
        return Document(status ?? usual, document);
    }

    /// <summary>A document.</summary>
    public static Answer Document(int status, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new Answer(status, [new BodyChunk(bytes, BodyChunkKind.Frame)]) { ContentType = ContentType };
    }
}
