#if NETFRAMEWORK
// What the C# compiler wants to find and .NET Framework does not have. A file and no generator: generated files come to the
// compiler in changing order, and the same sources have to give the same bytes.
namespace System.Runtime.CompilerServices
{
    /// <summary>For init accessors.</summary>
    internal static class IsExternalInit
    {
    }

    /// <summary>For required members.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute
    {
    }

    /// <summary>For required members.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;

        public bool IsOptional { get; init; }
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>For records with required members.</summary>
    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute
    {
    }
}

namespace System.Threading.Tasks
{
    /// <summary>For waits on a clock that is given.</summary>
    internal static class TaskDelay
    {
        extension(Task)
        {
            public static Task Delay(TimeSpan delay, TimeProvider timeProvider, CancellationToken cancellationToken) => timeProvider.Delay(delay, cancellationToken);
        }
    }
}
#endif
