using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>A cmdlet's help as Get-Help reads it.</summary>
internal sealed class HelpMaml
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly XElement _command;

    private HelpMaml(XElement command) => _command = command;

    public string Name => _command.Element(Command + "details")!.Element(Command + "name")!.Value;

    public string Synopsis => Paragraphs(_command.Element(Command + "details")!.Element(Maml + "description"));

    public string Description => Paragraphs(_command.Element(Maml + "description"));

    public string Notes => Paragraphs(_command.Descendants(Maml + "alert").FirstOrDefault());

    public IReadOnlyList<string> Links => [.. _command.Descendants(Maml + "linkText").Select(static link => link.Value)];

    public IReadOnlyDictionary<string, string> Parameters => _command.Element(Command + "parameters")!.Elements()
        .ToDictionary(NameOf, static parameter => Paragraphs(parameter.Element(Maml + "description")), StringComparer.Ordinal);

    /// <summary>The parameters in the syntax, of all sets together.</summary>
    public IReadOnlySet<string> SyntaxParameters => _command.Element(Command + "syntax")!.Descendants(Command + "parameter").Select(NameOf).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<HelpExample> Examples => [.. _command.Descendants(Command + "example").Select(static example => new HelpExample(
        example.Element(Maml + "title")!.Value.Trim(' ', '-'),
        example.Element(Dev + "code")!.Value,
        HelpText.Plain(Paragraphs(example.Element(Maml + "introduction")) + " " + Paragraphs(example.Element(Dev + "remarks")))))];

    public static IReadOnlyDictionary<string, HelpMaml> Read(string path) =>
        XDocument.Load(path).Root!.Elements().Select(static command => new HelpMaml(command)).ToDictionary(static help => help.Name, StringComparer.Ordinal);

    private static string NameOf(XElement parameter) => parameter.Element(Maml + "name")!.Value;

    private static string Paragraphs(XElement? parent) =>
        HelpText.Plain(string.Join(' ', parent?.Elements(Maml + "para").Select(static paragraph => paragraph.Value) ?? []));
}
