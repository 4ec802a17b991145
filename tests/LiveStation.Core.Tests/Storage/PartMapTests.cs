using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.Core.Tests.Storage;

public sealed class PartMapTests : IDisposable
{
    private static readonly StoredObject What = new() { BucketName = "b", Key = "k", Length = 205, ETag = "t" };
    private static readonly Uri Address = new("https://store.example.com/b/k");

    private readonly string _path = Path.Combine(Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void What_was_noted_is_known_again()
    {
        using (PartMap map = Open())
        {
            Assert.Equal(21, map.Done.Length);
            map.Append([3, 20]);
        }

        using PartMap again = Open(partSize: 50);
        Assert.Equal((10L, false), (again.PartSize, again.WasOther));
        Assert.Equal([3, 20], Enumerable.Range(0, 21).Where(range => again.Done[range]));
    }

    [Fact]
    public void A_line_that_the_power_cut_counts_for_nothing_and_harms_none_after_it()
    {
        Open().Dispose();
        File.AppendAllText(_path, "3\n1");
        using (PartMap map = Open())
        {
            Assert.Equal([3], Enumerable.Range(0, 21).Where(range => map.Done[range]));
            map.Append([7]);
        }

        using PartMap again = Open();
        Assert.Equal([3, 7], Enumerable.Range(0, 21).Where(range => again.Done[range]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("LiveStation part 1\n")]
    [InlineData("LiveStation part 1\nhttps://store.example.com/b/k\nt\n205 0\n1\n")]
    [InlineData("LiveStation part 1\nhttps://store.example.com/b/k\nt\n205 -1\n1\n")]
    [InlineData("LiveStation part 1\nhttps://store.example.com/b/k\nt\n206 10\n1\n")]
    [InlineData("LiveStation part 1\nhttps://store.example.com/b/k\nu\n205 10\n1\n")]
    [InlineData("LiveStation part 1\nhttps://store.example.com/c/k\nt\n205 10\n1\n")]
    public void What_is_of_something_else_or_broken_begins_anew(string text)
    {
        File.WriteAllText(_path, text);

        using PartMap map = Open();

        Assert.DoesNotContain(true, map.Done);
        Assert.Equal(10, map.PartSize);
    }

    [Fact]
    public void Numbers_that_are_no_ranges_are_passed_over()
    {
        Open().Dispose();
        File.AppendAllText(_path, "999\n-1\nx\n\n5\n");

        using PartMap map = Open();

        Assert.Equal([5], Enumerable.Range(0, 21).Where(range => map.Done[range]));
    }

    private PartMap Open(long partSize = 10) => PartMap.Open(_path, What, Address, partSize);
}
