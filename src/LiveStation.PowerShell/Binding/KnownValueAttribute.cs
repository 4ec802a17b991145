using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Refuses Unknown where a value is sent: it stands for what was read and not understood.</summary>
public sealed class KnownValueAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (element?.ToString() == "Unknown")
        {
            throw new ValidationMetadataException("Unknown stands for a value that was read and not understood; it cannot be sent.");
        }
    }
}
