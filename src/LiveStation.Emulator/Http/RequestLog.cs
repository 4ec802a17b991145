using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>The last requests, in the order in which they came in: so many of them, and so much text, that memory stays small.</summary>
internal sealed class RequestLog
{
    public const int Capacity = 10_000;
    public const int MaxLength = 16_777_216;

    private readonly object _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private long _length;

    public void Add(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            _length += request.Length;
            while (_requests.Count > Capacity || _length > MaxLength)
            {
                _length -= _requests.Dequeue().Length;
            }
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _requests.ToArray();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _length = 0;
        }
    }
}
