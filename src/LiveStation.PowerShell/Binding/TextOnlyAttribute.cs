using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Leaves what is no text, and no list of texts, to another parameter of the same position.</summary>
public sealed class TextOnlyAttribute : ArgumentTransformationAttribute
{
    /// <summary>What else the parameters of the position take, for somebody who gave something that none of them does.</summary>
    public string Advice { get; set; } = "";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            string or null => inputData!,
            IList list when list.Cast<object?>().All(static item => (item is PSObject one ? one.BaseObject : item) is string) => inputData!,
            _ => throw Kind.Leave($"A text was expected here. {Advice}".TrimEnd()),
        };
}
