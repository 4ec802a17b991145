using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace LiveStation.PowerShell;

/// <summary>Receives what the service posts when something happens, alone or together with the lists of events.</summary>
[Cmdlet(VerbsCommunications.Receive, "LsCallback", DefaultParameterSetName = ChannelSet)]
[OutputType(typeof(Event))]
public sealed class ReceiveLsCallbackCommand : LsEventStreamCmdlet
{
    private static readonly Regex Safe = new("^[A-Za-z0-9._~-]{16,200}$", RegexOptions.CultureInvariant);

    private CallbackListener? _listener;

    /// <summary>Where to listen; 0 for any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    [ArgumentCompleter(typeof(NoFiles))]
    public int Port { get; set; } = 8642;

    /// <summary>An address of this machine; only this machine itself reaches it where none is given.</summary>
    [Parameter]
    [HostAddress]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(AddressCompleter))]
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The last part of the path that is posted to; without it one is made, and shown once.</summary>
    [Parameter]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public SecureString? PathSecret { get; set; }

    /// <summary>Ask the lists of events too, so that each event comes once, as early as either has it.</summary>
    [Parameter]
    public SwitchParameter Reconcile { get; set; }

    /// <summary>With -Reconcile: write nothing that the service does not list; callbacks are only a reason to ask.</summary>
    [Parameter]
    public SwitchParameter ConfirmedOnly { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        foreach (string parameter in new[] { nameof(Bookmark), nameof(Since), nameof(ConfirmedOnly) })
        {
            if (!Reconcile && MyInvocation.BoundParameters.ContainsKey(parameter))
            {
                RefuseParameters("ReconcileMissing", $"-{parameter} rests on the lists of events, and these are asked with -Reconcile only: a callback that was missed comes never again. Nothing was begun.", "Add -Reconcile.");
            }
        }

        if (PathSecret is { } secret && !Safe.IsMatch(Plain(secret)))
        {
            RefuseParameters("InvalidPathSecret", "-PathSecret is too short, or holds what cannot stand in a path. Nothing was begun.", "Give 16 to 200 letters, digits and - . _ ~; or leave it out, and one is made.");
        }
    }

    private protected override void Finish()
    {
        if (!IsAsked)
        {
            return;
        }

        string secret = PathSecret is null ? Made() : Plain(PathSecret);
        CallbackInbox inbox = new();
        Begin();
        try
        {
            _listener = CallbackListener.Start(Address, Port, secret, inbox);
        }
        catch (LiveStationListenException e)
        {
            ThrowTerminatingError(ErrorRecords.Of(e, Port));
        }

        Say(PathSecret is null
            ? $"{_listener!.Address}{secret} receives callbacks now. The secret in the path is shown this once; -PathSecret keeps one of your own."
            : $"{_listener!.Address}<secret> receives callbacks now.");
        if (!IPAddress.IsLoopback(Address))
        {
            WriteWarning("Other machines reach this address, and nothing on the way hides the secret: put a reverse proxy with TLS in front, and listen at 127.0.0.1. Get-Help Receive-LsCallback tells how.");
        }

        Run(Reconcile, inbox, !ConfirmedOnly);
        inbox.Close();
        if (inbox.TakeRefusals() is { } refusals)
        {
            TellRefused(refusals);
        }

        WriteVerbose($"{inbox.Taken} callbacks were taken.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _listener?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static string Plain(SecureString secret) => new NetworkCredential("", secret).Password;

    private static string Made()
    {
        byte[] bytes = new byte[24];
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }
}
