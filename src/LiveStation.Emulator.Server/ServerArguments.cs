using System.Globalization;

namespace LiveStation.Emulator.Server;

/// <summary>The command line. There is no host to choose: it is always 127.0.0.1.</summary>
internal sealed record ServerArguments
{
    public const string Usage = """
        Usage: [--port N] [--access-key K] [--rate-limit N [--burst N] [--retry-after on|off]] [--numbers-as-text on|off]

          --port N              listens there; 0, the default, is any free port. It listens on 127.0.0.1 only.
          --access-key K        the access key id that callers send; a made-up one when not given
          --rate-limit N        requests a second that pass, 0.001 to 1000000; the others are answered with 429
          --burst N             requests that pass at once, 1 to 1000000; what one second lets through when not given
          --retry-after on|off  whether a 429 says when to come back; on when not given
          --numbers-as-text on|off
                                whether a body may have "3" for 3; off when not given
        """;

    public int Port { get; private init; }

    private string? AccessKeyId { get; init; }

    private bool TakesNumbersAsText { get; init; }

    private double? RequestsPerSecond { get; init; }

    private int? Burst { get; init; }

    private bool? SendsRetryAfter { get; init; }

    /// <summary>The service that was asked for.</summary>
    public EmulatorOptions ToOptions() => new()
    {
        AccessKeyId = AccessKeyId,
        RateLimit = RequestsPerSecond is double rate ? new RateLimit(rate, Burst ?? 0, SendsRetryAfter ?? true) : null,
        TakesNumbersAsText = TakesNumbersAsText,
    };

    /// <summary>Reads the command line; null when it cannot be understood.</summary>
    public static ServerArguments? Parse(string[] arguments)
    {
        ServerArguments result = new();
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (result.With(arguments[i], i + 1 < arguments.Length ? arguments[i + 1] : "") is not ServerArguments next)
            {
                return null;
            }

            result = next;
        }

        // How to limit, and no limit.
        return result.RequestsPerSecond is null && (result.Burst ?? (object?)result.SendsRetryAfter) is not null ? null : result;
    }

    private ServerArguments? With(string name, string value) => name switch
    {
        "--port" when Whole(value, 0, 65_535) is int port => this with { Port = port },
        "--access-key" when !string.IsNullOrWhiteSpace(value) => this with { AccessKeyId = value },
        "--rate-limit" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate)
            && rate is >= RateLimit.Lowest and <= RateLimit.Highest => this with { RequestsPerSecond = rate },
        "--burst" when Whole(value, 1, RateLimit.Highest) is int burst => this with { Burst = burst },
        "--retry-after" when value is "on" or "off" => this with { SendsRetryAfter = value == "on" },
        "--numbers-as-text" when value is "on" or "off" => this with { TakesNumbersAsText = value == "on" },
        _ => null,
    };

    private static int? Whole(string value, int minimum, int maximum) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum ? number : null;
}
