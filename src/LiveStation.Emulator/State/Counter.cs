namespace LiveStation.Emulator;

/// <summary>Hands out numbers, the same ones in the same order every time.</summary>
internal sealed class Counter
{
    private long _last;

    public Counter(long last) => _last = last;

    public long Next() => ++_last;
}
