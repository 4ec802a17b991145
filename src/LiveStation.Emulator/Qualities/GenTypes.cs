namespace LiveStation.Emulator;

/// <summary>Whose a quality or a set is, as the API writes it.</summary>
internal static class GenTypes
{
    public const string System = "SYSTEM";
    public const string Custom = "CUSTOM";

    public static readonly string[] All = [Custom, System];

    public static string Of(bool isBuiltIn) => isBuiltIn ? System : Custom;
}
