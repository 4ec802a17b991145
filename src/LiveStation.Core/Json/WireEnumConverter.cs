using System;
using System.ComponentModel;
using System.Globalization;

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
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text && WireNames<T>.TryRead(text, out T known) ? known : base.ConvertFrom(context, culture, value);
}
