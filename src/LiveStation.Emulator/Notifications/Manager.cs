using System.Collections.Generic;

namespace LiveStation.Emulator;

/// <summary>Somebody who can be notified; made up.</summary>
internal sealed record Manager(long No, string Name, string EmailAddress, string CellPhoneNo, IReadOnlyList<long> Groups);
