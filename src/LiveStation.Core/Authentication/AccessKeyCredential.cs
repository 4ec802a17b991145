using System;
using System.Text;

namespace LiveStation;

/// <summary>An access key id with its secret key. The secret goes in and signs; nothing gives it back.</summary>
/// <remarks>Keys are issued in the console: https://api.ncloud-docs.com/docs/en/common-ncpapi</remarks>
public sealed class AccessKeyCredential
{
    private readonly byte[] _secret;

    /// <summary>Makes a credential.</summary>
    /// <param name="accessKeyId">The access key id; not a secret.</param>
    /// <param name="secretKey">The secret key.</param>
    /// <exception cref="LiveStationCredentialException">Either part is empty, the id holds what cannot stand in a header, or the secret begins or ends with a blank.</exception>
    public AccessKeyCredential(string accessKeyId, string secretKey)
    {
        if (string.IsNullOrWhiteSpace(accessKeyId) || string.IsNullOrEmpty(secretKey))
        {
            throw new LiveStationCredentialException("CredentialIncomplete", "A credential needs an access key id and a secret key; one of them is empty.");
        }

        foreach (char c in accessKeyId)
        {
            if (c is <= ' ' or >= '\x7f')
            {
                throw new LiveStationCredentialException("CredentialInvalid", "The access key id holds a space, a control character or a character outside ASCII. Paste it again from the console.");
            }
        }

        // What a paste takes along at its ends would be signed with, and the service would only say that the key is wrong.
        if (char.IsWhiteSpace(secretKey[0]) || char.IsWhiteSpace(secretKey[secretKey.Length - 1]))
        {
            throw new LiveStationCredentialException("CredentialInvalid", "The secret key begins or ends with a blank or a line break. Paste it again from the console, without what stands around it.");
        }

        AccessKeyId = accessKeyId;
        _secret = Encoding.UTF8.GetBytes(secretKey);
    }

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    internal ReadOnlySpan<byte> Secret => _secret;

#if NETFRAMEWORK
    internal byte[] SecretArray => _secret;
#endif

    /// <summary>Whether both hold the same key pair, without telling more by the time it takes.</summary>
    internal bool SameAs(AccessKeyCredential other)
    {
        if (AccessKeyId != other.AccessKeyId || _secret.Length != other._secret.Length)
        {
            return false;
        }

        int difference = 0;
        for (int i = 0; i < _secret.Length; i++)
        {
            difference |= _secret[i] ^ other._secret[i];
        }

        return difference == 0;
    }

    /// <summary>The access key id; never the secret.</summary>
    public override string ToString() => $"{AccessKeyId} (secret key hidden)";
}
