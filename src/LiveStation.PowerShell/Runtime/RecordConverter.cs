using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;

namespace LiveStation.PowerShell;

/// <summary>Rebuilds a record from the bag of properties that Clixml, a job or a remote session made of it.</summary>
public sealed class RecordConverter : PSTypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => sourceValue is PSObject bag && IsCopyOf(bag, destinationType);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => Rebuild(PSObject.AsPSObject(sourceValue), destinationType);

    /// <summary>The record that a bag of properties, or a row, tells of.</summary>
    internal static ServiceRecord Rebuild(PSObject bag, Type destinationType)
    {
        ServiceRecord record = (ServiceRecord)Activator.CreateInstance(destinationType)!;
        foreach (PropertyInfo property in destinationType.GetProperties())
        {
            if (property.SetMethod is { IsPublic: true } && bag.Properties[property.Name]?.Value is { } value && Convert(value, property.PropertyType) is { } converted)
            {
                property.SetValue(record, converted);
            }
        }

        return record;
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new PSInvalidCastException();

    private static bool IsCopyOf(PSObject bag, Type type)
    {
        foreach (string name in (IEnumerable<string>)bag.TypeNames)
        {
            if (name == "Deserialized." + type.FullName)
            {
                return true;
            }
        }

        return false;
    }

    // What did not travel, such as a hidden key or a nested record that became text, stays null.
    private static object? Convert(object value, Type type) =>
        !typeof(HiddenText).IsAssignableFrom(type) && LanguagePrimitives.TryConvertTo(value, Concrete(type), out object? converted) ? converted : null;

    // A list arrives as one of objects, and the engine makes arrays of it, but nothing that is only promised by an interface.
    private static Type Concrete(Type type) => type.IsInterface && type.IsGenericType ? type.GetGenericArguments()[0].MakeArrayType() : type;
}
