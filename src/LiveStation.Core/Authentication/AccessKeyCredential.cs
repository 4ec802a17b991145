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
    /// <exception cref="LiveStationCredentialException">Either part is empty, or holds what cannot stand in a header.</exception>
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
