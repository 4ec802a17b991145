namespace LiveStation;

/// <summary>The key that lets anybody go on air on a channel. Hidden wherever objects are shown, logged or stored; <see cref="HiddenText.Reveal"/> gives the text.</summary>
public sealed class StreamKey : HiddenText
{
    /// <summary>Wraps a key.</summary>
    /// <param name="key">Its text.</param>
    public StreamKey(string key)
        : base(key)
    {
    }

    /// <summary>Hides a key; null stays null.</summary>
    internal static new StreamKey? Of(string? key) => key is null ? null : new StreamKey(key);
}
