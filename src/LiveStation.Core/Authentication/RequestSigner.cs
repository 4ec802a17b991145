using System;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation;

/// <summary>Signature v2 of the API gateway: HMAC-SHA256 over method, path with query, timestamp and access key.</summary>
/// <remarks>https://api.ncloud-docs.com/docs/en/common-ncpapi</remarks>
public static class RequestSigner
{
    /// <summary>Signs one request.</summary>
    /// <param name="credential">Whose signature.</param>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="pathAndQuery">Path and query, byte for byte as they are sent.</param>
    /// <param name="timestamp">Milliseconds since 1970 UTC in decimal, as sent in <c>x-ncp-apigw-timestamp</c>.</param>
    /// <returns>The signature in Base64.</returns>
    public static string Sign(AccessKeyCredential credential, string method, string pathAndQuery, string timestamp)
    {
        if (credential is null)
        {
            throw new ArgumentNullException(nameof(credential));
        }

#if NETFRAMEWORK
        using HMACSHA256 hmac = new(credential.SecretArray);
        string text = $"{method} {pathAndQuery}\n{timestamp}\n{credential.AccessKeyId}";
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
#else
        int bound = Encoding.UTF8.GetMaxByteCount(method.Length + pathAndQuery.Length + timestamp.Length + credential.AccessKeyId.Length + 3);
        byte[]? rented = null;
        Span<byte> buffer = bound <= 1024 ? stackalloc byte[1024] : rented = System.Buffers.ArrayPool<byte>.Shared.Rent(bound);
        int length = Encoding.UTF8.GetBytes(method, buffer);
        buffer[length++] = (byte)' ';
        length += Encoding.UTF8.GetBytes(pathAndQuery, buffer[length..]);
        buffer[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(timestamp, buffer[length..]);
        buffer[length++] = (byte)'\n';
        length += Encoding.UTF8.GetBytes(credential.AccessKeyId, buffer[length..]);

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(credential.Secret, buffer[..length], hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToBase64String(hash);
#endif
    }
}
