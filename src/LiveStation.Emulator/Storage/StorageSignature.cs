using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>
/// Object Storage's side of signature version 4. Written apart from the client's signer on purpose: a shared mistake would go
/// unseen. It takes the request apart and puts it together anew, as a store does, and trusts no part of it.
/// </summary>
internal static class StorageSignature
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(15);

    /// <summary>The refusal of a request that is not signed as it should be, or null.</summary>
    public static Answer? Refuse(EmulatorRequest request, GatewayKey key, IReadOnlyCollection<string> regions, DateTimeOffset now)
    {
        Dictionary<string, string> parts = Parts(request.Header("Authorization"));
        string[] scope = parts.TryGetValue("Credential", out string? credential) ? credential.Split('/') : [];
        if (scope.Length != 5 || !parts.TryGetValue("SignedHeaders", out string? names) || !parts.TryGetValue("Signature", out string? signature))
        {
            return StoreErrors.Answer("AccessDenied");
        }

        if (!GatewaySignature.AreEqual(key.AccessKeyId, scope[0]))
        {
            return StoreErrors.Answer("InvalidAccessKeyId");
        }

        if (!regions.Contains(scope[2]) || scope[3] != "s3" || scope[4] != "aws4_request")
        {
            return StoreErrors.Answer("AuthorizationHeaderMalformed", null, ("Region", regions.First()));
        }

        string? date = request.Header("x-amz-date");
        if (!DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) || !date!.StartsWith(scope[1], StringComparison.Ordinal))
        {
            return StoreErrors.Answer("AccessDenied");
        }

        if ((time - now).Duration() > AllowedSkew)
        {
            return StoreErrors.Answer("RequestTimeTooSkewed");
        }

        // What is the store's own must be signed, or somebody on the way could change it.
        string[] signed = names.Split(';');
        if (!signed.Contains("host") || request.HeaderNames.Any(name => name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !signed.Contains(name.ToLowerInvariant())))
        {
            return StoreErrors.Answer("AccessDenied");
        }

        string text = $"AWS4-HMAC-SHA256\n{date}\n{string.Join("/", scope.Skip(1))}\n{Hash(Canonical(request, signed))}";
        byte[] secret = key.Secret("AWS4");
        foreach (string step in scope.Skip(1))
        {
            secret = Hmac(secret, step);
        }

        return GatewaySignature.AreEqual(Hex(Hmac(secret, text)), signature) ? null : StoreErrors.Answer("SignatureDoesNotMatch");
    }

    private static string Canonical(EmulatorRequest request, string[] signed)
    {
        string[] target = request.PathAndQuery.Split(['?'], 2);
        string path = string.Join("/", target[0].Split('/').Select(static segment => Escape(Uri.UnescapeDataString(segment))));
        IEnumerable<string> query = (target.Length > 1 ? target[1] : "").Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split(['='], 2))
            .Select(static pair => Escape(Uri.UnescapeDataString(pair[0])) + "=" + Escape(Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "")))
            .OrderBy(static pair => pair, StringComparer.Ordinal);
        IEnumerable<string> headers = signed.Select(name => $"{name}:{(request.Header(name) ?? "").Trim()}\n");
        return $"{request.Method}\n{path}\n{string.Join("&", query)}\n{string.Concat(headers)}\n{string.Join(";", signed)}\n{request.Header("x-amz-content-sha256") ?? "UNSIGNED-PAYLOAD"}";
    }

    private static Dictionary<string, string> Parts(string? authorization)
    {
        const string scheme = "AWS4-HMAC-SHA256 ";
        return authorization?.StartsWith(scheme, StringComparison.Ordinal) == true
            ? authorization.Substring(scheme.Length).Split(',').Select(static part => part.Trim().Split(['='], 2)).Where(static part => part.Length == 2).GroupBy(static part => part[0]).ToDictionary(static part => part.Key, static part => part.First()[1], StringComparer.Ordinal)
            : [];
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (byte unit in Encoding.UTF8.GetBytes(text))
        {
            bool isPlain = unit is (>= 0x30 and <= 0x39) or (>= 0x41 and <= 0x5A) or (>= 0x61 and <= 0x7A) or 0x2D or 0x2E or 0x5F or 0x7E;
            escaped.Append(isPlain ? ((char)unit).ToString() : "%" + unit.ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
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

    private static byte[] Hmac(byte[] key, string text)
    {
        using HMACSHA256 hmac = new(key);
        return hmac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
