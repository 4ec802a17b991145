using System.Management.Automation;

namespace LiveStation.PowerShell;

/// <summary>
/// The one place where text leaves for the terminal. Names and ids come from the service, and a name with line breaks and escape
/// sequences could forge what is asked and hide what follows: here everything becomes plain text on one line.
/// Objects keep their text as it came.
/// </summary>
public abstract class PlainCmdlet : PSCmdlet
{
    internal new void WriteVerbose(string text)
    {
        // With -Debug alone the engine would stop at each verbose line and ask whether to go on: they are debug lines then.
        if (IsOn("Debug") && !MyInvocation.BoundParameters.ContainsKey("Verbose"))
        {
            WriteDebug(text);
            return;
        }

        base.WriteVerbose(Text.Line(text));
    }

    internal new void WriteDebug(string text) => base.WriteDebug(Text.Line(text));

    internal new void WriteWarning(string text) => base.WriteWarning(Text.Line(text));

    /// <summary>Says something to who sits there, or to who keeps the information stream; no warning, and no output.</summary>
    internal void Say(string text) => WriteInformation(new HostInformationMessage { Message = Text.Line(text) }, ["PSHOST"]);

    internal new void WriteProgress(ProgressRecord progress)
    {
        progress.Activity = Text.Line(progress.Activity);
        progress.StatusDescription = Text.Line(progress.StatusDescription);
        base.WriteProgress(progress);
    }

    // The target is bounded too, so that no name pushes the question itself off the screen.
    internal new bool ShouldProcess(string target, string action) => base.ShouldProcess(Text.Clean(target), Text.Line(action));

    private bool IsOn(string common) => MyInvocation.BoundParameters.TryGetValue(common, out object? value) && value is SwitchParameter { IsPresent: true };
}
