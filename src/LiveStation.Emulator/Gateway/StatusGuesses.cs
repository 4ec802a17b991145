using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>
/// The HTTP status of each code of the service. All of it is guessed, and here is the only place where it is: the vendor's table leaves
/// that column empty, but for the codes whose status stands in docs/api/errors.csv, which is asked first.
/// </summary>
internal static class StatusGuesses
{
    /// <summary>A code that is not below: what was sent was wrong.</summary>
    private const int Otherwise = 400;

    private static readonly Dictionary<int, int[]> Codes = new()
    {
        // No right to do it.
        [403] = [250006, 250010, 250015, 250017, 250303, 250305, 250311, 250374],

        // The thing that the path or the body names is not there.
        [404] = [250004, 250123, 250300, 250301, 250701, 250702],

        // The thing is there, and in a state in which this cannot be done.
        [409] = [250005, 250101, 250102, 250109, 250114, 250121, 250124, 250125, 250133, 250134, 250135, 250136, 250137, 250141, 250306, 250504, 250507, 250700],

        // The service failed.
        [500] = [250000, 250008, 250016, 250502],

        // Something behind the service failed.
        [502] = [250007, 250009],
    };

    private static readonly Dictionary<int, int> ByCode =
        Codes.SelectMany(row => row.Value.Select(code => (Code: code, Status: row.Key))).ToDictionary(row => row.Code, row => row.Status);

    public static int Of(int code) => ByCode.TryGetValue(code, out int status) ? status : Otherwise;
}
