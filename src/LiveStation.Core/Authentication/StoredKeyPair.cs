using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace LiveStation;

/// <summary>A key pair as people keep it in a vault: two named values, in whatever spelling. What is wrong with one is told by its names, never by its values.</summary>
internal static class StoredKeyPair
{
    /// <summary>What a secret may be.</summary>
    public const string Shapes =
        "Keep the pair as a credential (access key id as user name, secret key as password), or as a hashtable or a JSON text with the fields accessKeyId and secretKey.";

    // Without case, dashes and the vendor's prefix; the console, its CLI, Terraform and this module each write the names in their own way.
    private static readonly string[] AccessKeyNames = ["accesskeyid", "accesskey"];
    private static readonly string[] SecretKeyNames = ["secretkey", "secretaccesskey", "accesskeysecret"];
    private static readonly string[] Prefixes = ["ncloud", "ncp"];

    /// <summary>Reads a JSON text.</summary>
    /// <param name="text">A JSON object.</param>
    /// <param name="secretName">How the vault calls it.</param>
    /// <exception cref="LiveStationCredentialException">It is none, or holds no key pair.</exception>
    public static AccessKeyCredential Parse(string text, string secretName)
    {
        List<KeyValuePair<string, string?>> fields = [];
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                fields.AddRange(document.RootElement.EnumerateObject().Select(static field =>
                    new KeyValuePair<string, string?>(field.Name, field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null)));
                return Of(fields, secretName);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Its message quotes what stands there.
        }

        throw Unknown(secretName, "a text that is no JSON object");
    }

    /// <summary>Takes the pair out of named values.</summary>
    /// <param name="fields">Names and values; null for a value that is no text.</param>
    /// <param name="secretName">How the vault calls it.</param>
    /// <exception cref="LiveStationCredentialException">They hold no key pair, half of one, or two.</exception>
    public static AccessKeyCredential Of(IReadOnlyCollection<KeyValuePair<string, string?>> fields, string secretName) =>
        new(Find(fields, AccessKeyNames, "access key id", secretName), Find(fields, SecretKeyNames, "secret key", secretName));

    /// <summary>A secret of a shape that is not known.</summary>
    /// <param name="secretName">How the vault calls it.</param>
    /// <param name="what">What it is, without what it says.</param>
    public static LiveStationCredentialException Unknown(string secretName, string what) =>
        new("SecretShapeUnknown", $"The secret '{Text.Clean(secretName)}' is {what}, which holds no key pair that is known here.", Shapes);

    private static string Find(IReadOnlyCollection<KeyValuePair<string, string?>> fields, string[] names, string noun, string secretName)
    {
        List<KeyValuePair<string, string?>> found = [.. fields.Where(field => names.Contains(Plain(field.Key)))];
        if (found.Count == 0)
        {
            throw Unknown(secretName, $"a set of fields without {(noun[0] == 'a' ? "an" : "a")} {noun} (it has: {Text.Clean(string.Join(", ", fields.Select(static field => field.Key)))})");
        }

        if (found.Find(static field => field.Value is null) is { Key: { } key })
        {
            throw Unknown(secretName, $"a set of fields whose {Text.Clean(key)} is no text");
        }

        return found.TrueForAll(field => field.Value == found[0].Value)
            ? found[0].Value!
            : throw Unknown(secretName, $"a set of fields with two values for one {noun} ({Text.Clean(string.Join(", ", found.Select(static field => field.Key)))})");
    }

    private static string Plain(string name)
    {
        string plain = new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        string prefix = Array.Find(Prefixes, prefix => plain.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        return plain.Substring(prefix.Length);
    }
}
