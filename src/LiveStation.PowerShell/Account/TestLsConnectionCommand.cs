using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes one signed call and tells how it went. A failed call is a result, not an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LsConnection")]
[OutputType(typeof(LsConnectionTest), typeof(bool))]
public sealed class TestLsConnectionCommand : LsCmdlet
{
    /// <summary>Write only whether the service answers and takes the keys.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Finish()
    {
        ConnectionTest result = Await(Client.TestAsync(StopToken));
        if (Quiet)
        {
            WriteObject(result.Reachable && result.Authenticated);
            return;
        }

        WriteObject(new LsConnectionTest
        {
            Reachable = result.Reachable,
            Authenticated = result.Authenticated,
            Latency = result.Latency,
            ClockOffset = result.ClockOffset,
            Endpoint = CurrentContext.Endpoint,
            CredentialSource = CurrentContext.CredentialSource,
            ErrorId = result.Error?.ErrorId,
            Error = result.Error,
            Recommendation = result.Error?.Recommendation,
        });
    }
}
