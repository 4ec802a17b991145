using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace LiveStation.PowerShell;

/// <summary>The bars of a save: one for all, one for each file that is under way. Told of from any thread, written on the pipeline thread, five times a second at the most.</summary>
internal sealed class SaveProgress
{
    private const int AllBar = 10;
    private const string Activity = "Saving recordings";
    private static readonly long Between = Stopwatch.Frequency / 5;

    private readonly Action<Action> _post;
    private readonly Action<ProgressRecord> _write;
    private readonly int _files;
    private readonly List<One> _open = [];
    private readonly HashSet<int> _shown = [];
    private readonly Rate _rate = new();
    private long _next = Stopwatch.GetTimestamp() + Between;
    private int _isPosted;
    private int _ended;
    private long _total;
    private long _done;
    private long _fetched;

    /// <summary>Makes the bars.</summary>
    /// <param name="post">Has something run on the pipeline thread.</param>
    /// <param name="write">Writes a bar.</param>
    /// <param name="files">How many recordings there are.</param>
    public SaveProgress(Action<Action> post, Action<ProgressRecord> write, int files)
    {
        _post = post;
        _write = write;
        _files = files;
    }

    /// <summary>Begins a file.</summary>
    public One Begin(string name)
    {
        lock (_open)
        {
            int bar = AllBar + 1;
            while (_open.Any(open => open.Bar == bar))
            {
                bar++;
            }

            One one = new(this, name, bar);
            _open.Add(one);
            return one;
        }
    }

    /// <summary>Takes the bars away. On the pipeline thread.</summary>
    public void Close()
    {
        foreach (int bar in _shown.OrderByDescending(static bar => bar))
        {
            _write(new ProgressRecord(bar, Activity, "done") { RecordType = ProgressRecordType.Completed });
        }

        _shown.Clear();
        _next = long.MaxValue;
    }

    private void Tick()
    {
        long next = Interlocked.Read(ref _next);
        long now = Stopwatch.GetTimestamp();

        // A terminal at the end of a slow line takes seconds for a bar: what waits to be shown is one, or a save would be done long
        // before its bars are.
        if (now >= next && Interlocked.CompareExchange(ref _isPosted, 1, 0) == 0)
        {
            _post(Show);
        }
    }

    private void Show()
    {
        if (Interlocked.Read(ref _next) == long.MaxValue)
        {
            return;
        }

        One[] open;
        lock (_open)
        {
            open = [.. _open];
        }

        double rate = _rate.After(Interlocked.Read(ref _fetched));
        long left = Math.Max(0, Interlocked.Read(ref _total) - Interlocked.Read(ref _done));
        Write(AllBar, -1, Activity, $"{_ended.ToString(CultureInfo.InvariantCulture)} of {_files.ToString(CultureInfo.InvariantCulture)} recordings, {Amount(_done, _total)}, {SaveFailure.Bytes((long)rate)}/s", _done, _total, left, rate);
        foreach (One one in open)
        {
            double ownRate = one.Rate.After(one.Fetched);
            Write(one.Bar, AllBar, one.Name, $"{Amount(one.Done, one.Total)}, {SaveFailure.Bytes((long)ownRate)}/s", one.Done, one.Total, Math.Max(0, one.Total - one.Done), ownRate);
        }

        foreach (int bar in _shown.Where(bar => bar != AllBar && open.All(one => one.Bar != bar)).ToArray())
        {
            _shown.Remove(bar);
            _write(new ProgressRecord(bar, Activity, "done") { ParentActivityId = AllBar, RecordType = ProgressRecordType.Completed });
        }

        Interlocked.Exchange(ref _next, Stopwatch.GetTimestamp() + Between);
        Volatile.Write(ref _isPosted, 0);
    }

    private void Write(int bar, int parent, string activity, string status, long done, long total, long left, double rate)
    {
        _shown.Add(bar);
        _write(new ProgressRecord(bar, activity, status)
        {
            ParentActivityId = parent,
            PercentComplete = total > 0 ? (int)Math.Max(0, Math.Min(100, 100 * done / total)) : -1,
            SecondsRemaining = rate > 0 && left > 0 ? (int)Math.Min(int.MaxValue, left / rate) : -1,
        });
    }

    private static string Amount(long done, long total) => $"{SaveFailure.Bytes(done)} of {SaveFailure.Bytes(total)}";

    /// <summary>One file.</summary>
    internal sealed class One(SaveProgress all, string name, int bar)
    {
        private long _done;
        private long _fetched;
        private bool _isSized;

        public string Name { get; } = name;

        public int Bar { get; } = bar;

        public Rate Rate { get; } = new();

        public long Total { get; private set; }

        public long Done => Interlocked.Read(ref _done);

        public long Fetched => Interlocked.Read(ref _fetched);

        public void Sized(long total)
        {
            if (!_isSized)
            {
                _isSized = true;
                Total = total;
                Interlocked.Add(ref all._total, total);
            }
        }

        public void Moved(long count, bool isFetched)
        {
            Interlocked.Add(ref _done, count);
            Interlocked.Add(ref all._done, count);
            if (isFetched)
            {
                Interlocked.Add(ref _fetched, count);
                Interlocked.Add(ref all._fetched, count);
            }

            all.Tick();
        }

        public void End()
        {
            Interlocked.Increment(ref all._ended);
            lock (all._open)
            {
                all._open.Remove(this);
            }

            all.Tick();
        }
    }

    /// <summary>Bytes a second, of the last seconds: what came before an upload that was waited for tells nothing of what is to come.</summary>
    internal sealed class Rate
    {
        private const double Memory = 5;

        private long _fetched;
        private long _at = Stopwatch.GetTimestamp();
        private double _rate;

        public double After(long fetched)
        {
            long now = Stopwatch.GetTimestamp();
            double seconds = Math.Max(1, now - _at) / (double)Stopwatch.Frequency;
            double recent = Math.Max(0, fetched - _fetched) / seconds;
            _rate = _fetched == 0 ? recent : _rate + ((recent - _rate) * Math.Min(1, seconds / Memory));
            (_fetched, _at) = (fetched, now);
            return _rate;
        }
    }
}
