using System;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LiveStation.Quickstart;

/// <summary>Hosts the PowerShell engine, imports the module as a user does, and lists recordings of the offline service.</summary>
internal static class Program
{
    private static readonly string[] Steps =
    [
        "Import-Module ./LiveStation.psd1",
        "Connect-LsAccount -Emulator",
        "Get-LsChannel",
        "Get-LsRecording | Where-Object Status -eq TRANSFER_READY",
        "Get-LsRecording -ExpiringWithin 12h",
        "Get-LsRecording no-such-channel",
        "Resolve-LsError 250507",
    ];

    private static int Main()
    {
        Directory.SetCurrentDirectory(Root());
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        using Runspace runspace = RunspaceFactory.CreateRunspace(new ConsoleHost(), state);
        runspace.Open();
        bool failed = false;
        foreach (string step in Steps)
        {
            Console.WriteLine($"PS> {step}");
            using System.Management.Automation.PowerShell shell = System.Management.Automation.PowerShell.Create(runspace);
            shell.AddScript(step).AddCommand("Out-Default");
            shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            try
            {
                shell.Invoke();
            }
            catch (RuntimeException e)
            {
                failed = true;
                Console.Error.WriteLine(e.Message);
            }

            Console.WriteLine();
        }

        return failed ? 1 : 0;
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "LiveStation.psd1")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("LiveStation.psd1 is in no folder above this program.");
    }
}
