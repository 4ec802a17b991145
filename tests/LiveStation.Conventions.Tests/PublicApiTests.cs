using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using LiveStation.PowerShell;
using Xunit;

namespace LiveStation.Conventions.Tests;

/// <summary>What others compile against, in one line for each member: a change shows in the review of the approved file.</summary>
public class PublicApiTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void The_public_members_of_Core_are_the_approved_ones()
    {
        Repository.Approved("api-LiveStation.Core.txt", typeof(LiveStationClient).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Describe));
    }

    [Fact]
    public void Core_offers_no_secret_as_text()
    {
        Assert.All(
            typeof(LiveStationClient).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties()).Where(property => property.Name.Contains("Secret", StringComparison.OrdinalIgnoreCase) || property.Name.Contains("Password", StringComparison.OrdinalIgnoreCase)).Where(property => !typeof(HiddenText).IsAssignableFrom(property.PropertyType)),
            property => Assert.Fail($"{property.DeclaringType}.{property.Name}"));
    }

    [Fact]
    public void No_public_type_of_the_module_comes_from_elsewhere()
    {
        IEnumerable<Type> used = new[] { typeof(LiveStationClient), typeof(LsContext), typeof(Emulator.LiveStationEmulator) }
            .SelectMany(door => door.Assembly.GetExportedTypes())
            .SelectMany(type => type.GetProperties().Select(property => property.PropertyType).Concat(type.GetMethods().Where(method => method.DeclaringType == type).Select(method => method.ReturnType)));

        Assert.All(used.Distinct(), type => Assert.Matches("^(System|Microsoft|LiveStation)", type.Namespace ?? "System"));
    }

    private static IEnumerable<string> Describe(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        string from = type.BaseType is { } parent && parent != typeof(object) && !type.IsEnum && !type.IsValueType ? " : " + Name(parent) : "";
        yield return $"{kind} {Name(type, full: true)}{from}";
        if (type.IsEnum)
        {
            foreach (object value in Enum.GetValues(type))
            {
                yield return $"    {value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)}";
            }

            yield break;
        }

        foreach (string member in Members(type).Order(StringComparer.Ordinal))
        {
            yield return "    " + member;
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (FieldInfo field in type.GetFields(declared).Where(field => field.IsPublic || field.IsFamily))
        {
            yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType, Nullability.Create(field))} {field.Name}";
        }

        foreach (ConstructorInfo constructor in type.GetConstructors(declared).Where(IsSeen))
        {
            yield return $"new({Parameters(constructor)})";
        }

        foreach (PropertyInfo property in type.GetProperties(declared))
        {
            string get = property.GetMethod is { } getter && IsSeen(getter) ? "get; " : "";
            string set = property.SetMethod is { } setter && IsSeen(setter) ? IsInit(setter) ? "init; " : "set; " : "";
            if (get.Length + set.Length > 0 && property.Name != "EqualityContract")
            {
                yield return $"{((property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "")}{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ {get}{set}}}";
            }
        }

        foreach (EventInfo one in type.GetEvents(declared).Where(one => IsSeen(one.AddMethod!)))
        {
            yield return $"event {Name(one.EventHandlerType!)} {one.Name}";
        }

        foreach (MethodInfo method in type.GetMethods(declared).Where(method => IsSeen(method) && !method.IsSpecialName && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null))
        {
            string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
            yield return $"{(method.IsStatic ? "static " : method.IsFamily ? "protected " : "")}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
        }
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) || setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue is string text ? $"\"{text}\"" : Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "default") : "")}"));

    private static string Name(Type type, NullabilityInfo? nullability = null, bool full = false)
    {
        string suffix = nullability is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]" + suffix;
        }

        string name = full ? type.FullName! : type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select((argument, i) => Name(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i))))}>{suffix}"
            : name + suffix;
    }
}
