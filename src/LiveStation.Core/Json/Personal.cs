namespace LiveStation;

/// <summary>Personal data as it may be shown: enough to know whose it is for somebody who knows, and no more.</summary>
internal static class Personal
{
    private const string Mask = "***";
    private const int ShownDigits = 4;

    /// <summary>A mail address with the first letter and the domain.</summary>
    public static string Email(string? address)
    {
        int at = address?.LastIndexOf('@') ?? -1;
        return string.IsNullOrEmpty(address) ? "" : at < 1 ? Mask : address!.Substring(0, char.IsHighSurrogate(address[0]) ? 0 : 1) + Mask + address.Substring(at);
    }

    /// <summary>A number with its last digits.</summary>
    public static string Phone(string? number) =>
        string.IsNullOrEmpty(number) ? "" : number!.Length <= 2 * ShownDigits ? Mask : Mask + number.Substring(number.Length - ShownDigits);
}
