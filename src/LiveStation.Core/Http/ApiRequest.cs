using System.Net.Http;

namespace LiveStation;

/// <summary>One call, before it knows host, time or signature.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below the base address, with query, from <see cref="ApiPath"/>.</param>
/// <param name="Target">What the call is about, as errors name it.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string? Target = null)
{
    /// <summary>JSON to send; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The command that shows whether a write whose answer was lost has run.</summary>
    public string HowToLook { get; init; } = "Get-LsChannel, Get-LsRecording";

    /// <summary>Whether the body of a successful answer is not documented, and so decides nothing.</summary>
    public bool AcceptsAnyAnswer { get; init; }

    /// <summary>Whether sending it twice changes nothing.</summary>
    public bool IsRead => Method == HttpMethod.Get;
}
