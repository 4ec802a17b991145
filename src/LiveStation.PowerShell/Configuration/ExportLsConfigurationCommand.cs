using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>Writes what an account is set up with into a file, with its schema beside it.</summary>
[Cmdlet(VerbsData.Export, "LsConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLsConfigurationCommand : LsDocumentCmdlet
{
    private readonly HashSet<(string Section, string Id)> _chosen = [];
    private bool _isChosen;
    private string _file = "";

    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Channels, VOD2LIVE channels, re-streams, quality sets and qualities; without any, all of the account.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ConfigurationInput]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Overwrite no file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Also write the file as an object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _isChosen = MyInvocation.ExpectingInput && !MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

        // Before the account is read, which takes a while.
        _file = FileOf(Path, nameof(Path));
        Require(OutputFile.Refusal(_file, overwrites: true), Path);
        if (NoClobber && File.Exists(_file))
        {
            ThrowTerminatingError(ErrorRecords.Of(new IOException(Text.Line($"{Path} is there already, and -NoClobber leaves it. Nothing was written.")), "NoClobber", ErrorCategory.ResourceExists, _file, "Give another -Path, or leave -NoClobber out."));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)))
        {
            // A context came through the pipeline, and with it everything is meant.
            _isChosen = false;
            return;
        }

        foreach (PSObject thing in InputObject)
        {
            _isChosen = true;
            TurnTo(Origins.Of(thing));
            RequireOneContext();
            _chosen.Add(ConfigurationInputAttribute.Named(thing));
        }
    }

    private protected override void Finish()
    {
        // A pipeline that brought nothing asked for nothing, and not for everything.
        if (_isChosen && _chosen.Count == 0)
        {
            return;
        }

        ExpectMany();
        if (!Try((client, token) => client.Configuration.ReadAsync(ConfigurationSections.All, token), null, out ConfigurationState? state))
        {
            return;
        }

        ConfigurationExport export = ConfigurationExport.Of(state!, _isChosen ? _chosen : null);
        foreach ((string section, string id) in _chosen.Where(one => !IsThere(state!, one)))
        {
            ConfigurationSection known = ConfigurationSections.Find(section)!;
            WriteError(ErrorRecords.NotFound(id, known.Noun, "ConfigurationThingNotFound", $"It is gone, or built in, or of another account: look with Get-Ls{known.Kind}."));
        }

        if (export.Faults.Count > 0)
        {
            foreach (ConfigurationFault fault in export.Faults)
            {
                WriteError(ErrorOf(fault, Path));
            }

            return;
        }

        foreach (string left in export.LeftOut)
        {
            WriteWarning(left + "; it was left out.");
        }

        if (Approve(Path, $"Write the configuration of {export.Count} things"))
        {
            try
            {
                OutputFile.Write(_file, ConfigurationWriter.Write(export.Document), overwrites: !NoClobber);

                // Editors complete and check by it, without a network.
                OutputFile.Write(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_file)!, ConfigurationSchema.FileName), ConfigurationSchema.Write());
            }
            catch (LiveStationSaveException e)
            {
                ThrowTerminatingError(ErrorRecords.Of(e, Path));
            }

            WriteVerbose($"{export.Count} things: {_file}");
            if (PassThru)
            {
                WriteFile(_file);
            }
        }
    }

    private static bool IsThere(ConfigurationState state, (string Section, string Id) thing)
    {
        ConfigurationSection section = ConfigurationSections.Find(thing.Section)!;
        return state.Own(section).Any(record => section.IdOf(record) == thing.Id);
    }
}
