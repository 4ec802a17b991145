using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace LiveStation.Packaging;

/// <summary>The list of sums, as <c>sha256sum --check</c> reads it, and its signature beside it.</summary>
internal static class Sums
{
    /// <summary>The sums of files, by their paths below a folder.</summary>
    public static string Of(string folder, IEnumerable<string> files) => string.Concat(files
        .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), Path: file))
        .OrderBy(static file => file.Name, StringComparer.Ordinal)
        .Select(static file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.Path)))}  {file.Name}\n"));

    /// <summary>Signs a list: a detached CMS signature in a file of its own, <c>.p7s</c>.</summary>
    /// <param name="path">The list.</param>
    /// <param name="certificate">A PKCS#12 file with the certificate and its key.</param>
    /// <param name="password">Its password; <see langword="null"/> for none.</param>
    /// <exception cref="CryptographicException">The file cannot be opened, or holds no key.</exception>
    public static void Sign(string path, string certificate, string? password)
    {
        using X509Certificate2 signer = X509CertificateLoader.LoadPkcs12FromFile(certificate, password);
        SignedCms message = new(new ContentInfo(File.ReadAllBytes(path)), detached: true);
        message.ComputeSignature(new CmsSigner(signer) { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") });
        File.WriteAllBytes(path + ".p7s", message.Encode());
    }
}
