namespace LiveStation;

/// <summary>Who speaks: the service and the gateway in front of it number their errors separately.</summary>
public enum ErrorSource
{
    /// <summary>Live Station itself; six-digit codes from 250000.</summary>
    Service = 0,

    /// <summary>The API gateway in front of the service; three-digit codes.</summary>
    Gateway,

    /// <summary>This client: no answer came, or none that can be read.</summary>
    Client,
}
