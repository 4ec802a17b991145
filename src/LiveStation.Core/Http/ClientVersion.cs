using System;

namespace LiveStation;

/// <summary>How this client names itself to the service.</summary>
internal static class ClientVersion
{
    public static readonly string UserAgent = $"LiveStation-PowerShell/{typeof(ClientVersion).Assembly.GetName().Version!.ToString(3)} ({Environment.OSVersion.Platform})";
}
