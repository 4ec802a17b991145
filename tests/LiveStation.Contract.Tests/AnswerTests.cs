using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    private static readonly Dictionary<string, string> OtherNames = new() { ["totalPublishSeconds"] = "TotalPublishTime", ["totalPlaySecond"] = "TotalPlayTime", ["ids"] = "ContentId" };

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

    // Be liberal in what is read: the vendor's pages print the same field as a number here and as text there.
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Numbers_and_marks_as_text_give_the_same_records(string operation, string example)
    {
        string body = Repository.Example(example);

        IReadOnlyList<object> asText = await AnswersAsync(operation, Changed(body, AsText));

        Assert.Equal<object>(await AnswersAsync(operation, body), asText, Same);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task What_is_new_in_any_object_is_kept_with_a_record(string operation, string example)
    {
        string body = Repository.Example(example);
        List<ServiceRecord> records = (await AnswersAsync(operation, Changed(body, WithNew))).SelectMany(TopRecords).ToList();

        Assert.All(records, record => Assert.Contains(record.GetAdditionalFields().Keys, key => key.EndsWith("brandNew", StringComparison.Ordinal)));
        Assert.Equal((await AnswersAsync(operation, body)).SelectMany(TopRecords), records);
    }

    // A field that is left out, or is null, or of another type, costs nothing but its own value; at the worst the answer is refused as one
    // that says nothing.
    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_field_that_is_not_what_it_should_be_ends_in_no_other_exception(string operation, string example)
    {
        JsonNode whole = JsonNode.Parse(Repository.Example(example))!;
        foreach (string path in Paths(whole).ToList())
        {
            foreach (JsonNode? value in new JsonNode?[] { null, "other", -1, 1e300, true, new JsonObject { ["a"] = 1 }, new JsonArray(1, "b", null) })
            {
                JsonNode broken = JsonNode.Parse(Repository.Example(example))!;
                Put(broken, path, value);
                try
                {
                    List<ServiceRecord> records = (await AnswersAsync(operation, broken.ToJsonString())).SelectMany(Records).ToList();
                    Assert.All(records, record => Assert.NotNull(record.ToString()));
                }
                catch (LiveStationException)
                {
                }
                catch (Exception e) when (e is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"{path} = {value?.ToJsonString() ?? "null"}: {e}");
                }
            }
        }
    }

    private static async Task<IReadOnlyList<object>> AnswersAsync(string operation, string body)
    {
        using Bench bench = Bench.Answering(sent => AnswerTo(sent, operation, body));
        return await ContractCalls.For(operation).RunAsync(bench.Client);
    }

    // Outcomes and maps are told apart by what they hold.
    private static bool Same(object one, object other) => one is ServiceRecord ? one.Equals(other) : TopRecords(one).SequenceEqual(TopRecords(other));

    private static IEnumerable<ServiceRecord> TopRecords(object result) =>
        result is ServiceRecord record ? [record] : Parts(result).SelectMany(part => TopRecords(part.Content));

    private static string Changed(string body, Func<JsonNode?, JsonNode?> change)
    {
        JsonNode whole = JsonNode.Parse(body)!;
        Walk(whole["content"], change, node => whole["content"] = node);
        return whole.ToJsonString();
    }

    private static void Walk(JsonNode? node, Func<JsonNode?, JsonNode?> change, Action<JsonNode?> replace)
    {
        if (node is JsonObject fields)
        {
            foreach (string name in fields.Select(field => field.Key).ToList())
            {
                Walk(fields[name], change, value => fields[name] = value);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                int at = i;
                Walk(items[i], change, value => items[at] = value);
            }
        }

        JsonNode? changed = change(node);
        if (!ReferenceEquals(changed, node))
        {
            replace(changed);
        }
    }

    private static JsonNode? AsText(JsonNode? node) => node?.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? node.ToJsonString() : node;

    // Not where the names are ids, or may be: what stands there is a thing of its own.
    private static JsonNode? WithNew(JsonNode? node)
    {
        if (node is JsonObject fields && (fields.Count > 0 || fields.Parent?.Parent is null) && !fields.Any(field => long.TryParse(field.Key, out _)))
        {
            fields["brandNew"] = new JsonArray(1);
        }

        return node;
    }

    private static IEnumerable<string> Paths(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Paths(field.Value).Select(rest => $"{field.Key}/{rest}").Prepend(field.Key)),
        JsonArray { Count: > 0 } items => Paths(items[0]).Select(rest => $"0/{rest}").Prepend("0"),
        _ => [],
    };

    private static void Put(JsonNode whole, string path, JsonNode? value)
    {
        string[] steps = path.Split('/');
        JsonNode at = steps[..^1].Aggregate(whole, (node, step) => node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!);
        if (at is JsonArray list)
        {
            list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value?.DeepClone();
        }
        else
        {
            at[steps[^1]] = value?.DeepClone();
        }
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

    private static bool IsPlain(object content) => content is string or ValueType or Uri or HiddenText or Exception;

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
                HiddenText hidden => hidden.Reveal() == leaf.Text,
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
