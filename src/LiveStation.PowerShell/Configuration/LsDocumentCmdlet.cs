using System;
using System.IO;
using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>A cmdlet that has to do with a file of a configuration.</summary>
public abstract class LsDocumentCmdlet : LsCmdlet
{
    /// <summary>The full path of a file on a disk.</summary>
    private protected string FileOf(string path, string parameter)
    {
        try
        {
            string full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name == "FileSystem")
            {
                return Path.GetFullPath(full);
            }
        }
        catch (SessionStateException)
        {
            // A drive or a provider that is not there: said as everything else that is no file.
        }

        RefuseParameters("PathNotInFileSystem", $"-{parameter} '{Text.Clean(path)}' is no file of a disk. Nothing was sent.", "Give a file, for example live.json.");
        return "";
    }

    /// <summary>Reads or writes a file; what the disk refuses ends the command.</summary>
    private protected T OnDisk<T>(string path, string errorId, Func<string, T> work)
    {
        try
        {
            return work(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(ErrorRecords.Of(new IOException(Text.Line(e.Message)), errorId, e is FileNotFoundException or DirectoryNotFoundException ? ErrorCategory.ObjectNotFound : ErrorCategory.PermissionDenied, path, "Look at the path and at who may use it. Nothing was sent."));
            throw;
        }
    }
}
