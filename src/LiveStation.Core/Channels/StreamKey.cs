using System;

namespace LiveStation;

/// <summary>The key that lets anybody go on air on a channel. Hidden wherever objects are shown, logged or stored; <see cref="Reveal"/> gives the text.</summary>
public sealed class StreamKey : IEquatable<StreamKey>
{
    private readonly string _key;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">Its text.</param>
    public StreamKey(string key) => _key = key ?? throw new ArgumentNullException(nameof(key));

    /// <summary>The key in clear text. What is done with it is up to you: it shows in transcripts and logs.</summary>
    public string Reveal() => _key;

    /// <inheritdoc/>
    public bool Equals(StreamKey? other) => other is not null && other._key == _key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StreamKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_key);

    /// <summary>Asterisks.</summary>
    public override string ToString() => Secrets.Mask;
}
