namespace LiveStation;

/// <summary>How a figure behaves, in Prometheus' words.</summary>
public enum MetricType
{
    /// <summary>It goes up and down.</summary>
    Gauge,

    /// <summary>It only goes up.</summary>
    Counter,
}
