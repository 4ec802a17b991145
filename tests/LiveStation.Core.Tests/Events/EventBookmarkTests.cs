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
    [InlineData("no bookmark\n")]
    [InlineData("LiveStation bookmark 1\n")]
    [InlineData("LiveStation bookmark 1\nyesterday\n")]
    [InlineData("LiveStation bookmark 1\n2026-03-01T22:00:00.0000000Z\nno print\n")]
    [InlineData("LiveStation bookmark 1\n2026-03-01T22:00:00.0000000Z\n- -\n")]
    [InlineData("LiveStation bookmark 2\n2026-03-01T22:00:00.0000000Z\n")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void A_damaged_one_says_when_it_was_written_and_nothing_else(string text)
    {
        System.IO.File.WriteAllText(File, text);
        System.IO.File.SetLastWriteTimeUtc(File, Since.UtcDateTime);

        using EventBookmark bookmark = EventBookmark.Open(File);

        Assert.Equal(Since, bookmark.DamagedSince);
        Assert.Null(bookmark.Since);
        Assert.Empty(bookmark.Told);
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
