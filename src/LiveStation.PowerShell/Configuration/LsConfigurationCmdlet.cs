using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that holds an account to a configuration.</summary>
public abstract class LsConfigurationCmdlet : LsDocumentCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Values of the variables in the file, by their names.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public IDictionary? Variable { get; set; }

    /// <summary>A file with more of them: a JSON object.</summary>
    [Parameter]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    public string? VariablePath { get; set; }

    /// <summary>Also remove what the account has and the document does not name, in the sections that it has.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Pass over fields that this version does not know.</summary>
    private protected abstract bool IsForced { get; }

    /// <summary>Whether what cannot be changed is made anew.</summary>
    private protected virtual bool Replaces => false;

    /// <summary>Reads the document; ends the command where it has faults.</summary>
    private protected ConfigurationDocument ReadDocument()
    {
        string path = FileOf(Path, nameof(Path));
        ConfigurationVariables variables = new();
        List<string> given = [.. Given(variables)];
        ConfigurationReader reader = ConfigurationReader.Read(Bytes(path, nameof(Path)), variables, IsForced);
        Stop(reader.Faults, "Nothing was sent.");
        foreach (string ignored in reader.Ignored)
        {
            WriteWarning($"{Path}, {ignored}: this version does not know it; it was passed over.");
        }

        foreach (string unused in variables.Unused(given))
        {
            WriteWarning($"{Path}: the variable {unused} stands nowhere in it.");
        }

        return reader.Document;
    }

    /// <summary>Compares the account with the document.</summary>
    /// <returns>Null where the account could not be read, which was told.</returns>
    private protected ConfigurationPlan? Compare(ConfigurationDocument document) =>
        Compare(document, new ConfigurationOptions(CurrentContext.Zone) { Prune = Prune, Replace = Replaces });

    /// <summary>Writes every fault, and ends the command where there is any.</summary>
    private protected void Stop(IReadOnlyList<ConfigurationFault> faults, string outcome) => Stop(Path, faults, outcome);

    private IEnumerable<string> Given(ConfigurationVariables variables)
    {
        List<string> names = [];
        foreach (DictionaryEntry variable in Variable ?? new Hashtable())
        {
            string name = variable.Key.ToString()!;
            object? value = variable.Value is PSObject wrapped ? wrapped.BaseObject : variable.Value;
            if (!variables.TryAdd(name, value))
            {
                RefuseParameters("VariableNotPlain", $"The variable {name} is {(value is null ? "nothing" : $"of type {value.GetType().Name}")}. Nothing was sent.", "Give a text, a number, $true or $false.");
            }

            names.Add(name);
        }

        return VariablePath is null ? names : names.Concat(InFile(variables, FileOf(VariablePath, nameof(VariablePath))));
    }

    // What stands on the command line wins over the file.
    private IEnumerable<string> InFile(ConfigurationVariables variables, string path)
    {
        List<string> names = [];
        try
        {
            foreach ((string name, JsonPlace value) in JsonPlace.Parse(Bytes(path, nameof(VariablePath))).Members)
            {
                variables.Add(name, value.Kind, value.Text);
                names.Add(name);
            }
        }
        catch (JsonException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(new InvalidDataException(Text.Line($"{VariablePath}, line {(e.LineNumber ?? 0) + 1}: this is no JSON.")), "ConfigurationInvalid", ErrorCategory.InvalidData, path, "Write an object, as in { \"event\": \"finals\" }."));
        }

        return names;
    }

    private byte[] Bytes(string path, string parameter)
    {
        Require(SaveFailure.NoPlace(path, "Nothing was sent.", "-" + parameter), path);
        try
        {
            return !File.Exists(path) ? throw new FileNotFoundException("there is no such file.")
                : new FileInfo(path).Length > ConfigurationReader.Largest ? throw new IOException($"it is larger than {ConfigurationReader.Largest / (1024 * 1024)} MB, which no configuration is.")
                : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.Of(
                new IOException(Text.Line($"{path}: {(e is UnauthorizedAccessException ? "this user may not read it." : e.Message)} Nothing was sent.")),
                "ConfigurationNotRead",
                e is FileNotFoundException ? ErrorCategory.ObjectNotFound : ErrorCategory.PermissionDenied,
                path,
                $"Look at the path, or give another -{parameter}."));
            throw;
        }
    }
}
