using System;

namespace LiveStation;

/// <summary>A text that lets somebody in, such as the login at another platform. Hidden wherever objects are shown, logged or stored; <see cref="Reveal"/> gives it.</summary>
public class HiddenText : IEquatable<HiddenText>
{
    private readonly string _text;

    /// <summary>Wraps a text.</summary>
    /// <param name="text">The text.</param>
    public HiddenText(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>Whether the service has put asterisks in place of the text, so that it says nothing.</summary>
    internal bool IsMasked => _text.Contains("***");

    /// <summary>The clear text. What is done with it is up to you: it shows in transcripts and logs.</summary>
    public string Reveal() => _text;

    /// <inheritdoc/>
    public bool Equals(HiddenText? other) => other?.GetType() == GetType() && other._text == _text;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as HiddenText);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>Asterisks.</summary>
    public sealed override string ToString() => Secrets.Mask;

    /// <summary>Hides a text; null stays null.</summary>
    internal static HiddenText? Of(string? text) => text is null ? null : new HiddenText(text);
}
