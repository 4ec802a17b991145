using System.Collections.Generic;
using System.Linq;

namespace LiveStation;

/// <summary>A thing of an account beside what a configuration wants of it.</summary>
public sealed class ConfigurationChange : ServiceRecord
{
    // Of a thing that is made: enough to know it by.
    private const int Few = 3;

    private static readonly string[] Signs = ["=", " ", "+", "~", "!", "-"];

    private ConfigurationAction _action;
    private string? _hint;

    /// <summary>What becomes of it.</summary>
    public ConfigurationAction Action { get => _action; init => _action = value; }

    /// <summary><see cref="Action"/> as a sign: + made, ~ changed, ! made anew, - removed, = equal, a blank where it is left alone.</summary>
    public string Sign => Signs[(int)Action];

    /// <summary>What it is, as the nouns of the cmdlets say it: Channel, QualitySet.</summary>
    public string? Kind { get; init; }

    /// <summary>Its name, by which it is found.</summary>
    public string? Name { get; init; }

    /// <summary>Its id; <see langword="null"/> for one that is not there yet.</summary>
    public string? Id { get; init; }

    /// <summary>The settings that become different; of one that is made, all that the document names.</summary>
    public IReadOnlyList<ConfigurationDifference> Differences { get; init; } = [];

    /// <summary><see cref="Differences"/> and <see cref="Hint"/> on one line; of one that is made the first few.</summary>
    public string? Difference => string.Join("; ", Said) is { Length: > 0 } said ? said : null;

    /// <summary>What to know about it; <see langword="null"/> for nothing.</summary>
    public string? Hint { get => _hint; init => _hint = value; }

    /// <inheritdoc/>
    internal override IEnumerable<ServiceRecord> Parts => Differences;

    /// <summary>The same with another end and another hint.</summary>
    internal ConfigurationChange With(ConfigurationAction action, string? hint)
    {
        ConfigurationChange copy = (ConfigurationChange)MemberwiseClone();
        copy._action = action;
        copy._hint = hint;
        return copy;
    }

    /// <summary>Whether anything is sent for it.</summary>
    internal bool IsWork => Action is not (ConfigurationAction.Equal or ConfigurationAction.Leave);

    private IEnumerable<string> Said
    {
        get
        {
            IEnumerable<string> differences = Action != ConfigurationAction.Create || Differences.Count <= Few + 2 ? Differences.Select(static difference => difference.ToString())
                : Differences.Skip(1).Take(Few).Select(static difference => difference.ToString()).Append($"and {Differences.Count - Few - 1} more");
            return Hint is null ? differences : differences.Append(Hint);
        }
    }

    private protected override string Summary => $"{Sign} {Kind} {Name}{(Difference is null ? "" : ": " + Difference)}";
}
