using System;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>
/// The gateway's side of signature v2: HMAC-SHA256 over method, path with query, timestamp and access key.
/// Written apart from the client's signer on purpose: a shared mistake would go unseen.
/// </summary>
internal static class GatewaySignature
{
    public static string Compute(string method, string pathAndQuery, string timestamp, string accessKeyId, byte[] secretKey)
    {
        string text = method + " " + pathAndQuery + "\n" + timestamp + "\n" + accessKeyId;
        using HMACSHA256 hmac = new(secretKey);
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Compares in a time that does not tell where the texts differ.</summary>
    public static bool AreEqual(string expected, string given)
    {
        int difference = expected.Length ^ given.Length;
        for (int i = 0; i < expected.Length; i++)
        {
            difference |= expected[i] ^ (i < given.Length ? given[i] : '\0');
        }

        return difference == 0;
    }
}
