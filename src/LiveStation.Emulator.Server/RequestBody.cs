using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace LiveStation.Emulator.Server;

/// <summary>Reads bodies, and never more of one than shows that it is too large.</summary>
internal static class RequestBody
{
    private const int BufferSize = 16_384;

    /// <summary>The body as text; one byte more than <see cref="EmulatorRequest.MaxBodyBytes"/> of it when it is larger.</summary>
    public static async Task<string> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using MemoryStream kept = new();
        byte[] buffer = new byte[BufferSize];
        int count;
        do
        {
            int wanted = Math.Min(BufferSize, EmulatorRequest.MaxBodyBytes + 1 - (int)kept.Length);
            count = await body.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
            kept.Write(buffer, 0, count);
        }
        while (count > 0 && kept.Length <= EmulatorRequest.MaxBodyBytes);
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
