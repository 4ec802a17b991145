using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LiveStation.PowerShell.Tests.Runtime;

/// <summary>
/// Every record, also one that only stands within others, survives Clixml, jobs and remote sessions with the records and lists
/// within it, but for its keys.
/// </summary>
public sealed class RecordCopyTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string, int> Copies
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (Type type in Samples.Records)
            {
                // A job and a remote session write at depth 1, Export-Clixml at 2.
                data.Add(type.FullName!, 1);
                data.Add(type.FullName!, 2);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_record_comes_back_as_what_it_was(string name, int depth)
    {
        Type type = typeof(ServiceRecord).Assembly.GetType(name)!;
        _shell.Set("record", Samples.Of(type));

        object copy = _shell.Run($"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($record, {depth}))").Quiet().Output.Single().BaseObject;

        Assert.Empty(Samples.Differences(Samples.Of(type, withKeys: false), copy));
        Assert.Equal(Samples.Of(type, withKeys: false), copy);
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_copy_that_came_before_the_module_is_rebuilt_by_a_cast(string name, int depth)
    {
        Type type = typeof(ServiceRecord).Assembly.GetType(name)!;
        _shell.Set("record", Samples.Of(type));
        string text = (string)_shell.Run($"[System.Management.Automation.PSSerializer]::Serialize($record, {depth})").Quiet().Output.Single().BaseObject;
        PSObject bag = PSObject.AsPSObject(PSSerializer.Deserialize(text));
        Assert.IsNotType<ServiceRecord>(bag.BaseObject, exactMatch: false);
        _shell.Set("bag", bag);

        object copy = _shell.Run($"[{name}] $bag").Quiet().Output.Single().BaseObject;

        Assert.Empty(Samples.Differences(Samples.Of(type, withKeys: false), copy));
    }

    public void Dispose() => _shell.Dispose();
}
