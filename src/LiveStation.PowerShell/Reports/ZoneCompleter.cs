using System;
using System.Linq;

namespace LiveStation.PowerShell;

/// <summary>Completes time zones: what is usual here first.</summary>
internal sealed class ZoneCompleter() : WordCompleter([.. new[] { "Asia/Seoul", "UTC", TimeZoneInfo.Local.Id }.Concat(TimeZoneInfo.GetSystemTimeZones().Select(static zone => zone.Id)).Distinct()]);
