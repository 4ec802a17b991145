using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Net.Http;
using System.Text.Json;

namespace LiveStation.PowerShell;

/// <summary>Sends any signed call, for what has no cmdlet of its own.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "LsRestMethod", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class InvokeLsRestMethodCommand : LsCmdlet
{
    /// <summary>HTTP method.</summary>
    [Parameter]
    [ValidateSet("Get", "Post", "Put", "Delete")]
    public string Method { get; set; } = "Get";

    /// <summary>Path below the base address, with ids as they are: it is escaped here.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ApiPathCompleter))]
    public string Path { get; set; } = "";

    /// <summary>Query parameters.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>What to send: a hashtable or object, made JSON here, or JSON as text.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public object? Body { get; set; }

    /// <summary>Write the answer as the text that came.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Body is not null && PSObject.AsPSObject(Body).BaseObject is LsContext)
        {
            // From the pipeline a context fits both parameters, and is meant for one.
            Body = null;
        }

        Path = WithoutPrefix(Path);
        HttpMethod method = new(Method.ToUpperInvariant());
        CheckParameters(method);
        byte[]? body = ToJson();
        if (method != HttpMethod.Get && !Approve(Path, $"Send {method}{(body is null ? "" : $" with a body of {body.Length} bytes")}"))
        {
            return;
        }

        List<KeyValuePair<string, string>> query = [.. WireValues.Of(Query)];
        if (!Try((client, token) => client.Rest.SendAsync(method, Path, query, body, token), Path, out JsonElement answer) || answer.ValueKind == JsonValueKind.Undefined)
        {
            return;
        }

        WriteObject(Raw ? answer.GetRawText() : JsonObjects.Read(answer));
    }

    // The vendor's pages print the prefix of the zone, which the base address brings.
    private string WithoutPrefix(string path)
    {
        string prefix = CurrentContext.Endpoint.AbsolutePath.Trim('/') + "/";
        string plain = path.TrimStart('/');
        return plain.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? "/" + plain.Substring(prefix.Length) : path;
    }

    private void CheckParameters(HttpMethod method)
    {
        if (Path.IndexOfAny(['?', '#', '\\']) >= 0 || Path.Contains("://"))
        {
            RefuseParameters("InvalidPath", "-Path is a path below the base address, without a host and without a query.", "Write -Path /channels -Query @{ pageNo = 1 }.");
        }

        if (method == HttpMethod.Get && Body is not null)
        {
            RefuseParameters("BodyWithGet", "A GET has no body.", "Put it into -Query, or choose another -Method.");
        }
    }

    private byte[]? ToJson()
    {
        try
        {
            return Body is null ? null : JsonObjects.Write(Body);
        }
        catch (JsonException e)
        {
            RefuseParameters("InvalidBody", $"-Body is no JSON that can be sent: {e.Message} Nothing was sent.", "Give -Body as a hashtable, or as JSON text.");
            return null;
        }
    }
}
