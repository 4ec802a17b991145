using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.PowerShell.Tests;

public class OneCopyTests
{
    [Fact]
    public void The_tests_and_the_engine_share_one_copy_of_the_module()
    {
        using Shell shell = new();

        Outcome outcome = shell.Run("[LiveStation.Recording]; [LiveStation.PowerShell.LsContext]; (Get-Command Get-LsRecording).ImplementingType; (Connect-LsAccount -Emulator).Emulator.GetType()").Quiet();

        Type[] expected = [typeof(Recording), typeof(LsContext), typeof(GetLsRecordingCommand), typeof(LiveStationEmulator)];
        Assert.Equal(expected, outcome.Output.Select(item => (Type)item.BaseObject));
        Assert.All(
            new[] { "LiveStation.Core", "LiveStation.PowerShell", "LiveStation.Emulator" },
            name => Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == name));
    }

    [Fact]
    public void The_copies_beside_the_tests_are_the_builds_in_bin()
    {
        foreach (Assembly assembly in new[] { typeof(Recording).Assembly, typeof(LsContext).Assembly, typeof(LiveStationEmulator).Assembly })
        {
            string file = assembly.GetName().Name + ".dll";
            Assert.Equal(File.ReadAllBytes(Path.Combine(Shell.Root, "bin", "net8.0", file)), File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)));
        }
    }

    [Fact]
    public void Commands_carry_the_name_of_the_outer_module()
    {
        using Shell shell = new();

        PSModuleInfo module = Assert.Single(shell.Run("Get-Module LiveStation").Quiet().Of<PSModuleInfo>());

        Assert.Equal(Shell.Root, module.ModuleBase);
        Assert.Equal("LiveStation", shell.Run("(Get-Command Get-LsRecording).Source").Quiet().Texts().Single());
    }
}
