using System.Globalization;

namespace LiveStation.Emulator.Server;

/// <summary>The command line. There is no host to choose: it is always 127.0.0.1.</summary>
internal sealed record ServerArguments
{
    /// <summary>The play that is ready.</summary>
    public const string Evening = "evening";

    public const string Usage = """
        Usage: [--port N] [--access-key K] [--rate-limit N [--burst N] [--retry-after on|off]] [--numbers-as-text on|off]
               [--play evening|FILE [--play-speed N]]

          --port N              listens there; 0, the default, is any free port. It listens on 127.0.0.1 only.
          --access-key K        the access key id that callers send; a made-up one when not given
          --rate-limit N        requests a second that pass, 0.001 to 1000000; the others are answered with 429
          --burst N             requests that pass at once, 1 to 1000000; what one second lets through when not given
          --retry-after on|off  whether a 429 says when to come back; on when not given
          --numbers-as-text on|off
                                whether a body may have "3" for 3; off when not given
          --play evening|FILE   begins with a play: the evening that is ready, or a script in a file
          --play-speed N        how many times faster than the script says, to 1000000; 1 when not given
        """;

    public int Port { get; private init; }

    /// <summary>The play to begin with: a file, or the word for the evening that is ready; null for none.</summary>
    public string? Play { get; private init; }

    /// <summary>How many times faster than the script says; null where it is not given.</summary>
    public double? PlaySpeed { get; private init; }

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

        // How to limit, and no limit; how fast, and no play.
        return (result.RequestsPerSecond is null && (result.Burst ?? (object?)result.SendsRetryAfter) is not null)
            || (result.Play is null && result.PlaySpeed is not null) ? null : result;
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
        "--play" when !string.IsNullOrWhiteSpace(value) => this with { Play = value },
        "--play-speed" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double speed)
            && speed is > 0 and <= 1_000_000 => this with { PlaySpeed = speed },
        _ => null,
    };

    private static int? Whole(string value, int minimum, int maximum) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum ? number : null;
}
