using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Takes whole numbers for a list of them at once, so that the binder finds the parameter by its type before it tries another one.</summary>
public sealed class NumberListAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        long?[] numbers = [.. (input as IList ?? new[] { input }).Cast<object?>().Select(Number)];
        return numbers.Length > 0 && numbers.All(static number => number is not null) ? numbers.Select(static number => number!.Value).ToArray() : inputData!;
    }

    private static long? Number(object? item) => (item is PSObject wrapped ? wrapped.BaseObject : item) switch
    {
        int number => number,
        long number => number,
        _ => null,
    };
}
