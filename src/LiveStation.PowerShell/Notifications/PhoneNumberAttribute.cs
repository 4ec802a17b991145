using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// Takes a telephone number as it was typed: without quotes it is a number to PowerShell, and the zero at its beginning would be lost.
/// The number is personal, and repeated in no error.
/// </summary>
public sealed class PhoneNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = (inputData as PSObject)?.BaseObject ?? inputData;
        if (value is null or string)
        {
            return value!;
        }

        // The wrapper of a number that was typed keeps the text; one out of a variable has none beside its digits.
        string text = inputData is PSObject typed ? typed.ToString() : "";
        return text.StartsWith("0", System.StringComparison.Ordinal) ? text
            : throw new ArgumentTransformationMetadataException("A telephone number is a text: give it in quotes, or the zero at its beginning would be lost.");
    }
}
