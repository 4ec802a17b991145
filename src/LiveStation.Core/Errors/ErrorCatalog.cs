using System;
using System.Collections.Generic;

namespace LiveStation;

/// <summary>Every documented error code of Live Station and of the gateway in front of it. The only table of codes.</summary>
/// <remarks>
/// A code that is missing here is no reason to fail: the vendor's table has gaps and grows.
/// <c>docs/api/errors.csv</c> is the source of the codes; a test holds the two together.
/// </remarks>
public static partial class ErrorCatalog
{
    // In this order: the others read it. All of it runs when the catalog is first asked, never at import.
    private static readonly ErrorInfo[] Rows = CreateRows();
    private static readonly Dictionary<int, ErrorInfo> ServiceErrors = Index(ErrorSource.Service);
    private static readonly Dictionary<int, ErrorInfo> GatewayErrors = Index(ErrorSource.Gateway);

    /// <summary>All rows, ordered by code.</summary>
    public static IReadOnlyList<ErrorInfo> Entries { get; } = Array.AsReadOnly(Rows);

    /// <summary>Looks a code up in the number space of <paramref name="source"/>.</summary>
    /// <param name="source">Who printed the code.</param>
    /// <param name="code">The code.</param>
    /// <returns>The row, or <see langword="null"/> for a code that is not documented.</returns>
    public static ErrorInfo? Find(ErrorSource source, int code)
    {
        Dictionary<int, ErrorInfo> errors = source == ErrorSource.Gateway ? GatewayErrors : ServiceErrors;
        return errors.TryGetValue(code, out ErrorInfo? info) ? info : null;
    }

    /// <summary>Looks a code up without knowing who printed it: first at the service, then at the gateway. The two share no number today.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The row, or <see langword="null"/> for a code that is not documented.</returns>
    public static ErrorInfo? Find(int code)
    {
        return Find(ErrorSource.Service, code) ?? Find(ErrorSource.Gateway, code);
    }

    private static Dictionary<int, ErrorInfo> Index(ErrorSource source)
    {
        Dictionary<int, ErrorInfo> index = new();
        foreach (ErrorInfo row in Rows)
        {
            if (row.Source == source)
            {
                index.Add(row.Code!.Value, row);
            }
        }

        return index;
    }
}
