using System.Management.Automation;
using System.Security;

namespace LiveStation.PowerShell;

/// <summary>Makes a target for New-LsRestream; sends nothing.</summary>
[Cmdlet(VerbsCommon.New, "LsRestreamTarget")]
[OutputType(typeof(RestreamTarget))]
public sealed class NewLsRestreamTargetCommand : PlainCmdlet
{
    /// <summary>Platform; CUSTOM for one that is not listed.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TargetNameCompleter))]
    public string TargetName { get; set; } = "";

    /// <summary>Address to publish to at the platform.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("Address")]
    [RtmpUrlRule]
    [ArgumentCompleter(typeof(NoFiles))]
    public string RtmpUrl { get; set; } = "";

    /// <summary>Stream key at the platform.</summary>
    [Parameter(Position = 2, Mandatory = true)]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public SecureString StreamKey { get; set; } = null!;

    /// <summary>RTMP user and password, where the platform wants a login.</summary>
    [Parameter]
    [SecretText]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoFiles))]
    public PSCredential? Credential { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new RestreamTarget
    {
        TargetName = RestreamTarget.Named(TargetName),
        RtmpUrl = new HiddenText(RtmpUrl),
        StreamKey = RestreamText.Key(StreamKey),
        Id = RestreamText.User(Credential),
        Password = RestreamText.Password(Credential),
    });
}
