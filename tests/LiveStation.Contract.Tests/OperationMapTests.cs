using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>docs/operations.md, the map from the operations of the API to cmdlets and to the client. A page of help says which operations its cmdlet sends by linking to the vendor's pages of them.</summary>
public sealed partial class OperationMapTests
{
    private static readonly string Map = Repository.File("docs", "operations.md");

    [Fact]
    public void The_map_is_what_the_help_and_the_client_say()
    {
        string text = string.Join('\n', Lines()) + "\n";
        if (Environment.GetEnvironmentVariable("LIVESTATION_APPROVE") == "1")
        {
            File.WriteAllText(Map, text);
        }

        Assert.True(
            File.Exists(Map) && File.ReadAllText(Map).ReplaceLineEndings("\n") == text,
            "docs/operations.md is not what the help and the client say: LIVESTATION_APPROVE=1 dotnet test tests/LiveStation.Contract.Tests writes it anew.");
    }

    [Fact]
    public void A_link_to_the_page_of_an_operation_has_its_name()
    {
        Dictionary<string, string> names = ApiDescription.Instance.Operations.ToDictionary(operation => operation.Page, operation => operation.Id);

        Assert.All(Links(), link => Assert.True(
            names.GetValueOrDefault(link.Address) == link.Operation || (!names.ContainsKey(link.Address) && !names.ContainsValue(link.Operation)),
            $"{link.Cmdlet}: {link.Operation} is not {link.Address}"));
    }

    [Fact]
    public void Every_operation_of_the_client_has_a_cmdlet() =>
        Assert.Empty(ContractCalls.All.Select(call => call.Operation).Except(Links().Select(link => link.Operation)));

    private static IEnumerable<string> Lines()
    {
        ILookup<string, string> cmdlets = Links().ToLookup(link => link.Operation, link => $"[{link.Cmdlet}](en-US/{link.Cmdlet}.md)");
        ILookup<string, string> methods = ContractCalls.All.ToLookup(call => call.Operation, Method);
        IReadOnlyList<ApiOperation> operations = ApiDescription.Instance.Operations;
        yield return "# Operations and cmdlets";
        yield return "";
        yield return "Written by a test from the API file, the pages of help and the calls of the client; do not edit it by hand.";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{operations.Count(operation => cmdlets.Contains(operation.Id))} of {operations.Count} operations have a cmdlet; `Invoke-LsRestMethod` sends any. The name of an operation leads to the vendor's page.");
        foreach (IGrouping<string, ApiOperation> area in operations.GroupBy(operation => operation.Tags[0]))
        {
            yield return "";
            yield return $"## {area.Key}";
            yield return "";
            yield return "| operation | what it does | request | cmdlet | in C# |";
            yield return "| --- | --- | --- | --- | --- |";
            foreach (ApiOperation operation in area)
            {
                yield return $"| [{operation.Id}]({operation.Page}) | {operation.Summary} | `{operation.Method} {operation.Path}` | {Listed(cmdlets[operation.Id])} | {Listed(methods[operation.Id])} |";
            }
        }
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "-";

    private static string Method(ContractCall call)
    {
        string? door = typeof(LiveStationClient).GetProperties().FirstOrDefault(property => property.PropertyType == call.Method.DeclaringType)?.Name;
        return $"`{(door is null ? "" : door + ".")}{call.Method.Name}`";
    }

    private static IEnumerable<(string Cmdlet, string Operation, string Address)> Links() =>
        Directory.GetFiles(Repository.File("docs", "en-US"), "*-Ls*.md").Order(StringComparer.Ordinal)
            .SelectMany(path => VendorLink().Matches(File.ReadAllText(path)).Select(link => (Path.GetFileNameWithoutExtension(path), link.Groups[1].Value, link.Groups[2].Value)));

    [GeneratedRegex(@"\[([^\]]+) \(vendor\)\]\(([^)]+)\)")]
    private static partial Regex VendorLink();
}
