using System;
using System.Collections.Generic;
using System.IO;

namespace LiveStation;

/// <summary>The vendor CLI's file of profiles: sections in brackets, <c>key = value</c> lines.</summary>
/// <remarks>https://cli.ncloud-docs.com/docs/en/guide-clichange</remarks>
public sealed class ProfileFile
{
    /// <summary>The profile that is used when none is named.</summary>
    public const string DefaultProfile = "DEFAULT";

    private const string AccessKey = "ncloud_access_key_id";
    private const string SecretKey = "ncloud_secret_access_key";
    private const string ApiUrl = "ncloud_api_url";

    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private ProfileFile(string path) => Path = path;

    /// <summary>Where the vendor's CLI keeps it: <c>~/.ncloud/configure</c>.</summary>
    public static string DefaultPath =>
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".ncloud", "configure");

    /// <summary>The file that was read.</summary>
    public string Path { get; }

    /// <summary>The names of its profiles.</summary>
    public IEnumerable<string> Profiles => _sections.Keys;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>Its profiles.</returns>
    /// <exception cref="LiveStationCredentialException">It cannot be read, or a line is neither a section, a comment nor <c>key = value</c>. The error names file and line, never the text of the line.</exception>
    public static ProfileFile Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            string reason = e is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : "cannot be read";
            throw new LiveStationCredentialException("ProfileFileUnreadable", $"The profile file {path} {reason}.", e);
        }

        ProfileFile file = new(path);
        Section? current = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            if (line[0] == '[' && line[line.Length - 1] == ']')
            {
                string name = line.Substring(1, line.Length - 2).Trim();
                if (!file._sections.TryGetValue(name, out current))
                {
                    file._sections.Add(name, current = new Section(name, i + 1));
                }

                continue;
            }

            int equals = line.IndexOf('=');
            if (current is null || equals <= 0)
            {
                string rule = current is null ? "stands before the first [section]" : "is neither '[section]' nor 'key = value'";
                throw new LiveStationCredentialException("ProfileFileInvalid", $"{path}, line {i + 1}: this line {rule}.");
            }

            current.Values[line.Substring(0, equals).Trim().ToLowerInvariant()] = line.Substring(equals + 1).Trim();
        }

        return file;
    }

    /// <summary>Whether the file has a profile of that name.</summary>
    public bool Contains(string profile) => _sections.ContainsKey(profile);

    /// <summary>Takes the key pair of a profile.</summary>
    /// <param name="profile">Its name.</param>
    /// <returns>The credential. The API address in the file belongs to other services of the platform and names the zone only.</returns>
    /// <exception cref="LiveStationCredentialException">There is no such profile, or it holds half a pair.</exception>
    public ResolvedCredential Resolve(string profile)
    {
        if (!_sections.TryGetValue(profile, out Section? section))
        {
            throw new LiveStationCredentialException("ProfileNotFound", $"{Path} has no profile '{Text.Clean(profile)}'. It has: {Text.Clean(string.Join(", ", _sections.Keys))}.");
        }

        string accessKey = section.Need(AccessKey, Path);
        string secretKey = section.Need(SecretKey, Path);
        return new ResolvedCredential(new AccessKeyCredential(accessKey, secretKey), $"profile '{profile}' of {Path}", section.Zone, []);
    }

    private sealed class Section(string name, int line)
    {
        public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

        // The financial zone is told from the others by its domain; a government address names a zone without Live Station.
        public Zone? Zone => !Values.TryGetValue(ApiUrl, out string? url) || !Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? null
            : uri.Host.EndsWith(".fin-ntruss.com", StringComparison.OrdinalIgnoreCase) ? LiveStation.Zone.Financial
            : uri.Host.EndsWith(".apigw.ntruss.com", StringComparison.OrdinalIgnoreCase) ? LiveStation.Zone.Public
            : null;

        public string Need(string key, string path)
        {
            return Values.TryGetValue(key, out string? value) && value.Length > 0
                ? value
                : throw new LiveStationCredentialException("CredentialIncomplete", $"{path}, line {line}: the profile [{Text.Clean(name)}] has no {key}.");
        }
    }
}
