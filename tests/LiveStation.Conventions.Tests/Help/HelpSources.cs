using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using LiveStation.PowerShell;
using Xunit;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>Where the help lies, and which cmdlets it has to cover: found by listing folders and by reflection, so that new ones are held too.</summary>
internal static class HelpSources
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "docs", "en-US");

    public static string MamlPath { get; } = Path.Combine(Root, "src", "LiveStation.PowerShell", "en-US", "LiveStation.PowerShell.dll-Help.xml");

    /// <summary>What pages share.</summary>
    public static string ParagraphsPath { get; } = Path.Combine(Root, "build", "help-paragraphs.md");

    /// <summary>The cmdlets of the module by name.</summary>
    public static IReadOnlyDictionary<string, Type> Cmdlets { get; } = CmdletsOf(typeof(LsContext).Assembly);

    /// <summary>The cmdlets of the engine itself; those of the shell's own modules are not in reach here.</summary>
    public static IReadOnlyDictionary<string, Type> EngineCmdlets { get; } = CmdletsOf(typeof(PSObject).Assembly);

    public static string[] AboutTopics => Directory.GetFiles(Folder, "about_*.help.txt");

    public static string[] Pages => Directory.GetFiles(Folder, "*-Ls*.md");

    public static TheoryData<string> CmdletNames => [.. Cmdlets.Keys.Order(StringComparer.Ordinal)];

    public static string PageOf(string cmdlet) => Path.Combine(Folder, cmdlet + ".md");

    public static bool IsCommon(string parameter) =>
        Cmdlet.CommonParameters.Contains(parameter) || Cmdlet.OptionalCommonParameters.Contains(parameter);

    /// <summary>The parameters of a cmdlet that are its own, not the engine's.</summary>
    public static IReadOnlyList<PropertyInfo> ParametersOf(Type cmdlet) =>
        [.. cmdlet.GetProperties().Where(static property => property.GetCustomAttributes<ParameterAttribute>().Any(static parameter => !parameter.DontShow) && !IsCommon(property.Name))];

    /// <summary>What the engine adds to a cmdlet that asks before a change; Get-Help shows it only where the help has it.</summary>
    public static string[] AskingParametersOf(Type cmdlet) =>
        cmdlet.GetCustomAttribute<CmdletAttribute>()!.SupportsShouldProcess ? ["Confirm", "WhatIf"] : [];

    public static string[] AliasesOf(PropertyInfo parameter) =>
        [.. parameter.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];

    private static Dictionary<string, Type> CmdletsOf(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Select(static type => (Type: type, Attribute: type.GetCustomAttribute<CmdletAttribute>()))
            .Where(static found => found.Attribute is not null)
            .ToDictionary(static found => $"{found.Attribute!.VerbName}-{found.Attribute.NounName}", static found => found.Type, StringComparer.OrdinalIgnoreCase);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LiveStation.psd1")) && File.Exists(Path.Combine(folder.FullName, "LiveStation.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No checkout around {AppContext.BaseDirectory}.");
    }
}
