using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that reads the figures of an account, or of some of its channels.</summary>
public abstract class LsMetricCmdlet : LsCmdlet
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _isGivenIds;

    /// <summary>The ids of the input at hand; null where none were given.</summary>
    private protected abstract string[]? Ids { get; }

    /// <summary>How many channels are asked about at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int ThrottleLimit { get; set; } = 8;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Ids is not { } ids)
        {
            return;
        }

        _isGivenIds = true;
        foreach (string id in ids)
        {
            TurnTo(id);
            RequireOneContext();
            _ids.Add(id);
        }
    }

    /// <inheritdoc/>
    private protected override void Finish()
    {
        bool isOfAll = !_isGivenIds && !MyInvocation.ExpectingInput;
        if (!isOfAll && _ids.Count == 0)
        {
            // Nothing in the pipeline is no channel, not every channel.
            return;
        }

        ExpectMany();
        MetricReading reading = Await(MetricReading.ReadAsync(Client, isOfAll ? null : [.. _ids], ThrottleLimit, Time, StopToken));
        Use(reading.Metrics);

        // After what was read: a refused key ends the command, and the file says that nothing could be read.
        foreach ((string? channelId, LiveStationException failure) in reading.Failures)
        {
            WriteFailure(failure, channelId);
        }
    }

    /// <summary>Does with the figures what the cmdlet is for.</summary>
    private protected abstract void Use(IReadOnlyList<Metric> metrics);
}
