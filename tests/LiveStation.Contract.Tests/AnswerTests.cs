using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using LiveStation.Contract.Tests.Calls;
using LiveStation.Contract.Tests.Description;
using Xunit;

namespace LiveStation.Contract.Tests;

/// <summary>What the client makes of the example answers of the API notes.</summary>
public class AnswerTests
{
    // What says nothing that the caller has not got: the count of what is there, the ids that were asked with, and that a deletion
    // did what it was to do, which the client says by returning.
    private static readonly string[] SaysNothing = ["total", "channelList", "deleteSuccess"];

    private static readonly Dictionary<string, string> OtherNames = new() { ["totalPublishSeconds"] = "TotalPublishTime", ["ids"] = "ContentId" };

    public static TheoryData<string, string> Examples
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (ContractCall call in ContractCalls.All.DistinctBy(call => call.Operation))
            {
                foreach (string example in Repository.Examples(call.Operation))
                {
                    data.Add(call.Operation, example);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_operation_that_is_called_has_an_example_answer() =>
        Assert.DoesNotContain(ContractCalls.All, call => !Repository.Examples(call.Operation).Any());

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_value_of_an_example_answer_arrives_under_its_own_name(string operation, string example)
    {
        string body = Repository.Example(example);
        using Bench bench = Bench.Answering(sent => AnswerTo(sent, operation, body));

        IReadOnlyList<object> results = await ContractCalls.For(operation).RunAsync(bench.Client);

        List<Value> read = results.SelectMany(Values).ToList();
        List<string> lost = Leaves(JsonDocument.Parse(body).RootElement, "", ApiDescription.Instance.Operation(operation).Answer)
            .Where(leaf => !read.Any(value => value.Is(leaf)))
            .Select(leaf => $"{leaf.Name} = {leaf.Text}")
            .ToList();
        Assert.Empty(lost);
        Assert.All(results.SelectMany(Records), record => Assert.Empty(record.GetAdditionalFields()));
        Assert.All(results, result => Assert.Null(result.GetType().GetProperty("Failure")?.GetValue(result)));
    }

    [Fact]
    public async Task An_enum_value_of_an_example_answer_is_one_that_the_client_knows()
    {
        foreach (ContractCall call in ContractCalls.All.DistinctBy(call => call.Operation))
        {
            foreach (string example in Repository.Examples(call.Operation))
            {
                string body = Repository.Example(example);
                using Bench bench = Bench.Answering(sent => AnswerTo(sent, call.Operation, body));
                List<Value> read = (await call.RunAsync(bench.Client)).SelectMany(Values).ToList();

                Assert.DoesNotContain(read, value => value.Content is Enum && Convert.ToInt32(value.Content, CultureInfo.InvariantCulture) == 0 && read.Any(text => text.Name == value.Name + "Text"));
            }
        }
    }

    [Fact]
    public async Task What_the_file_does_not_know_is_kept_with_the_channel_and_with_the_recording()
    {
        string channel = Repository.Example("channelGet.1").Replace("\"content\": {", "\"content\": { \"brandNew\": [1], \"createdTime\": \"soon\",", StringComparison.Ordinal).Replace("\"createdTime\": 1755129600000,", "", StringComparison.Ordinal);
        string recording = Repository.Example("recordingGet.1").Replace("\"recordSeq\": 104077", "\"recordSeq\": true, \"brandNew\": 1", StringComparison.Ordinal);
        using Bench bench = Bench.Answering(sent => sent.Path.EndsWith("298", StringComparison.Ordinal) ? recording : channel);

        Channel read = await bench.Client.Channels.GetAsync(ContractCalls.Ready);
        Recording? one = await bench.Client.Recordings.GetAsync(ContractCalls.Ready, 298);

        Assert.Equal(["brandNew", "createdTime"], read.GetAdditionalFields().Keys.Order());
        Assert.Equal(["brandNew", "recordSeq"], one!.GetAdditionalFields().Keys.Order());
    }

    // Where a call begins with another one (channelUpdate reads first), that one gets its own example.
    private static string AnswerTo(SentRequest sent, string operation, string body)
    {
        string id = ApiDescription.Instance.Find(sent)!.Id;
        return id == operation ? body : Repository.Example(Repository.Examples(id).First());
    }

    private static IEnumerable<Leaf> Leaves(JsonElement element, string name, ApiSchema? schema)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                IEnumerable<JsonProperty> fields = element.EnumerateObject().Where(field => !SaysNothing.Contains(field.Name));
                return fields.SelectMany(field => Leaves(field.Value, field.Name, schema?.Field(field.Name)).Concat(long.TryParse(field.Name, out _) ? [new Leaf("RecordId", field.Name, null)] : []));
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(item => Leaves(item, name, schema?.Items));
            case JsonValueKind.String:
                return element.GetString() is "" or "-" ? [] : [new Leaf(name, element.GetString()!, schema?.Unit)];
            case JsonValueKind.Number:
                return [new Leaf(name, element.GetDouble().ToString(CultureInfo.InvariantCulture), schema?.Unit)];
            default:
                return [new Leaf(name, element.GetRawText(), schema?.Unit)];
        }
    }

    // Records wherever they stand: bulk calls answer with outcomes, which hold one or a map of them, and records hold records.
    private static IEnumerable<ServiceRecord> Records(object result) =>
        Parts(result).SelectMany(part => Records(part.Content)).Concat(result is ServiceRecord record ? [record] : []);

    private static IEnumerable<Value> Values(object result) =>
        Parts(result).SelectMany(part => IsPlain(part.Content) ? [part] : Values(part.Content));

    // What an object is made of, lists and maps taken apart under their own name.
    private static IEnumerable<Value> Parts(object whole) =>
        whole switch
        {
            _ when IsPlain(whole) => [],
            IDictionary map => map.Values.Cast<object>().Select(item => new Value("", item)),
            IEnumerable list => list.Cast<object>().Select(item => new Value("", item)),
            _ => whole.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => (property.Name, Content: property.GetValue(whole)))
                .SelectMany(property => property.Content switch
                {
                    null => [],
                    IEnumerable list and not (string or IDictionary) => list.Cast<object>().Select(item => new Value(property.Name, item)),
                    object content => [new Value(property.Name, content)],
                }),
        };

    private static bool IsPlain(object content) => content is string or ValueType or Uri or StreamKey;

    private sealed record Leaf(string Name, string Text, string? Unit)
    {
        public double In(TimeSpan span) => Unit switch
        {
            "seconds" => span.TotalSeconds,
            "minutes" => span.TotalMinutes,
            _ => span.TotalMilliseconds,
        };
    }

    private sealed record Value(string Name, object Content)
    {
        public bool Is(Leaf leaf) =>
            Name.EndsWith(OtherNames.GetValueOrDefault(leaf.Name, leaf.Name), StringComparison.OrdinalIgnoreCase)
            && Content switch
            {
                StreamKey key => key.Reveal() == leaf.Text,
                Uri address => address.OriginalString == leaf.Text,
                Enum => Content.ToString()!.Equals(leaf.Text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase),
                bool flag => (flag ? "true" : "false") == leaf.Text,
                DateTime time => new DateTimeOffset(time).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) == leaf.Text,
                TimeSpan span => leaf.In(span).ToString(CultureInfo.InvariantCulture) == leaf.Text,
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture) == leaf.Text,
                _ => Content.ToString() == leaf.Text,
            };
    }
}
