#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace LiveStation.PowerShell;

/// <summary>
/// Finds the assemblies that .NET Framework lacks. They ask for each other in versions that differ from the files, and a
/// module has no configuration file to redirect them. Narrow on purpose: fixed names, our own requesters, our own folder.
/// </summary>
internal static class FrameworkAssemblies
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.Bcl.AsyncInterfaces",
        "Microsoft.Bcl.TimeProvider",
        "System.Buffers",
        "System.Memory",
        "System.Numerics.Vectors",
        "System.Runtime.CompilerServices.Unsafe",
        "System.Text.Encodings.Web",
        "System.Text.Json",
        "System.Threading.Tasks.Extensions",
        "System.ValueTuple",
    };

    private static readonly string Folder = Path.GetDirectoryName(typeof(FrameworkAssemblies).Assembly.Location)!;

    public static void Add() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    public static void Remove() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        AssemblyName wanted = new(request.Name);
        if (!Names.Contains(wanted.Name) || !IsOurs(request.RequestingAssembly))
        {
            return null;
        }

        string path = Path.Combine(Folder, wanted.Name + ".dll");
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= wanted.Version ? Assembly.LoadFrom(path) : null;
    }

    // A requester that the runtime does not name may be one of ours; what it gets is only what is in our folder.
    private static bool IsOurs(Assembly? requester) =>
        requester is null || (!requester.IsDynamic && string.Equals(Path.GetDirectoryName(requester.Location), Folder, StringComparison.OrdinalIgnoreCase));
}
#endif
