using System.Collections.Generic;
using System.Linq;

namespace LiveStation.Emulator;

/// <summary>The quality sets that channels can be made with: built in, the same for everyone.</summary>
internal sealed record QualitySet(long Id, string Name, bool IsLowLatency, IReadOnlyList<Quality> Qualities)
{
    private static readonly Quality P270 = new(480, 270, 15, 400_000, 64_000);
    private static readonly Quality P480 = new(854, 480, 30, 1_200_000, 96_000);
    private static readonly Quality P720 = new(1280, 720, 30, 2_000_000, 128_000);
    private static readonly Quality P1080 = new(1920, 1080, 30, 4_000_000, 192_000);

    public static readonly QualitySet Small = new(1, "small", false, [P270]);
    public static readonly QualitySet Standard = new(3, "sample-set", false, [P720, P480, P270]);

    private static readonly QualitySet[] All =
    [
        Small,
        new(2, "full-hd", false, [P1080, P720, P480]),
        Standard,
        new(4, "low-latency", true, [P1080, P720]),
    ];

    /// <summary>The best picture: the one that is recorded.</summary>
    public Quality Best => Qualities[0];

    public static QualitySet? Find(long? id) => All.FirstOrDefault(set => set.Id == id);
}
