#if NETFRAMEWORK
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace LiveStation.Core.Tests.Support;

/// <summary>
/// Two ways in which Mono's timers end a run that went well. It can crash when the runner starts the first timer at exit
/// (mono/mono#21762), so one starts early. And it aborts the timers' thread at exit, which crashes when that is just
/// sorting them, so the process ends before that, with the runner's exit code.
/// </summary>
internal static class MonoTimer
{
    private static Timer? _first;

    [ModuleInitializer]
    internal static void Start()
    {
        _first = new Timer(_ => _first?.Dispose(), null, 1, Timeout.Infinite);
        if (Environment.OSVersion.Platform == PlatformID.Unix)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => ExitNow(Environment.ExitCode);
        }
    }

    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void ExitNow(int code);
}
#endif
