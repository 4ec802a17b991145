using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace LiveStation;

/// <summary>Lets an enum be compared with, and bound from, the API's own spelling: <c>-eq 'TRANSFER_READY'</c> as well as <c>-eq TransferReady</c>.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class WireEnumConverter<T> : EnumConverter
    where T : struct, Enum
{
    /// <summary>Makes a converter.</summary>
    public WireEnumConverter()
        : base(typeof(T))
    {
    }

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
    {
        if (value is not string text)
        {
            return base.ConvertFrom(context, culture, value);
        }

        if (WireNames<T>.TryRead(text, out T known))
        {
            return known;
        }

        return Enum.TryParse(text, ignoreCase: true, out T other) && Enum.IsDefined(typeof(T), other)
            ? other
            : throw new FormatException($"'{Text.Clean(text)}' is none of {string.Join(", ", Enum.GetNames(typeof(T)).Where(static name => name != "Unknown"))}.");
    }
}
