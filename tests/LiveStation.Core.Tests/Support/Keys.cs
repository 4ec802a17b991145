using System;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation.Core.Tests.Support;

/// <summary>The made-up key pair of the API notes, and its signature computed without the code under test.</summary>
internal static class Keys
{
    public const string AccessKey = "EXAMPLEACCESSKEY0001";
    public const string SecretKey = "EXAMPLEsecretKEY0000000000000000000000001";

    public static AccessKeyCredential Credential => new(AccessKey, SecretKey);

    public static string Sign(string method, string target, string timestamp)
    {
        using HMACSHA256 hmac = new(Encoding.UTF8.GetBytes(SecretKey));
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(method + " " + target + "\n" + timestamp + "\n" + AccessKey)));
    }
}
