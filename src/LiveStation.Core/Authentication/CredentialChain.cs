using System;
using System.Collections.Generic;
using System.IO;

namespace LiveStation;

/// <summary>Finds a credential that nobody named: first the environment, then the vendor CLI's file.</summary>
public sealed class CredentialChain
{
    private static readonly string[] AccessKeyNames = ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"];
    private static readonly string[] SecretKeyNames = ["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"];

    private readonly Func<string, string?> _environment;
    private readonly string _profilePath;

    /// <summary>A chain over this process's environment and this user's <c>~/.ncloud/configure</c>.</summary>
    public CredentialChain()
        : this(Environment.GetEnvironmentVariable, ProfileFile.DefaultPath)
    {
    }

    /// <summary>A chain over another environment and file.</summary>
    /// <param name="environment">Gives the value of a variable, or <see langword="null"/>.</param>
    /// <param name="profilePath">The vendor CLI's file; it need not exist.</param>
    public CredentialChain(Func<string, string?> environment, string profilePath)
    {
        _environment = environment;
        _profilePath = profilePath;
    }

    /// <summary>The region named by <c>NCLOUD_REGION</c>, or <see langword="null"/>.</summary>
    public string? RegionCode => Value("NCLOUD_REGION");

    /// <summary>Finds the credential in force.</summary>
    /// <returns>It, or <see langword="null"/> where no place has one.</returns>
    /// <exception cref="LiveStationCredentialException">A place has half a pair, or cannot be read. A later place never fills such a gap.</exception>
    public ResolvedCredential? Resolve()
    {
        return FromEnvironment() ?? FromProfile();
    }

    private ResolvedCredential? FromEnvironment()
    {
        List<string> warnings = [];
        (string Name, string Value)? accessKey = First(AccessKeyNames, warnings);
        (string Name, string Value)? secretKey = First(SecretKeyNames, warnings);
        if (accessKey is null && secretKey is null)
        {
            return null;
        }

        if (accessKey is null || secretKey is null)
        {
            string found = (accessKey ?? secretKey)!.Value.Name;
            string missing = (accessKey is null ? AccessKeyNames : SecretKeyNames)[0];
            throw new LiveStationCredentialException(
                "CredentialIncomplete",
                $"The environment holds half a key pair: {found} is set, {missing} is not. Set both, or neither to use the vendor CLI's file.");
        }

        // One spelling's id with the other's secret is a pair only where nothing says that they are halves of two.
        if (warnings.Count > 0 && Array.IndexOf(AccessKeyNames, accessKey.Value.Name) != Array.IndexOf(SecretKeyNames, secretKey.Value.Name))
        {
            throw new LiveStationCredentialException(
                "CredentialIncomplete",
                $"The environment holds halves of two key pairs: {accessKey.Value.Name} is set without {SecretKeyNames[Array.IndexOf(AccessKeyNames, accessKey.Value.Name)]}, and the other spelling has a different value. Set both variables of one spelling, and remove the other's.");
        }

        AccessKeyCredential credential = new(accessKey.Value.Value, secretKey.Value.Value);
        return new ResolvedCredential(credential, $"environment ({accessKey.Value.Name}, {secretKey.Value.Name})", null, warnings);
    }

    private ResolvedCredential? FromProfile()
    {
        string? named = Value("NCLOUD_PROFILE");
        if (!File.Exists(_profilePath))
        {
            return named is null
                ? null
                : throw new LiveStationCredentialException("ProfileNotFound", $"NCLOUD_PROFILE names the profile '{Text.Clean(named)}', but there is no file {_profilePath}.");
        }

        ProfileFile file = ProfileFile.Read(_profilePath);
        return named is null && !file.Contains(ProfileFile.DefaultProfile) ? null : file.Resolve(named ?? ProfileFile.DefaultProfile);
    }

    private (string Name, string Value)? First(string[] names, List<string> warnings)
    {
        (string Name, string Value)? first = null;
        foreach (string name in names)
        {
            string? value = Value(name);
            if (value is null)
            {
                continue;
            }

            if (first is null)
            {
                first = (name, value);
            }
            else if (first.Value.Value != value)
            {
                warnings.Add($"{first.Value.Name} and {name} are both set and differ; {first.Value.Name} is used.");
            }
        }

        return first;
    }

    private string? Value(string name) => _environment(name) is { } value && value.Trim().Length > 0 ? value.Trim() : null;
}
