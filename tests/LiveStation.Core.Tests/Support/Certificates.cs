#if !NETFRAMEWORK
using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveStation.Core.Tests.Support;

/// <summary>Certificates that nobody trusts.</summary>
internal static class Certificates
{
    /// <summary>One that has issued itself.</summary>
    /// <param name="subject">Whom it is for; its name is the one that it is good for.</param>
    /// <param name="from">Valid from, in days from now.</param>
    /// <param name="to">Valid until, in days from now.</param>
    public static X509Certificate2 Make(string subject, int from, int to)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(subject.Contains('"') ? "a.example" : subject["CN=".Length..]);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to));
    }
}
#endif
