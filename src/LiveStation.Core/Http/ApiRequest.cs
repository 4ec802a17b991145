using System.Collections.Generic;
using System.Linq;
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
    public string HowToLook { get; init; } = "";

    /// <summary>The command that lists what the call is about, for advice where it is not found; null where the catalog's own advice fits.</summary>
    public string? Listing { get; init; }

    /// <summary>What to do about errors for which the catalog speaks of another kind of thing, by the name of the error; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Advice { get; init; }

    /// <summary>Whether the body of a successful answer is not documented, and so decides nothing.</summary>
    public bool AcceptsAnyAnswer { get; init; }

    /// <summary>What the body holds that no error may repeat: the service may quote what it was sent.</summary>
    public IReadOnlyList<string> Unspoken { get; init; } = [];

    /// <summary>Whether sending it twice changes nothing.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>A call that only reads.</summary>
    /// <param name="path">Path and query.</param>
    /// <param name="target">What it is about.</param>
    public static ApiRequest Read(string path, string? target = null) => new(HttpMethod.Get, path, target);

    /// <summary>A call that changes something.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="howToLook">The command that shows whether it has run, where its answer is lost.</param>
    /// <param name="body">JSON to send; null for none.</param>
    public static ApiRequest Write(HttpMethod method, string path, string target, string howToLook, byte[]? body = null) => new(method, path, target) { HowToLook = howToLook, Body = body };

    /// <summary>What an answer says, without what was sent and may not be repeated.</summary>
    public ErrorAnswer Heard(ErrorAnswer answer) => answer with { Name = Heard(answer.Name), Message = Heard(answer.Message) };

    /// <summary>A text of an answer without it: what is called so here, and what the names of its fields call secret.</summary>
    public string? Heard(string? text) => text is null ? null : Unspoken.Where(static secret => secret.Length > 1).Concat(Secrets.In(Body))

        // The longest first: one may be a part of another.
        .OrderByDescending(static secret => secret.Length)
        .Aggregate(text, static (hidden, secret) => hidden.Replace(secret, Secrets.Mask));
}
