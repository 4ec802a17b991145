using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace LiveStation.PowerShell.Tests;

/// <summary>Records with a value in every property, and what became of them.</summary>
internal static class Samples
{
    /// <summary>All types of records.</summary>
    public static IReadOnlyList<Type> Records { get; } = [.. typeof(ServiceRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ServiceRecord)))];

    /// <summary>A record in which no property is empty and no two have the same value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="withKeys">Whether keys are among it, which do not travel.</param>
    public static ServiceRecord Of(Type type, bool withKeys = true)
    {
        int number = 0;
        return (ServiceRecord)Value(type, withKeys, ref number)!;
    }

    /// <summary>Where two values differ: <c>Cdn.Status: Running became Unknown</c>. What counts down may have become less.</summary>
    public static IEnumerable<string> Differences(object? expected, object? actual, string place = "")
    {
        switch (expected)
        {
            case ServiceRecord when actual?.GetType() == expected.GetType():
                return expected.GetType().GetProperties().SelectMany(property => Differences(property.GetValue(expected), property.GetValue(actual), $"{place}.{property.Name}"));
            case IEnumerable list and not string when actual is IEnumerable others && list.Cast<object>().Count() == others.Cast<object>().Count():
                return list.Cast<object>().Zip(others.Cast<object>()).SelectMany((pair, at) => Differences(pair.First, pair.Second, $"{place}[{at}]"));
            case TimeSpan left when place.EndsWith("Left", StringComparison.Ordinal) && actual is TimeSpan later && left - later < TimeSpan.FromMinutes(1):
                return [];
            default:
                return Equals(expected, actual) ? [] : [$"{place}: {expected ?? "nothing"} became {actual ?? "nothing"}"];
        }
    }

    private static Type? ItemOf(Type type) => type.IsInterface && type.IsGenericType ? type.GetGenericArguments()[0] : null;

    private static object? Value(Type type, bool withKeys, ref int number)
    {
        number++;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ItemOf(type) is { } item)
        {
            Array list = Array.CreateInstance(item, 2);
            list.SetValue(Value(item, withKeys, ref number), 0);
            list.SetValue(Value(item, withKeys, ref number), 1);
            return list;
        }

        if (typeof(ServiceRecord).IsAssignableFrom(type))
        {
            object record = Activator.CreateInstance(type)!;
            foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
            {
                property.SetValue(record, Value(property.PropertyType, withKeys, ref number));
            }

            return record;
        }

        if (type.IsEnum)
        {
            Array values = Enum.GetValues(type);
            return values.GetValue(1 + (number % (values.Length - 1)));
        }

        return typeof(HiddenText).IsAssignableFrom(type) ? (withKeys ? Activator.CreateInstance(type, $"key-{number}") : null)
            : type == typeof(Uri) ? new Uri($"https://host.example/{number}")
            : type == typeof(string) ? $"text {number}"
            : type == typeof(bool) ? true
            : type == typeof(DateTime) ? new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Local).AddMinutes(number)
            : type == typeof(TimeSpan) ? TimeSpan.FromMilliseconds(1500 * number)
            : Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture);
    }
}
