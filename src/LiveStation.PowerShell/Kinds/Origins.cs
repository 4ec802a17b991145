using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace LiveStation.PowerShell;

/// <summary>
/// Which context an object came from, so that what is done with it is asked of the same account. A parameter of ids keeps only
/// text, so an id that was taken from an object is a text of its own, remembered by reference: one that somebody typed is another.
/// </summary>
internal static class Origins
{
    private static readonly ConditionalWeakTable<string, object> OfIds = new();

    /// <summary>The origin of a copy from a job, Clixml or Select-Object, which knows none.</summary>
    public static object Copy { get; } = new();

    /// <summary>Marks what a cmdlet writes.</summary>
    public static void Mark(object? item, object context)
    {
        switch (item)
        {
            case ServiceRecord record:
                record.Origin = context;
                break;
            case IEnumerable<ServiceRecord> records:
                foreach (ServiceRecord record in records)
                {
                    record.Origin = context;
                }

                break;
        }
    }

    /// <summary>The origin of an object: a context, <see cref="Copy"/>, or null for a row of somebody's own.</summary>
    public static object? Of(PSObject thing) => thing.BaseObject switch
    {
        ServiceRecord record => record.Origin ?? Copy,
        _ => IsCopy(thing) ? Copy : null,
    };

    /// <summary>The origin of an id; null for one that was typed.</summary>
    public static object? Of(string id) => OfIds.TryGetValue(id, out object? origin) ? origin : null;

    /// <summary>The id of an object, with its origin.</summary>
    public static string Tag(string id, PSObject thing)
    {
        if (Of(thing) is not { } origin)
        {
            return id;
        }

        string own = new(id.ToCharArray());
        OfIds.Add(own, origin);
        return own;
    }

    private static bool IsCopy(PSObject thing)
    {
        foreach (string name in thing.TypeNames)
        {
            if (name.StartsWith("Deserialized.LiveStation.", StringComparison.Ordinal) || name.StartsWith("Selected.LiveStation.", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
