using System;
using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Where plays are given.</summary>
internal sealed class Theatre
{
    private const double Fastest = 1_000_000;

    private readonly Account _account;
    private readonly Areas _areas;

    public Theatre(Account account, Areas areas)
    {
        _account = account;
        _areas = areas;
    }

    public Performance? Newest { get; private set; }

    public Performance Play(string? script, DateTimeOffset? start, double speed)
    {
        if (!(speed > 0 && speed <= Fastest))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is more than 0 and at most a million.");
        }

        IReadOnlyList<ScriptLine> lines = Script.Read(string.IsNullOrEmpty(script) ? Script.Evening : script!);
        return _account.Do(now => Newest = new Performance(_account, _areas, lines, start ?? now, speed));
    }
}
