using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using LiveStation.Packaging;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>What makes the packages; tests/pester/Package.Tests.ps1 installs them, and the gate compares two builds.</summary>
public sealed class PackagingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("livestation-packaging-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_bill_names_every_assembly_of_others_as_shipped_and_depends_only_on_what_it_names()
    {
        using JsonDocument bill = JsonDocument.Parse(Sbom.Of("1.2.3", Repository.File("src"), Repository.File("bin")));
        List<JsonElement> components = [.. bill.RootElement.GetProperty("components").EnumerateArray()];
        HashSet<string> named = [.. components.Select(component => component.GetProperty("bom-ref").GetString()!), "pkg:nuget/LiveStation@1.2.3"];

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.Equal(
            Repository.Shipped("net472").Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !file.StartsWith("LiveStation.", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            components.Where(component => component.GetProperty("scope").GetString() == "required").Select(component => component.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(components, component => Assert.Equal(128, component.GetProperty("hashes")[0].GetProperty("content").GetString()!.Length));
        Assert.All(bill.RootElement.GetProperty("dependencies").EnumerateArray(), entry => Assert.All(entry.GetProperty("dependsOn").EnumerateArray(), below => Assert.Contains(below.GetString()!, named)));
        Assert.DoesNotContain(components, component => component.GetProperty("name").GetString()!.StartsWith("LiveStation", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_package_is_the_same_bytes_in_whatever_order_and_at_whatever_time_its_files_were_written()
    {
        string[] files = ["bin/a.dll", "LiveStation.psd1", "LICENSE", "bin/en-US/help.xml"];
        byte[] first = Pack("one", files, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        byte[] second = Pack("two", [.. files.Reverse()], new DateTime(2024, 6, 30, 1, 2, 3, DateTimeKind.Utc));

        Assert.Equal(first, second);
        using ZipArchive archive = new(new MemoryStream(first));
        string[] expected = [.. files, "LiveStation.nuspec", "[Content_Types].xml", "_rels/.rels"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), archive.Entries.Select(entry => entry.FullName));
        using StreamReader spec = new(archive.GetEntry("LiveStation.nuspec")!.Open());
        string text = spec.ReadToEnd();
        foreach (string part in new[] { "<id>LiveStation</id>", "<license type=\"expression\">MIT</license>", "<projectUrl>https://project.example/</projectUrl>", "<icon>icon.png</icon>", "PSModule", "PSCmdlet_Get-LsChannel", "PSEdition_Desktop", "<releaseNotes>What is new &amp; &lt;good&gt;.</releaseNotes>" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Notes_are_those_of_the_version_and_else_of_what_is_not_released()
    {
        const string Changelog = "# Changelog\n\n## [Unreleased]\n\n- New.\n\n## [1.0.0] - 2026-01-01\n\n- First.\n";

        Assert.Equal("- First.", Changes.Of(Changelog, "1.0.0"));
        Assert.Equal("- New.", Changes.Of(Changelog, "1.1.0"));
        Assert.True(Changes.Of("## [Unreleased]\n\n- A.\n" + string.Concat(Enumerable.Repeat("- " + new string('x', 90) + "\n", 1000)), "1.0.0").Length < 31_000);
        Assert.Throws<InvalidDataException>(() => Changes.Of("# Changelog", "1.0.0"));
    }

    [Fact]
    public void A_list_of_sums_is_signed_beside_it_with_the_given_certificate()
    {
        string file = Path.Combine(_folder, "a.txt");
        File.WriteAllText(file, "abc");
        string list = Path.Combine(_folder, "a.sha256");
        File.WriteAllText(list, Sums.Of(_folder, [file]));
        using RSA key = RSA.Create(2048);
        using X509Certificate2 made = new CertificateRequest("CN=LiveStation test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string certificate = Path.Combine(_folder, "a.pfx");
        File.WriteAllBytes(certificate, made.Export(X509ContentType.Pfx, "x"));

        Sums.Sign(list, certificate, "x");

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n", File.ReadAllText(list));
        SignedCms signature = new(new ContentInfo(File.ReadAllBytes(list)), detached: true);
        signature.Decode(File.ReadAllBytes(list + ".p7s"));
        signature.CheckSignature(verifySignatureOnly: true);
        Assert.Equal("CN=LiveStation test", Assert.Single(signature.SignerInfos.Cast<SignerInfo>()).Certificate!.Subject);
        SignedCms other = new(new ContentInfo("another list"u8.ToArray()), detached: true);
        other.Decode(File.ReadAllBytes(list + ".p7s"));
        Assert.Throws<CryptographicException>(() => other.CheckSignature(verifySignatureOnly: true));
        Assert.ThrowsAny<CryptographicException>(() => Sums.Sign(list, certificate, "wrong"));
    }

    private byte[] Pack(string name, string[] files, DateTime time)
    {
        string module = Path.Combine(_folder, name);
        foreach (string file in files)
        {
            string path = Path.Combine(module, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file);
            File.SetLastWriteTimeUtc(path, time);
        }

        string package = Path.Combine(_folder, name + ".nupkg");
        Nupkg.Write(package, new ModuleManifest(File.ReadAllText(Repository.File("LiveStation.psd1"))), "What is new & <good>.", "https://project.example/", module);
        return File.ReadAllBytes(package);
    }
}
