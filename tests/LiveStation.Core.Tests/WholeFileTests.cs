using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace LiveStation.Core.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"))).FullName;

    private string Target => Path.Combine(_folder, "day.html");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it()
    {
        WholeFile.Write(Target, Encoding.ASCII.GetBytes("first"));
        WholeFile.Write(Target, Encoding.ASCII.GetBytes("second"));

        Assert.Equal("second", File.ReadAllText(Target));
        Assert.Equal(["day.html"], Names());
    }

    [Fact]
    public void What_is_the_same_is_left_as_it_is()
    {
        WholeFile.Write(Target, Encoding.ASCII.GetBytes("first"));
        DateTime longAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Target, longAgo);

        WholeFile.Write(Target, Encoding.ASCII.GetBytes("first"));
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(Target));

        WholeFile.Write(Target, Encoding.ASCII.GetBytes("First"));
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(Target));
    }

    [Fact]
    public void One_that_cannot_be_finished_leaves_what_was_there()
    {
        WholeFile.Write(Target, Encoding.ASCII.GetBytes("first"));

        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(
            Target,
            file =>
            {
                file.WriteByte(7);
                throw new InvalidOperationException();
            }));

        Assert.Equal("first", File.ReadAllText(Target));
        Assert.Equal(["day.html"], Names());
    }

    [Fact]
    public void An_error_names_the_file_as_its_reader_knows_it()
    {
        string path = Path.Combine(_folder, "none", "day.html");

        IOException error = Assert.Throws<IOException>(() => WholeFile.Write(path, [7]));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", error.Message, StringComparison.Ordinal);
    }

    private string[] Names() => [.. new DirectoryInfo(_folder).EnumerateFileSystemInfos().Select(static entry => entry.Name)];
}
