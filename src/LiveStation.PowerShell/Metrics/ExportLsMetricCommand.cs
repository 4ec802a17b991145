using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Text;

namespace LiveStation.PowerShell;

/// <summary>Writes figures to a file for the textfile collector of Prometheus' node exporter.</summary>
[Cmdlet(VerbsData.Export, "LsMetric", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportLsMetricCommand : LsMetricCmdlet
{
    private string _file = "";

    /// <summary>The file. The collector reads what ends in .prom.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [TextOnly]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Ids of channels; without it every channel of the account.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    [Alias("Id")]
    [IdOf(typeof(ChannelKind), AllowsRelated = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChannelKind>))]
    [ValidateNotNull]
    public string[]? ChannelId { get; set; }

    /// <summary>Write the file as an object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string[]? Ids => ChannelId;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _file = OnDisk(Path, nameof(Path), "/var/lib/node_exporter/livestation.prom");
        Require(OutputFile.Refusal(_file, overwrites: true), Path);
        if (!_file.EndsWith(".prom", StringComparison.OrdinalIgnoreCase))
        {
            WriteWarning($"'{Path}' does not end in .prom: the textfile collector reads no other files.");
        }
    }

    private protected override void Use(IReadOnlyList<Metric> metrics)
    {
        if (!ShouldProcess(_file, $"Write {metrics.Count} figures"))
        {
            return;
        }

        try
        {
            OutputFile.Write(_file, Encoding.UTF8.GetBytes(MetricText.Write(metrics)));
        }
        catch (LiveStationSaveException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, Path));
        }

        if (PassThru)
        {
            WriteFile(_file);
        }
    }
}
