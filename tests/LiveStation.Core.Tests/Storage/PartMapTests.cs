using System;
using System.Collections.Generic;
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
            Assert.Equal(21, map.Ranges);
            map.Append([(3, 10), (20, 5), (7, 4)]);
            map.Append([(7, 6)]);
        }

        using PartMap again = Open(partSize: 50);
        Assert.Equal((10L, false, 21L, 205L), (again.PartSize, again.WasOther, again.Noted, again.End));
        Assert.Equal([3, 20], Done(again));
        Assert.Equal(6, again.NotedOf(7));
    }

    [Fact]
    public void A_line_that_the_power_cut_counts_for_nothing_and_harms_none_after_it()
    {
        Open().Dispose();
        File.AppendAllText(_path, "3\n1");
        using (PartMap map = Open())
        {
            Assert.Equal([3], Done(map));
            map.Append([(7, 10)]);
        }

        using PartMap again = Open();
        Assert.Equal([3, 7], Done(again));
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

        Assert.Equal((0L, 0L), (map.Noted, map.End));
        Assert.Equal(10, map.PartSize);
    }

    [Fact]
    public void Numbers_that_are_no_ranges_are_passed_over()
    {
        Open().Dispose();
        File.AppendAllText(_path, "999\n-1\nx\n\n5\n6+11\n6+\n6+x\n6+-1\n+3\n99999999999\n");

        using PartMap map = Open();

        Assert.Equal([5], Done(map));
        Assert.Equal(10, map.Noted);
    }

    [Fact]
    public void An_object_of_one_range_needs_no_journal_before_there_is_something_to_note()
    {
        using (PartMap map = Open(partSize: 500))
        {
            Assert.Equal(0, new FileInfo(_path).Length);
            map.Append([(0, 100)]);
        }

        using PartMap again = Open(partSize: 500);
        Assert.Equal((100L, 100L), (again.Noted, again.End));
    }

    private static IEnumerable<int> Done(PartMap map) => Enumerable.Range(0, map.Ranges).Where(range => map.NotedOf(range) == map.LengthOf(range));

    private PartMap Open(long partSize = 10) => PartMap.Open(_path, What, Address, partSize);
}
