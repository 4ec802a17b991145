using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Security;
using Engine = System.Management.Automation.PowerShell;

namespace LiveStation.PowerShell.Tests;

/// <summary>Somebody at the keyboard who gives the same answer to every question, and remembers what was asked.</summary>
internal sealed class AskingHost(string answer) : PSHost
{
    private readonly Keyboard _keyboard = new(answer);

    public IReadOnlyList<string> Questions => _keyboard.Questions;

    public override string Name => "Tests";

    public override Version Version => new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.GetCultureInfo("en-US");

    public override PSHostUserInterface UI => _keyboard;

    /// <summary>Runs a script in a session of this host.</summary>
    public Outcome Run(Studio studio, string script)
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(this, InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("ctx", studio.Context);
        using Engine engine = Engine.Create(runspace);
        engine.AddScript($"Import-Module '{Path.Combine(Shell.Root, "LiveStation.psd1")}'; $PSDefaultParameterValues = @{{ '*-Ls*:Context' = $ctx }}; {script}");
        PSDataCollection<PSObject> output = [];
        engine.Invoke(null, output);
        return new Outcome(output, engine.Streams, null);
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }

    private sealed class Keyboard(string answer) : PSHostUserInterface
    {
        public List<string> Questions { get; } = [];

        public override PSHostRawUserInterface RawUI => null!;

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
        {
            Questions.Add(message);
            return choices.IndexOf(choices.Single(choice => choice.Label.Replace("&", "", StringComparison.Ordinal) == answer));
        }

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotSupportedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw new NotSupportedException();

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override void Write(string value)
        {
        }

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
        {
        }

        public override void WriteLine(string value)
        {
        }

        public override void WriteErrorLine(string value)
        {
        }

        public override void WriteWarningLine(string message)
        {
        }

        public override void WriteVerboseLine(string message)
        {
        }

        public override void WriteDebugLine(string message)
        {
        }

        public override void WriteProgress(long sourceId, ProgressRecord record)
        {
        }
    }
}
