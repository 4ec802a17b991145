using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Refuses a channel name of a length that the service is known to refuse. Which letters it takes, it decides itself.</summary>
public sealed class ChannelNameRuleAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string name = arguments?.ToString() ?? "";
        if (name.Length is < 3 or > 20)
        {
            throw new ValidationMetadataException($"'{Text.Clean(name)}' has {name.Length} character{(name.Length == 1 ? "" : "s")}. A channel name has 3 to 20: Korean or Latin letters, digits and underscore.");
        }
    }
}
