using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using Xunit;
using Engine = System.Management.Automation.PowerShell;

namespace LiveStation.PowerShell.Tests;

/// <summary>A session of the real engine with the module imported from the repository root, as a user's.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;

    public Shell(int width = 120)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        Host = new CapturingHost(width);
        _runspace = RunspaceFactory.CreateRunspace(Host, state);
        _runspace.Open();
        Set("module", Path.Combine(Root, "LiveStation.psd1"));
        Run("Import-Module $module; $PSStyle.OutputRendering = 'PlainText'").Quiet();
    }

    /// <summary>The checkout.</summary>
    public static string Root { get; } = FindRoot();

    public CapturingHost Host { get; }

    /// <summary>A session in which every cmdlet goes to this service.</summary>
    public static Shell On(Service service, int width = 120)
    {
        Shell shell = new(width);
        shell.Turn(service);
        return shell;
    }

    /// <summary>From now on every cmdlet goes to this service.</summary>
    public void Turn(Service service)
    {
        Set("ctx", service.Context);
        Run("$PSDefaultParameterValues = @{ '*-Ls*:Context' = $ctx }").Quiet();
    }

    public void Set(string variable, object? value) => _runspace.SessionStateProxy.SetVariable(variable, value);

    public object? Get(string variable) => _runspace.SessionStateProxy.GetVariable(variable);

    /// <summary>Runs a script to its end.</summary>
    public Outcome Run(string script)
    {
        using Running running = Start(script);
        return running.End();
    }

    /// <summary>Runs a script that has to end in a terminating error, and returns that.</summary>
    public ErrorRecord Terminating(string script)
    {
        Set("caught", null);
        Outcome outcome = Run($"try {{ {script} }} catch {{ $global:caught = $_ }}");
        Assert.Null(outcome.Thrown);
        object? caught = Get("caught");
        Assert.NotNull(caught);
        return Assert.IsType<ErrorRecord>(caught is PSObject wrapped ? wrapped.BaseObject : caught);
    }

    /// <summary>Starts a script and leaves it running.</summary>
    public Running Start(string script) => new(NewEngine(script));

    public void Dispose()
    {
        // To close a session waits for what runs in it: one that hangs is left to the end of the process.
        if (_runspace.RunspaceAvailability != RunspaceAvailability.Busy)
        {
            _runspace.Dispose();
        }
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "LiveStation.psd1")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("LiveStation.psd1 is in no folder above the tests.");
    }

    private Engine NewEngine(string script)
    {
        Engine engine = Engine.Create(_runspace);
        engine.AddScript(script);
        return engine;
    }
}

/// <summary>What a script left on every stream.</summary>
internal sealed class Outcome
{
    public Outcome(IEnumerable<PSObject> output, PSDataStreams streams, RuntimeException? thrown)
    {
        Output = output.ToList();
        Errors = streams.Error.ToList();
        Warnings = streams.Warning.Select(record => record.Message).ToList();
        Verbose = streams.Verbose.Select(record => record.Message).ToList();
        Debug = streams.Debug.Select(record => record.Message).ToList();
        Information = streams.Information.Select(record => record.ToString()).ToList();
        Progress = streams.Progress.ToList();
        Thrown = thrown;
    }

    public IReadOnlyList<PSObject> Output { get; }

    public IReadOnlyList<ErrorRecord> Errors { get; }

    public IReadOnlyList<string> Warnings { get; }

    public IReadOnlyList<string> Verbose { get; }

    public IReadOnlyList<string> Debug { get; }

    public IReadOnlyList<string> Information { get; }

    public IReadOnlyList<ProgressRecord> Progress { get; }

    public RuntimeException? Thrown { get; }

    /// <summary>The output as objects of one type; nothing else may be among it.</summary>
    public IReadOnlyList<T> Of<T>() => Output.Select(item => Assert.IsType<T>(item.BaseObject)).ToList();

    /// <summary>The output as text.</summary>
    public IReadOnlyList<string> Texts() => Output.Select(item => item.ToString()).ToList();

    /// <summary>The one error there is.</summary>
    public ErrorRecord OneError()
    {
        Assert.Null(Thrown);
        return Assert.Single(Errors);
    }

    /// <summary>Fails where anything but output was written.</summary>
    public Outcome Quiet()
    {
        Assert.Null(Thrown);
        Assert.Empty(Errors.Select(error => error.ToString()));
        Assert.Empty(Warnings);
        Assert.Empty(Verbose);
        Assert.Empty(Debug);
        Assert.Empty(Information);
        Assert.Empty(Progress);
        return this;
    }
}

/// <summary>A script on its way.</summary>
internal sealed class Running : IDisposable
{
    private readonly Engine _engine;
    private readonly IAsyncResult _end;
    private readonly PSDataCollection<PSObject> _output = [];

    public Running(Engine engine)
    {
        _engine = engine;
        _end = engine.BeginInvoke<PSObject, PSObject>(null, _output);
    }

    /// <summary>How long a test waits for what is a matter of milliseconds before it fails.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(60);

    public PSInvocationState State => _engine.InvocationStateInfo.State;

    /// <summary>Waits for a signal; false where the script ended before it came.</summary>
    public bool AwaitSignal(SemaphoreSlim signal)
    {
        int first = WaitHandle.WaitAny([_end.AsyncWaitHandle, signal.AvailableWaitHandle], Patience);
        Assert.NotEqual(WaitHandle.WaitTimeout, first);
        return first == 1;
    }

    /// <summary>Ctrl+C: returns when the script has ended.</summary>
    public Outcome Stop()
    {
        IAsyncResult stop = _engine.BeginStop(null, null);
        Assert.True(stop.AsyncWaitHandle.WaitOne(Patience), "The script does not stop.");
        _engine.EndStop(stop);
        return new Outcome(_output.ReadAll(), _engine.Streams, null);
    }

    /// <summary>Waits for the end.</summary>
    public Outcome End()
    {
        Assert.True(_end.AsyncWaitHandle.WaitOne(Patience), "The script does not end.");
        RuntimeException? thrown = null;
        try
        {
            _engine.EndInvoke(_end);
        }
        catch (RuntimeException e)
        {
            thrown = e;
        }

        return new Outcome(_output.ReadAll(), _engine.Streams, thrown);
    }

    public void Dispose()
    {
        if (State is not (PSInvocationState.Running or PSInvocationState.Stopping))
        {
            _engine.Dispose();
        }
    }
}
