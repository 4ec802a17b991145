using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LiveStation.Core.Tests.Configuration;

public class ConfigurationReaderTests
{
    // The line and the path of the fault, and a word of what is said.
    public static TheoryData<string, int, string, string> Faults => new()
    {
        { "{\n\"channels\": [\n", 3, "$", "no JSON" },
        { "[]", 1, "$", "a list stands where an object" },
        { "{ } x", 1, "$", "no JSON" },
        { "{\n\"chanels\": [] }", 2, "$.chanels", "chanels is no field here" },
        { "{\n\"channels\": {} }", 2, "$.channels", "a list is wanted" },
        { "{ \"channels\": [\n7] }", 2, "$.channels[0]", "an object is wanted" },
        { "{ \"channels\": [\n{ \"channelName\": \"abc\" } ] }", 2, "$.channels[0]", "qualitySet is missing" },
        { Channel("\"useDvr\": \"yes\""), 3, "$.channels[0].useDvr", "'yes' stands where true or false" },
        { Channel("\"useDvr\": null"), 3, "$.channels[0].useDvr", "null stands where true or false" },
        { Channel("\"profileId\": 1.5"), 3, "$.channels[0].profileId", "'1.5' stands where a whole number" },
        { Channel("\"profileId\": 99999999999999999999"), 3, "$.channels[0].profileId", "a whole number" },
        { Channel("\"envType\": \"real\""), 3, "$.channels[0].envType", "one of REAL; DEV; STAGE" },
        { Channel("\"bucketName\": \"\""), 3, "$.channels[0].bucketName", "a text is wanted" },
        { Channel("\"callbackEndpoint\": \"ftp://a.example\""), 3, "$.channels[0].callbackEndpoint", "http or https" },
        { Channel("\"callbackEndpoint\": { \"secret\": \"a\", \"vault\": \"b\" }"), 3, "$.channels[0].callbackEndpoint", "its name and nothing else" },
        { Channel("\"envType\": \"DEV\",\n\"envType\": \"REAL\""), 4, "$.channels[0].envType", "stands in line 3 already" },
        { Channel("\"recipients\": [ { \"managerNo\": 5 } ]"), 3, "$.channels[0].recipients[0]", "notifyType is missing" },
        { Channel("\"streamKey\": \"x\""), 3, "$.channels[0].streamKey", "no field here that this version knows" },
        { Channel("\"bucketName\": \"${nowhere}\""), 3, "$.channels[0].bucketName", "the variable nowhere has no value" },
        { "{ \"channels\": [ { \"channelName\": \"ab\", \"qualitySet\": \"x\" } ] }", 1, "$.channels[0].channelName", "3 to 20 characters" },
        { "{ \"channels\": [ { \"channelName\": \"abc\", \"qualitySet\": \"x\" },\n{ \"channelName\": \"abc\", \"qualitySet\": \"x\" } ] }", 2, "$.channels[1]", "stands in line 1 already" },
        { "{ \"qualitySets\": [ { \"name\": \"abc\", \"qualities\": [] } ] }", 1, "$.qualitySets[0].qualities", "a list of names" },
        { "{ \"restreams\": [ { \"channelName\": \"abc\", \"restream\": [ { \"targetName\": \"A\", \"rtmpUrl\": \"rtmp://a\",\n\"streamKey\": \"s3cret\" } ] } ] }", 2, "$.restreams[0].restream[0].streamKey", "a secret does not stand in a document" },
        { "{ \"variables\": { \"a\": [] } }", 1, "$.variables.a", "is a list" },
        { "{ \"$schema\": \"livestation-configuration-2.schema.json\" }", 1, "$.$schema", "of another version" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_line_and_path(string text, int line, string path, string words)
    {
        ConfigurationFault fault = Assert.Single(Read(text).Faults);

        Assert.Equal((line, path), (fault.Line, fault.Path));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fault.ToString() + fault.Recommendation, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Recommendation + fault.Path);
    }

    [Theory]
    [InlineData(new byte[] { 0xB4, 0xBA, 0xBD, 0xBA }, 2)] // as the Korean code page writes a name
    [InlineData(new byte[] { 0x5C, 0x75, 0x64, 0x38, 0x30, 0x30 }, 2)]
    public void A_text_that_is_none_is_a_fault_with_its_line(byte[] text, int line)
    {
        ConfigurationFault fault = Assert.Single(ConfigurationReader.Read([.. "{ \"channels\": [\n{ \"channelName\": \""u8, .. text, .. "\" } ] }"u8], new ConfigurationVariables(), false).Faults);

        Assert.Equal(("ConfigurationInvalid", line), (fault.ErrorId, fault.Line));
        Assert.Contains("not UTF-8", fault.Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", fault.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_lines()
    {
        ConfigurationReader reader = Read("{ \"channels\": [ { \"channelName\": \"abc\",\n\"useDvr\": 1,\n\"envType\": 2,\n\"nonsense\": 3 } ],\n\"more\": 1 }");

        Assert.Equal([1, 2, 3, 4, 5], reader.Faults.Select(static fault => fault.Line));
    }

    [Fact]
    public void A_slip_of_the_pen_is_shown_the_field_that_was_meant_and_is_refused_with_force_too()
    {
        Assert.Equal("Is useDvr meant?", Assert.Single(Read(Channel("\"useDVR\": true"), force: true).Faults).Recommendation);
        Assert.Equal("Is filePath meant?", Assert.Single(Read(Channel("\"fliePath\": \"/\""), force: true).Faults).Recommendation);
    }

    [Fact]
    public void With_force_fields_of_a_newer_version_are_passed_over_and_named()
    {
        ConfigurationReader reader = Read("{ \"$schema\": \"livestation-configuration-2.schema.json\", \"dashboards\": [],\n\"channels\": [ { \"channelName\": \"abc\", \"qualitySet\": \"x\", \"hologram\": true } ] }", force: true);

        Assert.Empty(reader.Faults);
        Assert.Equal(["line 1, $.dashboards", "line 2, $.channels[0].hologram"], reader.Ignored);
        Assert.Equal("abc", Assert.Single(reader.Document[ConfigurationSections.Find("channels")!]).Name);
    }

    [Fact]
    public void Comments_commas_and_marks_of_encodings_are_no_faults()
    {
        string text = "// tomorrow's\n{ \"channels\": [ /* none yet */ ], }";

        Assert.Empty(Read(text).Faults);
        Assert.Empty(ConfigurationReader.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], new ConfigurationVariables(), false).Faults);
        Assert.Empty(ConfigurationReader.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], new ConfigurationVariables(), false).Faults);
    }

    [Fact]
    public void Variables_are_put_in_and_keep_the_kind_of_their_value_where_they_stand_alone()
    {
        ConfigurationVariables variables = new();
        Assert.True(variables.TryAdd("event", "finals"));
        Assert.True(variables.TryAdd("profile", 4207));
        Assert.False(variables.TryAdd("list", new[] { 1 }));
        string text = """
            { "variables": { "event": "not this", "rewind": true, "unused": null }, "channels": [ { "channelName": "${event}_${profile}", "qualitySet": "a", "profileId": "${profile}",
              "useDvr": "${rewind}", "filePath": "/$${event}/${event}", "callbackEndpoint": { "secret": "hook-${event}" } } ] }
            """;

        ConfigurationReader reader = ConfigurationReader.Read(Encoding.UTF8.GetBytes(text), variables, false);

        Assert.Empty(reader.Faults);
        ConfigurationItem item = Assert.Single(reader.Document[ConfigurationSections.Find("channels")!]);
        Assert.Equal("finals_4207", item.Name);
        Assert.Equal((4207L, true, "/${event}/finals", new SecretReference("hook-finals")), (item["profileId"], item["useDvr"], item["filePath"], item["callbackEndpoint"]));
        Assert.Equal(["other"], variables.Unused(["event", "profile", "other"]));
    }

    [Fact]
    public void The_published_schema_is_the_one_of_the_tables()
    {
        string path = System.IO.Path.Combine(Support.Repository.Root, "docs", "schemas", ConfigurationSchema.FileName);
        if (Environment.GetEnvironmentVariable("LIVESTATION_APPROVE") == "1")
        {
            System.IO.File.WriteAllBytes(path, ConfigurationSchema.Write());
        }

        Assert.Equal(Encoding.UTF8.GetString(ConfigurationSchema.Write()), System.IO.File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    public static TheoryData<string, string> Fields()
    {
        TheoryData<string, string> all = [];
        foreach (ConfigurationSection section in ConfigurationSections.All)
        {
            foreach (ConfigurationField field in section.Fields)
            {
                all.Add(section.Name, field.Name);
            }
        }

        return all;
    }

    // What the schema says of a field is what the reader does: a value that it allows is taken, one that it does not is refused there.
    [Theory]
    [MemberData(nameof(Fields))]
    public void The_schema_and_the_reader_say_the_same_of_a_field(string section, string field)
    {
        using JsonDocument schema = JsonDocument.Parse(ConfigurationSchema.Write());
        JsonElement place = schema.RootElement.GetProperty("properties").GetProperty(section);
        bool isList = place.TryGetProperty("items", out JsonElement items);
        JsonElement item = isList ? items : place;
        JsonElement node = item.GetProperty("properties").GetProperty(field);
        string[] required = [.. item.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!)];

        Assert.All(Allowed(node, schema.RootElement), value => Assert.DoesNotContain(Read(With(value)).Faults, fault => fault.Path.Contains("." + field)));
        Assert.All(Refused(node, schema.RootElement), value => Assert.Contains(Read(With(value)).Faults, fault => fault.Path.Contains("." + field)));
        Assert.Equal(required.Contains(field), Read(With(null)).Faults.Any(fault => fault.Message.StartsWith(field + " is missing", StringComparison.Ordinal)));

        string With(string? value)
        {
            IEnumerable<string> fields = required.Where(name => name != field).Select(name => $"\"{name}\": {Allowed(item.GetProperty("properties").GetProperty(name), schema.RootElement)[0]}");
            string entry = $"{{ {string.Join(", ", value is null ? fields : fields.Append($"\"{field}\": {value}"))} }}";
            return $"{{ \"{section}\": {(isList ? $"[ {entry} ]" : entry)} }}";
        }
    }

    // Values that a node of a schema allows, as JSON.
    private static string[] Allowed(JsonElement node, JsonElement root)
    {
        if (node.TryGetProperty("$ref", out JsonElement reference))
        {
            return reference.GetString()!.EndsWith("/secret", StringComparison.Ordinal) ? ["{ \"secret\": \"a\" }"] : [];
        }

        if (node.TryGetProperty("anyOf", out JsonElement any))
        {
            return [.. any.EnumerateArray().SelectMany(inner => Allowed(inner, root))];
        }

        if (node.TryGetProperty("enum", out JsonElement choices))
        {
            return [.. choices.EnumerateArray().Select(static choice => choice.GetRawText())];
        }

        return node.GetProperty("type").GetString() switch
        {
            "integer" => ["17"],
            "number" => ["29.97", "30"],
            "boolean" => ["true", "false"],
            "array" => [$"[ {Allowed(node.GetProperty("items"), root)[0]} ]"],
            "object" => [$"{{ {string.Join(", ", node.GetProperty("required").EnumerateArray().Select(name => $"\"{name.GetString()}\": {Allowed(node.GetProperty("properties").GetProperty(name.GetString()!), root)[0]}"))} }}"],
            _ => ["\"http://a.example/x\""],
        };
    }

    private static string[] Refused(JsonElement node, JsonElement root)
    {
        string[] allowed = Allowed(node, root);
        string[] kinds = ["{ \"nonsense\": 1 }", "[ [ 1 ] ]", "null", "\"\""];
        string[] more = node.TryGetProperty("anyOf", out JsonElement any) && any[0].TryGetProperty("type", out JsonElement type) && type.GetString() == "string" ? ["7", "true"]
            : allowed[0] is "17" ? ["1.5", "true", "\"x\""]
            : allowed[0] is "29.97" ? ["true", "\"x\""]
            : allowed[0] is "true" ? ["1", "\"x\""]
            : allowed[0].StartsWith("\"", StringComparison.Ordinal) ? ["7", "true"]
            : ["7"];
        return [.. kinds.Concat(more)];
    }

    private static string Channel(string fields) => "{ \"channels\": [\n{ \"channelName\": \"abc\", \"qualitySet\": \"x\",\n" + fields + " } ] }";

    private static ConfigurationReader Read(string text, bool force = false) => ConfigurationReader.Read(Encoding.UTF8.GetBytes(text), new ConfigurationVariables(), force);
}
