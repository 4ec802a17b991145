using System.Management.Automation;
using System.Net;
using System.Security;

namespace LiveStation.PowerShell;

/// <summary>Secrets of targets, out of the types that parameters take.</summary>
internal static class RestreamText
{
    public static StreamKey? Key(SecureString? text) => text is null ? null : new StreamKey(new NetworkCredential("", text).Password);

    public static HiddenText? User(PSCredential? login) => HiddenText.Of(login?.UserName);

    public static HiddenText? Password(PSCredential? login) => HiddenText.Of(login is null ? null : new NetworkCredential("", login.Password).Password);
}
