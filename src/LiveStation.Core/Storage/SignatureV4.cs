using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation;

/// <summary>Signature version 4 of S3 for requests without a body, which is all that reading takes.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html</remarks>
internal static class SignatureV4
{
    // SHA-256 of nothing.
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Adds the headers that sign a request. Signed are the host and everything of the store's own; a range may be changed on the way, and what comes is looked at.</summary>
    /// <param name="request">The request, with its address as it is sent: the query in the order of its names.</param>
    /// <param name="credential">Whose signature.</param>
    /// <param name="region">The region of the store.</param>
    /// <param name="now">The time by the store's clock.</param>
    public static void Sign(HttpRequestMessage request, AccessKeyCredential credential, string region, DateTimeOffset now)
    {
        string time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string day = time.Substring(0, 8);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", EmptyHash);

        Uri uri = request.RequestUri!;
        KeyValuePair<string, string>[] headers =
        [
            new("host", uri.Authority),
            .. request.Headers
                .Where(static header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
                .Select(static header => new KeyValuePair<string, string>(header.Key.ToLowerInvariant(), string.Join(",", header.Value)))
                .OrderBy(static header => header.Key, StringComparer.Ordinal),
        ];
        string names = string.Join(";", headers.Select(static header => header.Key));
        string canonical = string.Join(
            "\n",
            [request.Method.Method, Canonical(uri.AbsolutePath), Canonical(uri.Query.TrimStart('?')), .. headers.Select(static header => $"{header.Key}:{header.Value}"), "", names, EmptyHash]);
        string scope = $"{day}/{region}/s3/aws4_request";
        string text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}";
        string signature = Hex(Hmac(KeyOf(credential, day, region), text));
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={credential.AccessKeyId}/{scope},SignedHeaders={names},Signature={signature}");
    }

    /// <summary>Escapes a value as the signature wants it: everything but letters, digits and four signs.</summary>
    /// <exception cref="EncoderFallbackException">It holds half a character.</exception>
    public static string Escape(string value) => Escape(value, "");

    /// <summary>A part of an address as it is signed: what the address left as it is, or unescaped, is escaped. .NET Framework's and Mono's addresses do that to brackets.</summary>
    public static string Canonical(string part) => Escape(part, "%/&=");

    private static string Escape(string value, string kept)
    {
        StringBuilder text = new(value.Length + 16);
        foreach (byte unit in new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(value))
        {
            char c = (char)unit;
            if (c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' || kept.Contains(c))
            {
                text.Append(c);
            }
            else
            {
                text.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    private static byte[] KeyOf(AccessKeyCredential credential, string day, string region)
    {
        byte[] secret = [.. Encoding.ASCII.GetBytes("AWS4"), .. credential.Secret];
        byte[] key = Hmac(Hmac(Hmac(Hmac(secret, day), region), "s3"), "aws4_request");
        Array.Clear(secret, 0, secret.Length);
        return key;
    }

    private static byte[] Hmac(byte[] key, string text)
    {
#if NETFRAMEWORK
        using HMACSHA256 hmac = new(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
#else
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
#endif
    }

    private static string Hash(string text)
    {
#if NETFRAMEWORK
        using SHA256 sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
#else
        return Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
#endif
    }

    internal static string Hex(byte[] bytes)
    {
        StringBuilder text = new(bytes.Length * 2);
        foreach (byte value in bytes)
        {
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
