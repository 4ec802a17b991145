using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>
/// A play that is being given: its happenings come at their times, on the clock of the service. What is in the past when it begins has
/// happened at once, each at its time.
/// </summary>
public sealed class Performance
{
    private readonly Account _account;
    private readonly Dictionary<string, Stage> _stages = new(StringComparer.Ordinal);
    private readonly List<Played> _played = [];
    private readonly int _count;
    private bool _isStopped;

    internal Performance(Account account, Areas areas, IReadOnlyList<ScriptLine> lines, DateTimeOffset start, double speed)
    {
        _account = account;
        _count = lines.Count;
        Start = start;
        End = lines.Max(line => TimeOf(line, start, speed));
        foreach (ScriptLine line in lines.Where(line => !_stages.ContainsKey(line.Channel)))
        {
            Stage stage = new(areas, account.Pace, line.Channel);
            _stages.Add(line.Channel, stage);
            if (stage.Id is null && !line.What.IsEntrance)
            {
                throw new ArgumentException($"Line {line.Number} of the script: there is no channel {line.Channel}, and no line before it brings one.");
            }
        }

        foreach (ScriptLine line in lines)
        {
            account.At(TimeOf(line, start, speed), then => Play(line, _stages[line.Channel], then));
        }
    }

    /// <summary>When it began.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When the last happening comes.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Whether everything has happened, or it was stopped.</summary>
    public bool IsOver => _account.Do(_ => _isStopped || _played.Count == _count);

    /// <summary>The ids of the channels that have entered, by their names in the script: a copy.</summary>
    public IReadOnlyDictionary<string, string> ChannelIds => _account.Do(_ => _stages.Values.Where(stage => stage.Id is not null).ToDictionary(stage => stage.Name, stage => stage.Id!));

    /// <summary>What has happened so far, and what could not, in order: a copy.</summary>
    public IReadOnlyList<Played> Log => _account.Do(_ => _played.ToList());

    /// <summary>Ends it: what has not happened will not. Channels stay as they are.</summary>
    public void Stop() => _account.Do(_ => { _isStopped = true; });

    /// <summary>How far it is.</summary>
    public override string ToString()
    {
        IReadOnlyList<Played> log = Log;
        int failed = log.Count(it => it.WhyNot is not null);
        return string.Format(CultureInfo.InvariantCulture, "{0} of {1} happenings{2}", log.Count, _count, failed > 0 ? $", {failed} could not be" : "");
    }

    private static DateTimeOffset TimeOf(ScriptLine line, DateTimeOffset start, double speed) => start + TimeSpan.FromTicks((long)(line.At.Ticks / speed));

    private void Play(ScriptLine line, Stage stage, DateTimeOffset now)
    {
        if (_isStopped)
        {
            return;
        }

        // Somebody may have taken part: ended the broadcast, deleted the channel. The show goes on.
        string? whyNot = null;
        try
        {
            line.Act(stage, now);
        }
        catch (InvalidOperationException e)
        {
            whyNot = e.Message;
        }

        _played.Add(new Played(now, line.Channel, stage.Id, line.What.Name, line.Details, whyNot));
    }
}
