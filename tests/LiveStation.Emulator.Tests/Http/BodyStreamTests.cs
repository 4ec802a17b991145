using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Xunit;

namespace LiveStation.Emulator.Tests.Http;

public class BodyStreamTests
{
    [Fact]
    public async Task What_is_disposed_inside_a_read_is_ended_by_that_read()
    {
        BodyStream? stream = null;
        bool wasEnded = false;
        bool wasEndedInside = false;
        IEnumerable<BodyChunk> Chunks()
        {
            try
            {
                byte[] bytes = [1, 2, 3];
                stream!.Dispose();
                wasEndedInside = wasEnded;
                yield return new BodyChunk(bytes.AsMemory(0, 3), BodyChunkKind.Frame);
            }
            finally
            {
                wasEnded = true;
            }
        }

        stream = new BodyStream(Chunks(), BodyShape.Plain, TimeProvider.System);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(new byte[10], 0, 10, TestContext.Current.CancellationToken));
        Assert.Equal((true, false), (wasEnded, wasEndedInside));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.ReadAsync(new byte[10], 0, 10, TestContext.Current.CancellationToken));
    }
}
