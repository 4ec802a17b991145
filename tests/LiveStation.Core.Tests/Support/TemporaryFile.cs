using System;
using System.IO;
using System.Text;

namespace LiveStation.Core.Tests.Support;

/// <summary>A file that goes with its test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text, Encoding? encoding = null)
    {
        File.WriteAllText(Path, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ls-" + Guid.NewGuid().ToString("N"));

    public void Dispose() => File.Delete(Path);
}
