using System;
using System.Globalization;

namespace LiveStation.Emulator.Server;

/// <summary>The command line. There is no host to choose: it is always 127.0.0.1.</summary>
internal sealed record ServerArguments
{
    /// <summary>The play that is ready.</summary>
    public const string Evening = "evening";

    /// <summary>What the tool is called where it is installed.</summary>
    public const string Tool = "livestation-offline";

    public const string Usage = $"""
        Usage: {Tool} [--port N] [--access-key K] [--rate-limit N [--burst N] [--retry-after on|off]]
               [--numbers-as-text on|off] [--play evening|FILE [--play-speed N]]

          --port N              listens there; 0, the default, is any free port. It listens on 127.0.0.1 only.
          --access-key K        the access key id that callers send; a made-up one when not given
          --rate-limit N        requests a second that pass, 0.001 to 1000000; the others are answered with 429
          --burst N             requests that pass at once, 1 to 1000000; what one second lets through when not given
          --retry-after on|off  whether a 429 says when to come back; on when not given
          --numbers-as-text on|off
                                whether a body may have "3" for 3; off when not given
          --play evening|FILE   begins with a play: the evening that is ready, or a script in a file
          --play-speed N        how many times faster than the script says, to 1000000; 1 when not given
          --help, --version     tell this, and the version
        """;

    private static readonly Option[] Options =
    [
        new("--port", "a whole number from 0 to 65535", static (all, value) => Whole(value, 0, 65_535) is int port ? all with { Port = port } : null),
        new("--access-key", "a key id", static (all, value) => string.IsNullOrWhiteSpace(value) ? null : all with { AccessKeyId = value }),
        new("--rate-limit", "a number from 0.001 to 1000000", static (all, value) =>
            double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) && rate is >= RateLimit.Lowest and <= RateLimit.Highest
                ? all with { RequestsPerSecond = rate } : null),
        new("--burst", "a whole number from 1 to 1000000", static (all, value) => Whole(value, 1, RateLimit.Highest) is int burst ? all with { Burst = burst } : null),
        new("--retry-after", "on or off", static (all, value) => value is "on" or "off" ? all with { SendsRetryAfter = value == "on" } : null),
        new("--numbers-as-text", "on or off", static (all, value) => value is "on" or "off" ? all with { TakesNumbersAsText = value == "on" } : null),
        new("--play", "evening or a file", static (all, value) => string.IsNullOrWhiteSpace(value) ? null : all with { Play = value }),
        new("--play-speed", "a number above 0 and up to 1000000", static (all, value) =>
            double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double speed) && speed is > 0 and <= 1_000_000
                ? all with { PlaySpeed = speed } : null),
    ];

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

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">As they were given.</param>
    /// <param name="fault">What cannot be understood, in a sentence.</param>
    /// <returns>The settings; null where there is a fault.</returns>
    public static ServerArguments? Parse(string[] arguments, out string fault)
    {
        ServerArguments result = new();
        fault = "";
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (Array.Find(Options, option => option.Name == arguments[i]) is not Option known)
            {
                fault = $"There is no option {arguments[i]}.";
                return null;
            }

            string value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            if (known.Read(result, value) is not ServerArguments next)
            {
                fault = $"{known.Name} {value}".TrimEnd() + $": {known.Wants} is needed.";
                return null;
            }

            result = next;
        }

        // How to limit, and no limit; how fast, and no play.
        fault = result.RequestsPerSecond is null && (result.Burst ?? (object?)result.SendsRetryAfter) is not null ? "--burst and --retry-after need a --rate-limit."
            : result.Play is null && result.PlaySpeed is not null ? "--play-speed needs a --play."
            : "";
        return fault.Length == 0 ? result : null;
    }

    private static int? Whole(string value, int minimum, int maximum) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum ? number : null;

    /// <summary>An option, what it wants, and how it is read; null for what it does not take.</summary>
    private sealed record Option(string Name, string Wants, Func<ServerArguments, string, ServerArguments?> Read);
}
