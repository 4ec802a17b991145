using System;
using System.IO;
using System.Threading.Tasks;
using LiveStation.Core.Tests.Support;
using LiveStation.Emulator;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

[Collection(AloneGroup.Name)]
public sealed class SilentStoreTests
{
    [Fact]
    public async Task A_store_that_falls_silent_is_asked_again()
    {
        using Store store = new(TimeSpan.FromSeconds(1));
        store.Emulator.Storage.PutNoise(Store.Bucket, "show.mp4", 1 << 20);
        store.Emulator.Faults.Add(Fault.StalledBody(700_000).On("GET"));

        await store.SaveAsync();

        Assert.Equal(store.Bytes(), File.ReadAllBytes(store.Path));
    }
}
