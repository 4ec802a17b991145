using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LiveStation.Core.Tests.Events;

public sealed class EventBookmarkTests : IDisposable
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 22, 0, 0, TimeSpan.Zero);
    private static readonly EventBookmark.Line Listed = new(Guid.NewGuid(), Guid.NewGuid());
    private static readonly EventBookmark.Line Posted = new(null, Guid.NewGuid());

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"))).FullName;

    private string File => Path.Combine(_folder, "evening.bookmark");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_written_and_what_was_added_is_there_again()
    {
        using (EventBookmark bookmark = EventBookmark.Open(File))
        {
            Assert.Null(bookmark.Since);
            Assert.Null(bookmark.DamagedSince);
            bookmark.Write(Since, [Listed]);
            bookmark.Add(Posted);
            bookmark.Add(Listed);
        }

        using EventBookmark again = EventBookmark.Open(File);
        Assert.Equal(Since, again.Since);
        Assert.Equal([Listed, Posted, Listed], again.Told);
        Assert.Equal(["evening.bookmark"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    // A line that was being written when the power failed: the event comes again, and none is lost for it.
    [Fact]
    public void A_last_line_that_was_cut_counts_for_nothing()
    {
        using (EventBookmark bookmark = EventBookmark.Open(File))
        {
            bookmark.Write(Since, [Listed]);
            bookmark.Add(Posted);
        }

        byte[] bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, [.. bytes.Take(bytes.Length - 1)]);

        using EventBookmark again = EventBookmark.Open(File);
        Assert.Equal([Listed], again.Told);
    }

    [Theory]
    [InlineData("LiveStation bookmark 1")]
    [InlineData("LiveStation bookmark 1\n")]
    [InlineData("LiveStation bookmark 1\r\n2026-03-01T22:00:00.0000000Z\r\n")]
    [InlineData("LiveStation bookmark 1\nyesterday\n")]
    [InlineData("LiveStation bookmark 1\n2026-03-01T22:00:00.0000000Z\nno print\n")]
    [InlineData("LiveStation bookmark 1\n2026-03-01T22:00:00.0000000Z\n- -\n")]
    public void A_damaged_one_says_when_it_was_written_and_nothing_else(string text)
    {
        System.IO.File.WriteAllText(File, text);
        System.IO.File.SetLastWriteTimeUtc(File, Since.UtcDateTime);

        using (EventBookmark bookmark = EventBookmark.Open(File))
        {
            Assert.Equal(Since, bookmark.DamagedSince);
            Assert.Equal(File + ".damaged", bookmark.KeptAs);
            Assert.Null(bookmark.Since);
            Assert.Empty(bookmark.Told);
        }

        Assert.Equal(text, System.IO.File.ReadAllText(File + ".damaged"));
    }

    // What was put aside once is not lost to the next damage either.
    [Fact]
    public void Each_damaged_one_is_put_aside_by_itself()
    {
        System.IO.File.WriteAllText(File + ".damaged", "the first");
        System.IO.File.WriteAllText(File, "LiveStation bookmark 1\nthe second");

        using (EventBookmark bookmark = EventBookmark.Open(File))
        {
            Assert.Equal(File + ".damaged2", bookmark.KeptAs);
            bookmark.Write(Since, [Listed]);
        }

        Assert.Equal("the first", System.IO.File.ReadAllText(File + ".damaged"));
        Assert.EndsWith("the second", System.IO.File.ReadAllText(File + ".damaged2"), StringComparison.Ordinal);
        using EventBookmark anew = EventBookmark.Open(File);
        Assert.Equal(Since, anew.Since);
    }

    // A script, a list, or what a later version writes: nobody would thank for a bookmark in its place.
    [Theory]
    [InlineData("Get-LsChannel\n")]
    [InlineData("no bookmark\n")]
    [InlineData("x")]
    [InlineData("LiveStation bookmark 2\n2026-03-01T22:00:00.0000000Z\n")]
    [InlineData("LiveStation bookmark 12\n")]
    [InlineData("LiveStation part 1\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void Another_file_is_refused_and_left_as_it_is(string text)
    {
        System.IO.File.WriteAllText(File, text);

        LiveStationSaveException refused = Assert.Throws<LiveStationSaveException>(() => EventBookmark.Open(File));

        Assert.Equal("NotABookmark", refused.ErrorId);
        Assert.Equal(text, System.IO.File.ReadAllText(File));
        Assert.Equal(["evening.bookmark"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void An_empty_file_is_a_new_bookmark()
    {
        System.IO.File.WriteAllText(File, "");

        using EventBookmark bookmark = EventBookmark.Open(File);

        Assert.Null(bookmark.DamagedSince);
    }

    [Fact]
    public void Two_commands_do_not_go_by_one()
    {
        using EventBookmark first = EventBookmark.Open(File);
        first.Write(Since, []);

        LiveStationSaveException refused = Assert.Throws<LiveStationSaveException>(() => EventBookmark.Open(File));

        Assert.Equal("BookmarkInUse", refused.ErrorId);
    }

    [Fact]
    public void It_is_written_anew_when_it_has_grown()
    {
        using EventBookmark bookmark = EventBookmark.Open(File);
        bookmark.Write(Since, [Listed]);
        for (int i = 0; !bookmark.WantsWhole && i < 10_000; i++)
        {
            bookmark.Add(Posted);
        }

        Assert.True(bookmark.WantsWhole);
        bookmark.Write(Since, [Listed]);
        Assert.False(bookmark.WantsWhole);
    }
}
