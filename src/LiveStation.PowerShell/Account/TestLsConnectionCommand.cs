using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Makes one signed call and tells how it went. A failed call is a result, not an error.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LsConnection")]
[OutputType(typeof(LsConnectionTest))]
public sealed class TestLsConnectionCommand : LsCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ConnectionTest result = Await(Client.TestAsync(StopToken));
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
