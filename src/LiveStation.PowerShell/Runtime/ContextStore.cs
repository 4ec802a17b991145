using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>The context of each runspace: two runbooks in one process never see each other's.</summary>
internal static class ContextStore
{
    private static readonly ConditionalWeakTable<Runspace, Slot> Slots = new();

    // 1 where an account was connected in some runspace, and no other one has been told that it does not know it.
    private static int _isElsewhereUntold;

    /// <summary>The context in force here, connected or ambient; null where there is none.</summary>
    /// <exception cref="LiveStationCredentialException">The environment or the profile file is broken.</exception>
    /// <param name="warn">Who is told what the source of the keys gives reason to; null for nobody.</param>
    public static LsContext? Current(Action<string>? warn)
    {
        Slot slot = Slots.GetOrCreateValue(Runspace.DefaultRunspace);
        return slot.Connected ?? Ambient(slot, warn);
    }

    /// <summary>Whether this is a runspace that the engine made for ForEach-Object -Parallel.</summary>
    public static bool IsInParallel => Runspace.DefaultRunspace.Name?.StartsWith("PSTask", StringComparison.Ordinal) == true;

    /// <summary>Whether this is the runspace of a job in a process of its own, or of a remote session.</summary>
    public static bool IsServing => Runspace.DefaultRunspace.Name == "RemoteHost";

    public static void Connect(LsContext context)
    {
        Slots.GetOrCreateValue(Runspace.DefaultRunspace).Connected = context;
        _isElsewhereUntold = 1;
    }

    public static void Disconnect()
    {
        Slots.GetOrCreateValue(Runspace.DefaultRunspace).Connected = null;
        _isElsewhereUntold = 0;
    }

    // Read anew each time, so that a changed variable counts; kept while nothing changed, so that clock and retry budget are.
    private static LsContext? Ambient(Slot slot, Action<string>? warn)
    {
        CredentialChain chain = new();
        if (chain.Resolve() is not { } found)
        {
            slot.Ambient = null;
            return null;
        }

        string? region = chain.RegionCode;
        if (slot.Ambient is { } kept && kept.Options.Credential.SameAs(found.Credential) && kept.CredentialSource == found.Source && kept.Options.RegionCode == region && kept.Zone == (found.Zone ?? default))
        {
            return kept;
        }

        // The parent was connected, its children are not: what they do would go to another account without a word.
        if (warn is not null && IsInParallel && Interlocked.Exchange(ref _isElsewhereUntold, 0) == 1)
        {
            warn($"ForEach-Object -Parallel runs in runspaces of its own, which do not know the account that was connected outside; the keys from {found.Source} are used. For the other one write -Context $using:context, with $context = Get-LsContext before it.");
        }

        foreach (string warning in found.Warnings)
        {
            warn?.Invoke(warning);
        }

        return slot.Ambient = new LsContext(new LiveStationClientOptions(found.Credential) { Zone = found.Zone ?? default, RegionCode = region }, found.Source);
    }

    private sealed class Slot
    {
        public LsContext? Connected { get; set; }

        public LsContext? Ambient { get; set; }
    }
}
