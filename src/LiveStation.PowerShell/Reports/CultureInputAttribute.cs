using System.Globalization;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes a culture by its name, and refuses others in words of its own.</summary>
public sealed class CultureInputAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string name)
        {
            return value!;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw new ArgumentTransformationMetadataException($"'{Text.Clean(name)}' is no culture. Write en-US or ko-KR.");
        }
    }
}
