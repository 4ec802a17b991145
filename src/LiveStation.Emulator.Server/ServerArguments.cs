using System.Globalization;

namespace LiveStation.Emulator.Server;

/// <summary>The command line: --port N and --access-key K, nothing else. There is no host to choose: it is always 127.0.0.1.</summary>
internal sealed record ServerArguments(int Port, string? AccessKeyId)
{
    public const string Usage = "Usage: [--port N] [--access-key K]   It listens on 127.0.0.1 only; port 0, the default, is any free one.";

    /// <summary>Reads the command line; null when it cannot be understood.</summary>
    public static ServerArguments? Parse(string[] arguments)
    {
        ServerArguments result = new(0, null);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            ServerArguments? next = arguments[i] switch
            {
                "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= 65535 => result with { Port = port },
                "--access-key" when !string.IsNullOrWhiteSpace(value) => result with { AccessKeyId = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            result = next;
        }

        return result;
    }
}
