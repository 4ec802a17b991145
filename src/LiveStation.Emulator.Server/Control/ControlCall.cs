using System;
using System.Globalization;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace LiveStation.Emulator.Server;

/// <summary>One control call. A template such as "channels/{id}/publish" has at most one part in braces; what stands there is handed on.</summary>
internal sealed record ControlCall(string Method, string Template, Func<HttpContext, string, Task> RunAsync)
{
    private readonly string[] _parts = Template.Split('/');

    /// <summary>The id in the path, empty when the template has none; null when the path is another one.</summary>
    public string? Match(string method, string[] path)
    {
        if (method != Method || path.Length != _parts.Length)
        {
            return null;
        }

        string id = "";
        for (int i = 0; i < path.Length; i++)
        {
            if (_parts[i].StartsWith('{'))
            {
                id = path[i];
            }
            else if (path[i] != _parts[i])
            {
                return null;
            }
        }

        return id;
    }

    /// <summary>The number in a path; 0, which nothing has, where there is none.</summary>
    public static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
