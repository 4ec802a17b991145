using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes the name of an error where its code is wanted: whole as FullyQualifiedErrorId has it, its first half, or with wildcards.</summary>
/// <remarks>Two codes may share a name; all that have it are meant.</remarks>
public sealed class ErrorCodeOfAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is IList list ? list.Cast<object>().SelectMany(CodesOf).ToArray() : CodesOf(inputData).ToArray();

    private static IEnumerable<object> CodesOf(object input)
    {
        if (PSObject.AsPSObject(input).BaseObject is not string text || int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            return [input];
        }

        // The second half of a FullyQualifiedErrorId names a cmdlet.
        WildcardPattern pattern = WildcardPattern.Get(text.Split(',')[0].Trim(), WildcardOptions.IgnoreCase);
        object[] codes = ErrorCatalog.Entries.Where(entry => pattern.IsMatch(entry.Name)).Select(static entry => (object)entry.Code!.Value).ToArray();
        return codes.Length > 0
            ? codes
            : throw new ArgumentTransformationMetadataException($"No code of the service or the gateway is named '{Text.Clean(text)}'. Tab completes the names, Resolve-LsError *Channel* finds those with a word in them; an error that a cmdlet found out by itself has no code: $Error[0] | Resolve-LsError.");
    }
}
