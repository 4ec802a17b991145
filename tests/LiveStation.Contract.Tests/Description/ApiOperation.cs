using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace LiveStation.Contract.Tests.Description;

/// <summary>One operation of the OpenAPI file.</summary>
internal sealed class ApiOperation
{
    private readonly string[] _template;
    private readonly IReadOnlyList<Parameter> _parameters;
    private readonly ApiSchema? _body;
    private readonly bool _isBodyRequired;

    public ApiOperation(Reader reader, string method, string path, YamlNode pathItem, YamlNode node)
    {
        Id = Reader.Text(node, "operationId")!;
        Method = method.ToUpperInvariant();
        Path = path;
        Tags = reader.List(node, "tags").Select(tag => Reader.Text(tag)!).ToList();
        Summary = Reader.Text(node, "summary")!;
        Page = Reader.Text(Reader.Child(node, "externalDocs")!, "url")!;
        _template = path.Trim('/').Split('/');
        _parameters = reader.List(pathItem, "parameters").Concat(reader.List(node, "parameters")).Select(parameter => new Parameter(reader, parameter)).ToList();
        if (Reader.Child(node, "requestBody") is { } body)
        {
            YamlNode content = reader.Follow(body);
            YamlNode json = Reader.Child(Reader.Child(content, "content"), "application/json")!;
            _body = new ApiSchema(reader, Reader.Child(json, "schema")!);
            _isBodyRequired = Reader.Text(content, "required") == "true";
            BodyExample = Reader.Child(json, "example");
        }

        YamlNode? success = Reader.Child(reader.Follow(Reader.Child(Reader.Child(node, "responses"), "200")!), "content");
        Answer = Reader.Child(Reader.Child(success, "application/json"), "schema") is { } answer ? new ApiSchema(reader, answer) : null;
    }

    public string Id { get; }

    public string Method { get; }

    public string Path { get; }

    public IReadOnlyList<string> Tags { get; }

    /// <summary>What it does, in a few words.</summary>
    public string Summary { get; }

    /// <summary>The vendor's page of it.</summary>
    public string Page { get; }

    /// <summary>The file's own example of a body, as YAML.</summary>
    public YamlNode? BodyExample { get; }

    /// <summary>What a success is answered with; null where the file knows of no body.</summary>
    public ApiSchema? Answer { get; }

    public int LiteralCount => _template.Count(segment => !IsPlaceholder(segment));

    public override string ToString() => $"{Id} ({Method} {Path})";

    public bool Fits(IReadOnlyList<string> segments) =>
        segments.Count == _template.Length && segments.Zip(_template).All(pair => IsPlaceholder(pair.Second) || pair.First == pair.Second);

    public IEnumerable<string> PathFaults(IReadOnlyList<string> segments)
    {
        for (int i = 0; i < _template.Length; i++)
        {
            if (IsPlaceholder(_template[i]))
            {
                string name = _template[i].Trim('{', '}');
                foreach (string fault in Find("path", name)?.Faults(segments[i]) ?? [$"the file does not describe path parameter {name}"])
                {
                    yield return fault;
                }
            }
        }
    }

    public IEnumerable<string> QueryFaults(IReadOnlyList<KeyValuePair<string, string>> query)
    {
        foreach (IGrouping<string, KeyValuePair<string, string>> twice in query.GroupBy(pair => pair.Key).Where(group => group.Count() > 1))
        {
            yield return $"query parameter {twice.Key} comes {twice.Count()} times";
        }

        foreach (KeyValuePair<string, string> pair in query)
        {
            foreach (string fault in Find("query", pair.Key)?.Faults(pair.Value) ?? [$"unknown query parameter {pair.Key}"])
            {
                yield return fault;
            }
        }

        foreach (Parameter missing in _parameters.Where(parameter => parameter.In == "query" && parameter.IsRequired && query.All(pair => pair.Key != parameter.Name)))
        {
            yield return $"query parameter {missing.Name} is missing";
        }
    }

    public IEnumerable<string> BodyFaults(string body, HashSet<string> without)
    {
        if (body.Length == 0)
        {
            return _isBodyRequired ? ["the body is missing"] : [];
        }

        if (_body is null)
        {
            return ["the operation has no body"];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return _body.Faults(document.RootElement, "", without).ToList();
        }
        catch (JsonException e)
        {
            return ["the body is no JSON: " + e.Message];
        }
    }

    private Parameter? Find(string place, string name) => _parameters.FirstOrDefault(parameter => parameter.In == place && parameter.Name == name);

    private static bool IsPlaceholder(string segment) => segment.StartsWith('{');

    private sealed class Parameter
    {
        private readonly ApiSchema _schema;

        public Parameter(Reader reader, YamlNode node)
        {
            Name = Reader.Text(node, "name")!;
            In = Reader.Text(node, "in")!;
            IsRequired = Reader.Text(node, "required") == "true";
            _schema = new ApiSchema(reader, Reader.Child(node, "schema")!);
        }

        public string Name { get; }

        public string In { get; }

        public bool IsRequired { get; }

        public IEnumerable<string> Faults(string text) => _schema.TextFaults(text, $"{In} parameter {Name}");
    }
}
