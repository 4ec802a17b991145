using System;
using System.Security.Cryptography;
using System.Text;

namespace LiveStation.Emulator;

/// <summary>The one key pair that the gateway knows.</summary>
internal sealed class GatewayKey
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly string _secretKey;
    private readonly byte[] _secretBytes;

    public GatewayKey(string? accessKeyId, string? secretKey)
    {
        AccessKeyId = accessKeyId ?? "OFFLINE" + MakeUp(13).ToUpperInvariant();
        _secretKey = secretKey ?? MakeUp(40);
        _secretBytes = Encoding.UTF8.GetBytes(_secretKey);
    }

    public string AccessKeyId { get; }

    public string Reveal() => _secretKey;

    /// <summary>The secret key behind a word, in bytes: what the signatures of a store begin with.</summary>
    public byte[] Secret(string before) => [.. Encoding.UTF8.GetBytes(before), .. _secretBytes];

    /// <summary>Whether the request carries this key and a signature made with it.</summary>
    public bool Signed(EmulatorRequest request, string timestamp, string accessKeyId, string signature)
    {
        string expected = GatewaySignature.Compute(request.Method, request.PathAndQuery, timestamp, accessKeyId, _secretBytes);
        return GatewaySignature.AreEqual(expected, signature) & GatewaySignature.AreEqual(AccessKeyId, accessKeyId);
    }

    public override string ToString() => AccessKeyId;

    private static string MakeUp(int length)
    {
        byte[] bytes = new byte[length];
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return new string(Array.ConvertAll(bytes, value => Letters[value % Letters.Length]));
    }
}
