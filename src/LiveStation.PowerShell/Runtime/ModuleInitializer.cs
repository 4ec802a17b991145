using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>What happens at import: on .NET Framework a handler that finds our own assemblies; else next to nothing.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
#if NETFRAMEWORK
        FrameworkAssemblies.Add();
#endif
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
#if NETFRAMEWORK
        FrameworkAssemblies.Remove();
#endif
    }
}
