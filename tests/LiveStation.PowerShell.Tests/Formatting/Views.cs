using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace LiveStation.PowerShell.Tests.Formatting;

/// <summary>The views as they are shipped, and things to show in them.</summary>
internal static class Views
{
    private static readonly XElement[] All =
        [.. XDocument.Load(Path.Combine(Shell.Root, "bin", "net8.0", "LiveStation.Format.ps1xml")).Descendants("View")];

    /// <summary>The types that have views.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. All.Select(TypeOf).Distinct()];

    /// <summary>The types that a test can make.</summary>
    public static IReadOnlyList<Type> Made { get; } = [.. Types.Where(type => type.GetConstructors().Length > 0)];

    /// <summary>Columns by the type whose table has them.</summary>
    public static IReadOnlyDictionary<Type, string[]> Columns { get; } = All
        .Where(view => view.Element("TableControl") is not null)
        .ToDictionary(TypeOf, view => view.Descendants("TableColumnHeader").Elements("Label").Select(label => label.Value).ToArray());

    /// <summary>An object all of whose values are set, texts to this one.</summary>
    public static object Filled(Type type, string text)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        object made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType, text))]);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            property.SetValue(made, Sample(property.PropertyType, text));
        }

        return made;
    }

    private static object Sample(Type type, string text)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => text,
            _ when typeof(HiddenText).IsAssignableFrom(plain) => Activator.CreateInstance(plain, text)!,
            _ when plain == typeof(Uri) => new Uri("https://a.example/" + text, UriKind.RelativeOrAbsolute),
            _ when plain == typeof(DateTime) => DateTime.Now.AddHours(30),
            _ when plain == typeof(TimeSpan) => TimeSpan.FromMinutes(90),
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(LiveStationException) => Activator.CreateInstance(typeof(LiveStationArgumentException), BindingFlags.Instance | BindingFlags.NonPublic, null, ["Wrong", text, text], null)!,
            _ when plain == typeof(ChannelStatus) => ChannelStatus.Publishing,
            _ when plain.IsEnum => Enum.GetValues(plain).GetValue(1)!,
            _ when plain.IsGenericType => ListOf(plain.GetGenericArguments()[0], text),
            _ when plain.IsPrimitive => Convert.ChangeType(123456, plain, null),
            _ => Filled(plain, text),
        };
    }

    private static Array ListOf(Type item, string text)
    {
        Array list = Array.CreateInstance(item, 2);
        list.SetValue(Sample(item, text), 0);
        list.SetValue(Sample(item, text), 1);
        return list;
    }

    private static Type TypeOf(XElement view)
    {
        string name = view.Element("ViewSelectedBy")!.Elements("TypeName").First().Value;
        return typeof(Recording).Assembly.GetType(name) ?? typeof(LsContext).Assembly.GetType(name, throwOnError: true)!;
    }
}
