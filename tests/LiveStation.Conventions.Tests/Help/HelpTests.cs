using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using LiveStation.PowerShell;
using Xunit;

namespace LiveStation.Conventions.Tests.Help;

/// <summary>Holds the help to the cmdlets, and what Get-Help reads to the markdown that it is made from.</summary>
public sealed partial class HelpTests
{
    private const string Regenerate = "The committed help differs from docs/en-US: run build.ps1 -Task Help. ";

    private static readonly IReadOnlyDictionary<string, HelpMaml> Maml = HelpMaml.Read(HelpSources.MamlPath);

    public static TheoryData<string> CmdletNames => HelpSources.CmdletNames;

    public static TheoryData<string> Files => [.. HelpSources.Pages.Concat(HelpSources.AboutTopics).Select(static path => Path.GetFileName(path))];

    [Fact]
    public void Every_page_is_of_a_cmdlet()
    {
        Assert.NotEmpty(HelpSources.Cmdlets);
        Assert.Equal(HelpSources.Cmdlets.Keys.Order(StringComparer.Ordinal), HelpSources.Pages.Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_is_an_about_topic() => Assert.NotEmpty(HelpSources.AboutTopics);

    [Theory]
    [MemberData(nameof(Files))]
    public void No_placeholder_is_left(string file)
    {
        string text = File.ReadAllText(Path.Combine(HelpSources.Folder, file));
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_cmdlets_that_exist_are_named(string file)
    {
        string text = File.ReadAllText(Path.Combine(HelpSources.Folder, file));
        IEnumerable<string> named = CmdletName().Matches(text).Select(static match => match.Value).Distinct();
        Assert.DoesNotContain(named, static name => !HelpSources.Cmdlets.ContainsKey(name));
    }

    [Fact]
    public void About_topics_fit_a_narrow_console() =>
        Assert.DoesNotContain(HelpSources.AboutTopics.SelectMany(File.ReadLines), static line => line.Length > 80);

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void Page_has_what_an_operator_needs(string cmdlet)
    {
        HelpPage page = HelpPage.Read(HelpSources.PageOf(cmdlet));
        Assert.NotEmpty(page.Synopsis);
        Assert.NotEmpty(page.Description);
        Assert.NotEmpty(page.Links);
        Assert.NotEmpty(page.Examples);
        Assert.All(page.Examples, static example => Assert.NotEmpty(example.Code));
    }

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void Page_has_every_parameter_and_no_other(string cmdlet)
    {
        HelpPage page = HelpPage.Read(HelpSources.PageOf(cmdlet));
        IReadOnlyList<PropertyInfo> parameters = HelpSources.ParametersOf(HelpSources.Cmdlets[cmdlet]);
        IEnumerable<string> names = parameters.Select(static parameter => parameter.Name).Concat(HelpSources.AskingParametersOf(HelpSources.Cmdlets[cmdlet])).Order(StringComparer.Ordinal);
        Assert.Equal(names, page.Parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(names, SyntaxName().Matches(page.Syntax).Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.All(parameters, parameter =>
        {
            Assert.NotEmpty(page.DescriptionOf(parameter.Name));
            Assert.Equal(HelpSources.AliasesOf(parameter), page.FactsOf(parameter.Name, "Aliases"));
            Assert.Equal(AcceptedBy(parameter.PropertyType), page.FactsOf(parameter.Name, "AcceptedValues"));
        });
    }

    // One wording for what is the same everywhere: whoever reads many pages sees at once what is special on one.
    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void Page_says_of_shared_parameters_what_all_say(string cmdlet)
    {
        HelpPage page = HelpPage.Read(HelpSources.PageOf(cmdlet));
        IReadOnlyDictionary<string, string[]> shared = HelpPage.SharedParagraphs(HelpSources.ParagraphsPath);
        Assert.Contains("Context", shared.Keys);
        foreach (string name in page.Parameters.Keys.Where(name => shared.ContainsKey(name) && IsShared(HelpSources.Cmdlets[cmdlet], name)))
        {
            string description = page.DescriptionOf(name);
            Assert.True(shared[name].Any(paragraph => description.StartsWith(paragraph, StringComparison.Ordinal)), $"-{name} begins with none of its paragraphs in build/help-paragraphs.md: {description}");
        }
    }

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void Examples_parse_and_use_only_what_exists(string cmdlet)
    {
        HelpPage page = HelpPage.Read(HelpSources.PageOf(cmdlet));
        Assert.Empty(page.Examples.SelectMany(static example => HelpScript.Faults(example.Code), static (example, fault) => $"{example.Title}: {fault}"));
    }

    [Fact]
    public void Maml_covers_the_same_cmdlets() =>
        Assert.Equal(HelpSources.Cmdlets.Keys.Order(StringComparer.Ordinal), Maml.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(CmdletNames))]
    public void Maml_says_what_the_markdown_says(string cmdlet)
    {
        HelpPage page = HelpPage.Read(HelpSources.PageOf(cmdlet));
        Assert.True(Maml.TryGetValue(cmdlet, out HelpMaml? maml), Regenerate);
        Dictionary<string, string> expected = page.Parameters.Keys.ToDictionary(static name => "-" + name, page.DescriptionOf);
        Dictionary<string, string> actual = maml.Parameters.ToDictionary(static parameter => "-" + parameter.Key, static parameter => parameter.Value);
        expected["SYNOPSIS"] = page.Synopsis;
        actual["SYNOPSIS"] = maml.Synopsis;
        expected["DESCRIPTION"] = page.Description;
        actual["DESCRIPTION"] = maml.Description;
        expected["NOTES"] = page.Notes;
        actual["NOTES"] = maml.Notes;
        expected["RELATED LINKS"] = string.Join(", ", page.Links);
        actual["RELATED LINKS"] = string.Join(", ", maml.Links);
        expected["EXAMPLES"] = Shown(page.Examples);
        actual["EXAMPLES"] = Shown(maml.Examples);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, entry => Assert.True(entry.Value == actual[entry.Key], $"{Regenerate}{entry.Key}\nmarkdown: {entry.Value}\nMAML:     {actual[entry.Key]}"));
        Assert.Equal(page.Parameters.Keys.Order(StringComparer.Ordinal), maml.SyntaxParameters.Order(StringComparer.Ordinal));
    }

    // -ChannelId is also where the channel of something else is named, and of another kind; -TimeoutSec and -Context are more than one
    // thing where nothing is called.
    private static bool IsShared(Type type, string name) => name switch
    {
        "ChannelId" => type.GetProperty(name) is { PropertyType.IsArray: true } ids && ids.GetCustomAttribute<IdOfAttribute>()?.Kind == typeof(ChannelKind),
        "TimeoutSec" or "Context" => typeof(LsCmdlet).IsAssignableFrom(type),
        _ => true,
    };

    // Unknown is what a value that is newer than the module reads as: nothing that one would give.
    private static string[] AcceptedBy(Type type)
    {
        Type item = type.GetElementType() ?? type;
        item = Nullable.GetUnderlyingType(item) ?? item;
        return item.IsEnum ? Enum.GetNames(item).Where(static name => name != "Unknown").ToArray() : [];
    }

    private static string Shown(IEnumerable<HelpExample> examples) =>
        string.Join("\n", examples.Select(static example => $"{example.Title} | {HelpText.Code(example.Code)} | {example.Text}"));

    [GeneratedRegex(@"\b[A-Z][a-z]+-Ls[A-Z]\w*")]
    private static partial Regex CmdletName();

    [GeneratedRegex(@"(?<=[\s\[])-(\w+)\b")]
    private static partial Regex SyntaxName();
}
