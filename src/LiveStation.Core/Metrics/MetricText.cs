using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LiveStation;

/// <summary>Figures in Prometheus' text format, as its node exporter reads files of it.</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/</remarks>
public static class MetricText
{
    /// <summary>Writes figures: each kind once with its help and its type, then its samples. Lines end as the format wants it on every system.</summary>
    /// <param name="metrics">The figures, in any order.</param>
    public static string Write(IEnumerable<Metric> metrics)
    {
        if (metrics is null)
        {
            throw new ArgumentNullException(nameof(metrics));
        }

        StringBuilder text = new();
        foreach (IGrouping<string?, Metric> kind in metrics.GroupBy(static metric => metric.Name))
        {
            Metric first = kind.First();
            text.Append("# HELP ").Append(kind.Key).Append(' ').Append(Escape(first.Help, false)).Append('\n');
            text.Append("# TYPE ").Append(kind.Key).Append(' ').Append(first.Type == MetricType.Counter ? "counter" : "gauge").Append('\n');
            foreach (Metric metric in kind)
            {
                string labels = string.Join(",", Labels(metric));
                text.Append(kind.Key).Append(labels.Length > 0 ? "{" + labels + "}" : "").Append(' ').Append(Number(metric.Value)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Labels(Metric metric) =>
        new[] { ("channel_id", metric.ChannelId), ("channel_name", metric.ChannelName), ("status", metric.Status) }
            .Where(static label => label.Item2 is not null)
            .Select(static label => $"{label.Item1}=\"{Escape(label.Item2, true)}\"");

    // Names of channels are a stranger's: no control character of one reaches a file that somebody prints.
    private static string Escape(string? text, bool isLabel)
    {
        string escaped = Text.Line(text).Replace("\\", "\\\\");
        return isLabel ? escaped.Replace("\"", "\\\"") : escaped;
    }

    private static string Number(double value) => double.IsNaN(value) ? "NaN"
        : double.IsInfinity(value) ? value > 0 ? "+Inf" : "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);
}
