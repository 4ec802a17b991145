using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Security;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LiveStation.PowerShell;
using Xunit;

namespace LiveStation.Conventions.Tests;

public partial class CmdletTests
{
    private static readonly string[] Changing =
    [
        "New", "Set", "Remove", "Start", "Stop", "Enable", "Disable", "Export", "Import", "Switch", "Add", "Clear", "Copy", "Move", "Rename", "Reset",
        "Restart", "Resume", "Suspend", "Publish", "Unpublish", "Update", "Send", "Register", "Unregister", "Save", "Sync", "Restore", "Approve", "Invoke",
    ];

    private static readonly string[] Destructive = ["Remove", "Disable", "Clear", "Reset", "Unpublish"];

    private static readonly string[] EndInSInTheSingular = ["Status", "Address", "Access", "Process", "Series", "Progress", "Alias", "Bypass", "DefaultCredentials"];

    // Their ids say nothing without a channel; the objects go to -InputObject.
    private static readonly HashSet<Type> NamedByTwoIds =
        [.. All().SelectMany(Parameters).Select(parameter => parameter.GetCustomAttribute<ThingInputAttribute>()).OfType<ThingInputAttribute>().Select(input => input.Wanted.GetType())];

    public static TheoryData<Type> Cmdlets() => [.. All()];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_is_public_and_sealed_and_named_after_what_it_does(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;

        Assert.True(type.IsPublic);
        Assert.True(type.IsSealed);
        Assert.Equal("LiveStation.PowerShell", type.Namespace);
        Assert.Equal($"{cmdlet.VerbName}{cmdlet.NounName}Command", type.Name);
        Assert.Contains(cmdlet.VerbName, ApprovedVerbs());
        Assert.Matches(Noun(), cmdlet.NounName);
        Assert.True(!cmdlet.NounName.EndsWith('s') || EndInSInTheSingular.Any(word => cmdlet.NounName.EndsWith(word, StringComparison.Ordinal)), $"{cmdlet.NounName} reads like a plural");
        Assert.True(typeof(PSCmdlet).IsAssignableFrom(type));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_stands_in_a_file_of_its_name(Type type)
    {
        string file = Assert.Single(Directory.EnumerateFiles(Repository.File("src", "LiveStation.PowerShell"), type.Name + ".cs", SearchOption.AllDirectories));

        Assert.Single(CmdletAttributes().Matches(File.ReadAllText(file)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_says_what_it_writes_and_there_is_a_view_for_it(Type type)
    {
        OutputTypeAttribute[] outputs = type.GetCustomAttributes<OutputTypeAttribute>().ToArray();

        Assert.NotEmpty(outputs);
        foreach (Type? output in outputs.SelectMany(output => output.Type).Select(name => name.Type))
        {
            Assert.NotNull(output);
            if (output == typeof(void) || !output.Namespace!.StartsWith("LiveStation", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.Contains(output.FullName!, Viewed());
            Assert.Contains("Deserialized." + output.FullName, Viewed());
        }
    }

    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_else()
    {
        Assert.Equal(
            All().Select(type => type.GetCustomAttribute<CmdletAttribute>()!).Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}").Order(StringComparer.Ordinal),
            Manifest.Outer.List("CmdletsToExport").Order(StringComparer.Ordinal));
    }

    // Rows such as: `Get-`, `New-`, `Remove-LsChannel`, `Set-LsChannelCdn`, where a noun is written once for several verbs.
    [Fact]
    public void The_table_of_the_README_names_every_cmdlet_and_no_other()
    {
        List<string> named = [];
        foreach (string row in File.ReadLines(Repository.File("README.md")).SkipWhile(line => line != "| for | cmdlets |").Skip(2).TakeWhile(line => line.StartsWith('|')))
        {
            string noun = "";
            foreach (string name in InBackticks().Matches(row).Select(match => match.Groups[1].Value).Reverse())
            {
                noun = name.EndsWith('-') ? noun : name[name.IndexOf('-', StringComparison.Ordinal)..];
                named.Add(name.TrimEnd('-').Split('-')[0] + noun);
            }
        }

        Assert.Equal(Manifest.Outer.List("CmdletsToExport").Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    // Advice that leads to a command which is not there helps nobody.
    [Fact]
    public void Advice_about_errors_names_only_cmdlets_and_parameters_that_exist()
    {
        string[] cmdlets = Manifest.Outer.List("CmdletsToExport");
        HashSet<string> parameters = All().SelectMany(Parameters).Select(parameter => "-" + parameter.Name).Concat(["-Verbose", "-Full", "-Parallel"]).ToHashSet(StringComparer.Ordinal);

        foreach (ErrorInfo row in KnownErrors.All)
        {
            Assert.All(OurCmdlet().Matches(row.Recommendation).Select(match => match.Value), name => Assert.True(cmdlets.Contains(name), $"{row}: {name}"));
            Assert.All(NamedParameter().Matches(row.Recommendation).Select(match => match.Value), name => Assert.True(parameters.Contains(name), $"{row}: {name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_that_changes_something_asks_when_told_to(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()!;

        // What makes an object in the session changes nothing that anybody would be asked about.
        Assert.Equal(Changing.Contains(cmdlet.VerbName) && typeof(LsCmdlet).IsAssignableFrom(type), cmdlet.SupportsShouldProcess);
        if (Destructive.Contains(cmdlet.VerbName))
        {
            Assert.Equal(ConfirmImpact.High, cmdlet.ConfirmImpact);
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_that_calls_the_service_takes_a_context(Type type)
    {
        bool calls = typeof(LsCmdlet).IsAssignableFrom(type);
        PropertyInfo? context = type.GetProperty("Context");

        Assert.True(!calls || context is not null);
        if (context is not null)
        {
            Assert.Equal(typeof(LsContext), context.PropertyType);
            Assert.All(context.GetCustomAttributes<ParameterAttribute>(), parameter => Assert.False(calls && parameter.Mandatory));
            Assert.NotEmpty(context.GetCustomAttributes<ParameterAttribute>());
        }
    }

    // Without a completer of its own the shell offers the files of the folder for every value, and Unknown for every enum.
    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Every_value_has_a_completer_and_no_enum_offers_Unknown(Type type)
    {
        foreach (PropertyInfo parameter in Parameters(type).Where(parameter => parameter.PropertyType != typeof(SwitchParameter) && !parameter.Name.EndsWith("Path", StringComparison.Ordinal)))
        {
            Type value = Nullable.GetUnderlyingType(parameter.PropertyType) ?? parameter.PropertyType;
            bool isBounded = parameter.IsDefined(typeof(ValidateRangeAttribute)) || (value.IsEnum && !Enum.IsDefined(value, "Unknown"));
            Assert.True(
                value.IsEnum || value.GetElementType()?.IsEnum == true ? isBounded : parameter.IsDefined(typeof(ArgumentCompleterAttribute)) || parameter.IsDefined(typeof(ValidateSetAttribute)),
                $"{type.Name}.{parameter.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_parameter_takes_a_secret_in_plain_text(Type type)
    {
        // The name of a secret in a vault is none.
        foreach (PropertyInfo parameter in Parameters(type).Where(parameter => Secret().IsMatch(parameter.Name) && !parameter.Name.EndsWith("Name", StringComparison.Ordinal)))
        {
            Assert.Contains(parameter.PropertyType, new[] { typeof(SecureString), typeof(PSCredential), typeof(StreamKey) });
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Parameters_are_public_properties_in_the_singular_with_ids_judged_by_what_they_are_of(Type type)
    {
        foreach (PropertyInfo parameter in Parameters(type))
        {
            Assert.True(parameter.GetMethod!.IsPublic && parameter.SetMethod!.IsPublic, parameter.Name);
            // A list is named after one of its items; a number such as -Fps may end as the API calls it.
            bool isPlural = parameter.PropertyType.IsArray && parameter.Name.EndsWith('s') && !EndInSInTheSingular.Any(word => parameter.Name.EndsWith(word, StringComparison.Ordinal));
            Assert.False(isPlural, $"{type.Name} -{parameter.Name} reads like a plural");

            // By property name an object of any kind would bind: what has an id is judged as a whole (docs/design/binding.md).
            if (IsId(type, parameter))
            {
                Assert.DoesNotContain(parameter.GetCustomAttributes<ParameterAttribute>(), attribute => attribute.ValueFromPipelineByPropertyName);
            }

            // What is named by two ids is given as a whole.
            if (Kind.All.Any(kind => kind.Records.Count > 0 && kind.IdName == parameter.Name && !NamedByTwoIds.Contains(kind.GetType())))
            {
                Assert.True(parameter.IsDefined(typeof(IdOfAttribute)), $"{type.Name} -{parameter.Name} takes any object for an id: it wants [IdOf]");
            }
        }

        Assert.DoesNotContain(type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public), field => field.GetCustomAttribute<ParameterAttribute>() is not null);
    }

    // A name of an error is what scripts compare with: it may join the list, and never leave it or change.
    [Fact]
    public void Error_ids_are_the_approved_ones()
    {
        Repository.Approved("error-ids.txt", ErrorIds().Distinct().Order(StringComparer.Ordinal));
    }

    // Who has only the name, out of a log, finds what it means.
    [Fact]
    public void Every_error_that_the_module_finds_out_by_itself_is_explained_under_its_name()
    {
        // What the expression finds besides: columns of Watch-LsChannel, and the id of an error of somebody else.
        string[] none = ["Exception", "Fps", "Rec", "State"];

        string[] own = [.. ErrorIds().Distinct().Except(ErrorCatalog.Entries.Select(entry => entry.Name)).Except(none)];
        string[] explained = [.. OwnErrors.Rows.Select(row => row.Name)];

        Assert.True(!own.Except(explained).Any(), $"OwnErrors has no row for: {string.Join(", ", own.Except(explained))}");
        Assert.True(!explained.Except(own).Any(), $"OwnErrors explains what nobody says: {string.Join(", ", explained.Except(own))}");
        Assert.Equal(explained.Distinct().Order(StringComparer.Ordinal), explained);
    }

    [Fact]
    public void Error_ids_are_symbols()
    {
        Assert.All(ErrorIds(), id => Assert.Matches("^[A-Z][A-Za-z0-9]+$", id));
    }

    [Fact]
    public void No_cmdlet_catches_everything()
    {
        IEnumerable<string> sources = Directory.EnumerateFiles(Repository.File("src", "LiveStation.PowerShell"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.All(sources, path => Assert.DoesNotMatch(@"catch\s*(\{|\(\s*(System\.)?Exception\b[^)]*\)\s*\{)", File.ReadAllText(path)));
    }

    [Fact]
    public void Every_record_that_is_written_is_rebuilt_from_its_copies()
    {
        XDocument types = XDocument.Load(Repository.File("bin", "net8.0", "LiveStation.Types.ps1xml"));
        Dictionary<string, XElement> byName = types.Descendants("Type").ToDictionary(type => type.Element("Name")!.Value);
        IEnumerable<Type> records = All()
            .SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>())
            .SelectMany(output => output.Type)
            .Select(name => name.Type!)
            .Where(type => type.Assembly == typeof(Recording).Assembly && type != typeof(ErrorInfo))
            .Distinct();

        Assert.NotEmpty(records);
        Assert.All(records, record =>
        {
            Assert.Equal(record.FullName, byName["Deserialized." + record.FullName].Descendants("NoteProperty").Single(note => note.Element("Name")!.Value == "TargetTypeForDeserialization").Element("Value")!.Value);
            Assert.Equal(typeof(RecordConverter).FullName, byName[record.FullName!].Element("TypeConverter")!.Element("TypeName")!.Value);
        });
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void Every_type_that_types_and_views_name_exists(string framework)
    {
        string[] files = [Repository.File("bin", framework, "LiveStation.Types.ps1xml"), Repository.File("bin", framework, "LiveStation.Format.ps1xml")];
        IEnumerable<string> names = files.Select(XDocument.Load)
            .SelectMany(document => document.Descendants().Where(element => (element.Name == "TypeName" && element.Parent!.Name == "ViewSelectedBy") || (element.Name == "Name" && element.Parent!.Name == "Type")))
            .Select(element => element.Value.Replace("Deserialized.", "", StringComparison.Ordinal));

        Assert.All(names, name => Assert.NotNull(typeof(Recording).Assembly.GetType(name) ?? typeof(LsContext).Assembly.GetType(name)));
    }

    // A view of a property that is not there shows an empty column and no error.
    [Fact]
    public void Every_property_that_a_view_names_exists()
    {
        XDocument formats = XDocument.Load(Repository.File("bin", "net8.0", "LiveStation.Format.ps1xml"));
        foreach (XElement view in formats.Descendants("View"))
        {
            string name = view.Element("ViewSelectedBy")!.Elements("TypeName").Select(element => element.Value).First(name => !name.StartsWith("Deserialized.", StringComparison.Ordinal));
            Type type = (typeof(Recording).Assembly.GetType(name) ?? typeof(LsContext).Assembly.GetType(name))!;
            IEnumerable<string> named = view.Descendants("PropertyName").Select(element => element.Value)
                .Concat(view.Descendants("ScriptBlock").SelectMany(element => Property().Matches(element.Value)).Select(match => match.Groups[1].Value));

            Assert.All(named, property => Assert.True(type.GetProperty(property) is not null, $"{name} has no {property}"));
        }
    }

    private static IEnumerable<Type> All() => typeof(LsContext).Assembly.GetTypes().Where(type => type.GetCustomAttribute<CmdletAttribute>() is not null).OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<PropertyInfo> Parameters(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(property => property.GetCustomAttributes<ParameterAttribute>().Any());

    // Whatever it is called: what is bound to a kind, what is named like the id of one, and what a kind completes. A row that
    // something is made from may name what the new thing uses.
    private static bool IsId(Type type, PropertyInfo parameter) =>
        type.GetCustomAttribute<CmdletAttribute>()!.VerbName != VerbsCommon.New
        && (parameter.IsDefined(typeof(IdOfAttribute)) || Kind.All.Any(kind => kind.IdName == parameter.Name) || CompletesIds(parameter));

    private static bool CompletesIds(PropertyInfo parameter) =>
        parameter.GetCustomAttribute<ArgumentCompleterAttribute>()?.Type is { IsGenericType: true } completer
        && completer.GetGenericTypeDefinition() == typeof(NameCompleter<>)
        && Kind.Get(completer.GetGenericArguments()[0]).IdName is not null;

    private static HashSet<string> ApprovedVerbs() => typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal) && type.Namespace == "System.Management.Automation")
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Viewed() => XDocument.Load(Repository.File("bin", "net8.0", "LiveStation.Format.ps1xml"))
        .Descendants("ViewSelectedBy").Elements("TypeName").Select(element => element.Value).ToHashSet(StringComparer.Ordinal);

    // Ids stand in the catalog, in the exceptions of Core, and beside the categories of the cmdlets. The table that explains them says none.
    private static IEnumerable<string> ErrorIds()
    {
        IEnumerable<string> sources = new[] { "LiveStation.Core", "LiveStation.PowerShell" }
            .SelectMany(project => Directory.EnumerateFiles(Repository.File("src", project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && Path.GetFileName(path) != nameof(OwnErrors) + ".cs");
        return ErrorCatalog.Entries.Select(entry => entry.Name).Concat(sources.SelectMany(path => ErrorIdsIn().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value + match.Groups[2].Value + match.Groups[3].Value + match.Groups[4].Value));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"\b[A-Z][a-z]+-Ls[A-Z]\w+")]
    private static partial Regex OurCmdlet();

    [GeneratedRegex(@"(?<![\w-])-[A-Z]\w+")]
    private static partial Regex NamedParameter();

    [GeneratedRegex("^Ls[A-Z][A-Za-z]+$")]
    private static partial Regex Noun();

    [GeneratedRegex("secret|password|token|streamkey|passphrase", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^\[Cmdlet\(", RegexOptions.Multiline)]
    private static partial Regex CmdletAttributes();

    [GeneratedRegex(@"\$_\.([A-Za-z0-9]+)")]
    private static partial Regex Property();

    // The first argument of an exception, or what stands before a kind or a category.
    [GeneratedRegex("""(?m)(?:new LiveStation\w+Exception\(\s*|\bRefused?(?:Parameters)?\(\s*|const string (?:InvalidResponse|Changed|Damaged) = |=> new\(\s*|^\s+new\()"([A-Z]\w+)"|"([A-Z]\w+)",\s*Error(?:Category|Kind)\.|(?:ErrorRecords\.NotFound\([^"]*|\bWords => \()"[^"]*", "([A-Z]\w+)"|"(Configuration[A-Z]\w+)\x22""")]
    private static partial Regex ErrorIdsIn();
}
