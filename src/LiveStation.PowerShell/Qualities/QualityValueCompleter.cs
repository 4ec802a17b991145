using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace LiveStation.PowerShell;

/// <summary>Completes the numbers and words of a quality with those that the vendor's pages and codes name, or with usual ones.</summary>
internal sealed class QualityValueCompleter : IArgumentCompleter
{
    private static readonly Dictionary<string, string[]> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(NewLsQualityCommand.Width)] = ["1920", "1280", "854", "640", "480"],
        [nameof(NewLsQualityCommand.Height)] = ["1080", "720", "480", "360", "270"],
        [nameof(NewLsQualityCommand.Fps)] = ["10", "15", "23.97", "24", "29.97", "30", "50", "60"],
        [nameof(NewLsQualityCommand.VideoBitrate)] = ["6000000", "4000000", "2000000", "1200000", "400000"],
        [nameof(NewLsQualityCommand.VideoLevel)] = ["-1"],
        [nameof(NewLsQualityCommand.Bframes)] = ["0", "1", "2", "3", "4"],
        [nameof(NewLsQualityCommand.VideoH264ParamRefFrames)] = ["1"],
        [nameof(NewLsQualityCommand.Orientation)] = ["FIX"],
        [nameof(NewLsQualityCommand.AudioProfile)] = ["LC"],
        [nameof(NewLsQualityCommand.AudioSamplerate)] = ["44100", "48000", "32000", "22050"],
        [nameof(NewLsQualityCommand.AudioChannels)] = ["2", "1"],
        [nameof(NewLsQualityCommand.AudioBitrate)] = ["320", "192", "128", "96", "64"],
    };

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? "").Trim('\'', '"');
        return Values.TryGetValue(parameterName, out string[]? values) ? values.Where(value => value.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(static value => new CompletionResult(value)) : [];
    }
}
