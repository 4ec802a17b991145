using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that has to do with a file of a configuration.</summary>
public abstract class LsDocumentCmdlet : LsCmdlet
{
    /// <summary>The full path of a file on a disk.</summary>
    private protected string FileOf(string path, string parameter) => OnDisk(path, parameter, "live.json");

    /// <summary>An error about a fault.</summary>
    internal static ErrorRecord ErrorOf(ConfigurationFault fault, string path) => ErrorRecords.Of(
        new InvalidDataException(Text.Line($"{path}{(fault.Line == 0 ? ": " : ", ")}{fault}")),
        fault.ErrorId,
        fault.ErrorId == "ConfigurationInvalid" ? ErrorCategory.InvalidData : ErrorCategory.InvalidOperation,
        fault.Path.Length == 0 ? path : fault.Path,
        fault.Recommendation);

    /// <summary>Compares the account with the document.</summary>
    /// <returns>Null where the account could not be read, which was told.</returns>
    private protected ConfigurationPlan? Compare(ConfigurationDocument document, ConfigurationOptions options)
    {
        ExpectMany();
        return Try((client, token) => client.Configuration.ReadAsync(ConfigurationPlan.Sections(document), token), null, out ConfigurationState? state)
            ? ConfigurationPlan.Of(document, state!, options)
            : null;
    }

    /// <summary>Writes every fault, and ends the command where there is any.</summary>
    private protected void Stop(string path, IReadOnlyList<ConfigurationFault> faults, string outcome)
    {
        if (faults.Count == 1)
        {
            ThrowTerminatingError(ErrorOf(faults[0] with { Message = $"{faults[0].Message} {outcome}" }, path));
        }

        foreach (ConfigurationFault fault in faults)
        {
            WriteError(ErrorOf(fault, path));
        }

        if (faults.Count > 1)
        {
            ThrowTerminatingError(ErrorRecords.Of(
                new InvalidDataException(Text.Line(string.Format(CultureInfo.InvariantCulture, "{0} has {1} faults. {2}", path, faults.Count, outcome))), "ConfigurationFaults", ErrorCategory.InvalidData, path, "Mend what the errors before this one point at."));
        }
    }
}
