using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using Xunit;

namespace LiveStation.Core.Tests.Recordings;

/// <summary>Lists longer than memory.</summary>
[Collection(AloneGroup.Name)]
public sealed class RecordingMemoryTests
{
    [Fact]
    public async Task Memory_does_not_grow_with_the_list()
    {
        const int count = 200_000;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        long seen = 0;
        ScriptedHandler handler = new(ScriptedHandler.Stream(() => new PieceStream(Generate(count))));

        await foreach (Recording recording in Clients.Of(handler).Recordings.ListAsync(Lists.ChannelId))
        {
            Assert.Equal(++seen, recording.RecordId);
            if (seen % 40_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(count, seen);

        // The list itself has more than thirty megabytes.
        Assert.True(most < 16 * 1024 * 1024, $"Memory grew by {most} bytes.");
    }

    private static IEnumerable<byte[]> Generate(int count)
    {
        yield return Encoding.ASCII.GetBytes("{\"content\":{\"recordList\":{");
        StringBuilder piece = new();
        for (int id = 1; id <= count; id++)
        {
            piece.Append(id == 1 ? "" : ",").Append(Lists.Entry(id));
            if (piece.Length > 8000 || id == count)
            {
                yield return Encoding.ASCII.GetBytes(piece.ToString());
                piece.Clear();
            }
        }

        yield return Encoding.ASCII.GetBytes("}},\"total\":200000}");
    }
}
