using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Refuses a name of a length that the service is known to refuse. Which letters it takes, it decides itself.</summary>
/// <param name="noun">What is named.</param>
/// <param name="letters">The letters that are documented.</param>
public sealed class NameRuleAttribute(string noun, string letters) : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string name = arguments?.ToString() ?? "";
        if (name.Length is < 3 or > 20)
        {
            throw new ValidationMetadataException($"'{Text.Clean(name)}' has {name.Length} character{(name.Length == 1 ? "" : "s")}. A {noun} name has 3 to 20: {letters}.");
        }
    }
}
